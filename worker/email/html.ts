// HTML from parts: whatever is no HTML already is escaped, so that nobody's words become markup.

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

type Part = string | number | Html | readonly Html[];

/** A template literal of markup; its values are escaped unless they are Html. Its indentation is for us: Gmail cuts off what is over 102 KB. */
export function html(markup: TemplateStringsArray, ...values: readonly Part[]): Html {
  const raw = markup.map((each) => each.replaceAll(/\s*\n\s*/g, " "));
  return new Html(String.raw({ raw }, ...values.map(toMarkup)));
}

function toMarkup(part: Part): string {
  if (part instanceof Html) return part.markup;
  if (typeof part === "object") return part.map(({ markup }) => markup).join("");
  return String(part).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
