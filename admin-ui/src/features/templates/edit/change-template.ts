// Changing a template's document in one place and leaving the rest as it is.
import { printedBy } from "#core/message-template/render-message";
import { PlaceholderName } from "#core/message-template/template";
import type { Declared, MessageTemplate } from "#core/message-template/template";
import { wordingsFor } from "#core/message-template/wording";

type Texts = NonNullable<MessageTemplate["text"]>;

/** Texts that are not empty: one that is begun and left keeps nothing from being saved. */
function written(texts: Texts | undefined): Texts {
  return Object.fromEntries(Object.entries(texts ?? {}).filter(([, words]) => words.trim() !== ""));
}

/** Whether it says anything in any language, and nothing that is begun is left empty. */
export function hasWords({ text, whatsapp }: MessageTemplate): boolean {
  const texts = [text, whatsapp?.kind === "text" ? whatsapp.text : undefined].filter(
    (one) => one !== undefined,
  );
  const isWhole = texts.every((one) => Object.keys(written(one)).length === Object.keys(one).length);
  const hasSome = texts.some((one) => Object.keys(one).length > 0);
  return isWhole && (hasSome || whatsapp?.kind === "content");
}

export function withText(document: MessageTemplate, text: Texts | undefined): MessageTemplate {
  const { text: _, ...rest } = document;
  return text === undefined || Object.keys(text).length === 0 ? rest : { ...document, text };
}

export function withMedia(document: MessageTemplate, media: readonly string[]): MessageTemplate {
  const { media: _, ...rest } = document;
  return media.length === 0 ? rest : { ...document, media: [...media] };
}

export function withWhatsapp(
  document: MessageTemplate,
  whatsapp: MessageTemplate["whatsapp"],
): MessageTemplate {
  const { whatsapp: _, ...rest } = document;
  return whatsapp === undefined ? rest : { ...document, whatsapp };
}

/** The placeholder with another default; without one it is spelled as it was. */
export function withDefault(document: MessageTemplate, name: string, value: string): MessageTemplate {
  const placeholders = document.placeholders.map((one): string | Declared =>
    nameOf(one) === name ? (value === "" ? { name } : { name, default: value }) : one,
  );
  return { ...document, placeholders };
}

/** What stands in any wording without a default in its own place. */
export function printedIn(document: MessageTemplate): readonly string[] {
  const wordings = [...wordingsFor(document, "sms"), ...wordingsFor(document, "whatsapp")];
  const names = wordings.flatMap(printedBy).flatMap(({ name, hasDefault }) => (hasDefault ? [] : [name]));
  return [...new Set(names)];
}

/** A change, with what it prints among its names; one that came and went letter by letter goes with its words, unless something was said to stand in. */
export function withNamesPrinted(before: MessageTemplate, after: MessageTemplate): MessageTemplate {
  const [were, are] = [printedIn(before), printedIn(after)];
  const kept = after.placeholders.filter((one) => {
    const name = nameOf(one);
    return (
      are.includes(name) || !were.includes(name) || (typeof one !== "string" && one.default !== undefined)
    );
  });
  const known = new Set(kept.map(nameOf));
  const added = are.filter((name) => !known.has(name) && canBeKnown(name)).map((name) => ({ name }));
  return { ...after, placeholders: [...kept, ...added] };
}

/** Answers are known only inside a conversation. */
function canBeKnown(name: string): boolean {
  return PlaceholderName.safeParse(name).success && !name.startsWith("answers.");
}

export function withdraw(document: MessageTemplate, name: string): MessageTemplate {
  return { ...document, placeholders: document.placeholders.filter((one) => nameOf(one) !== name) };
}

function nameOf(placeholder: string | Declared): string {
  return typeof placeholder === "string" ? placeholder : placeholder.name;
}
