// An attribute as it is typed: a word, a number or yes and no.

export const ATTRIBUTE_KINDS = ["text", "number", "yes-no"] as const;
export type AttributeKind = (typeof ATTRIBUTE_KINDS)[number];

export const KIND_WORDS: Readonly<Record<AttributeKind, string>> = {
  text: "Text",
  number: "Number",
  "yes-no": "Yes or no",
};

export interface AttributeDraft {
  readonly name: string;
  readonly kind: AttributeKind;
  readonly text: string;
  readonly isYes: boolean;
}

export type AttributeValue = string | number | boolean | null;

export function toDraft(name: string, value: AttributeValue): AttributeDraft {
  const blank = { name, kind: "text", text: "", isYes: false } as const;
  if (typeof value === "boolean") return { ...blank, kind: "yes-no", isYes: value };
  if (typeof value === "number") return { ...blank, kind: "number", text: String(value) };
  return { ...blank, text: value ?? "" };
}

/** null where a number is none. */
export function fromDraft({ kind, text, isYes }: AttributeDraft): Exclude<AttributeValue, null> | null {
  if (kind === "yes-no") return isYes;
  if (kind === "text") return text.trim();
  const number = Number(text.trim());
  return text.trim() === "" || !Number.isFinite(number) ? null : number;
}

export function showValue(value: AttributeValue): string {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return value === null ? "–" : String(value);
}
