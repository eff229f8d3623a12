// The lines of RFC 5545: `NAME;PARAMETER=value:value`, folded at 75 octets. Written by hand: the smallest library that also
// reads them well (ical.js) weighs 23 KiB of the Worker's 360, and the tests hold these lines against it.

export interface ContentLine {
  /** In capitals. */
  readonly name: string;
  /** By name in capitals; of several values the first. */
  readonly parameters: ReadonlyMap<string, string>;
  /** As it stands in the file; a text is still escaped. */
  readonly value: string;
}

/** RFC 5545, 3.1: "SHOULD NOT be longer than 75 octets, excluding the line break". */
const LINE_OCTETS_MAX = 75;
/** An octet for each character. */
const SHORT = /^[ -~]*$/;
const LINE =
  /^(?<name>[A-Za-z0-9-]+)(?<parameters>(?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(?<value>.*)$/s;
const PARAMETER = /;(?<name>[A-Za-z0-9-]+)=(?:"(?<quoted>[^"]*)"|(?<plain>[^";:,]*))/g;

/** A line with its end, folded between characters. */
export function writeLine(
  name: string,
  value: string,
  parameters: Readonly<Record<string, string>> = {},
): string {
  const given = Object.entries(parameters).map(
    ([key, one]) => `;${key}=${/[;:,]/.test(one) ? `"${one}"` : one}`,
  );
  const line = `${name}${given.join("")}:${value}`;
  if (line.length <= LINE_OCTETS_MAX && SHORT.test(line)) return `${line}\r\n`;
  let written = "";
  let octets = 0;
  for (const character of line) {
    const length = octetsOf(character);
    if (octets + length > LINE_OCTETS_MAX) {
      written += "\r\n ";
      octets = 1;
    }
    written += character;
    octets += length;
  }
  return `${written}\r\n`;
}

/** The lines of a file, unfolded; what is no such line is left out. Line ends of any kind will do. */
export function readLines(text: string): readonly ContentLine[] {
  const unfolded = text.replaceAll(/(?:\r\n|\r|\n)[ \t]/g, "");
  return unfolded.split(/\r\n|\r|\n/).flatMap((line) => {
    const { name, parameters = "", value = "" } = LINE.exec(line)?.groups ?? {};
    return name === undefined
      ? []
      : [{ name: name.toUpperCase(), parameters: readParameters(parameters), value }];
  });
}

/** RFC 5545, 3.3.11; control characters are none of a text. */
export function escapeText(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
    .replaceAll(/(?!\t)\p{Cc}/gu, "");
}

export function unescapeText(value: string): string {
  return value.replaceAll(/\\([\s\S])/g, (_, one: string) => (one === "n" || one === "N" ? "\n" : one));
}

function readParameters(text: string): ReadonlyMap<string, string> {
  const found = Array.from(text.matchAll(PARAMETER), ({ groups = {} }): [string, string] => [
    (groups["name"] ?? "").toUpperCase(),
    groups["quoted"] ?? groups["plain"] ?? "",
  ]);
  return new Map(found);
}

/** In UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_0000 ? 3 : 4;
}
