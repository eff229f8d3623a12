// Writes TwiML. The `twilio` package's own writer brings an XML library of 60 KiB along, a twentieth of the Worker for two verbs;
// a test holds this one against it.

export interface Verb {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Text, or verbs and nouns within. */
  readonly content: string | readonly Verb[];
}

/** A whole document. The text must hold no characters that XML forbids (`clean` takes them out). */
export function writeTwiml(verbs: readonly Verb[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${write({ name: "Response", content: verbs })}`;
}

function write({ name, attributes = {}, content }: Verb): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`);
  const inside = typeof content === "string" ? escape(content) : content.map(write).join("");
  const opening = `${name}${given.join("")}`;
  return inside === "" ? `<${opening}/>` : `<${opening}>${inside}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // Else a parser makes them one line end, or in an attribute a space (XML 1.0, 2.11 and 3.3.3).
  "\r": "&#xD;",
  "\n": "&#xA;",
  "\t": "&#x9;",
};

function escape(text: string): string {
  return text.replace(/[&<>"\r\n\t]/g, (character) => ENTITIES[character] ?? character);
}
