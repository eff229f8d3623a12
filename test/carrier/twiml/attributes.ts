// Attributes of voice TwiML, each checked as Twilio documents it and refused with Twilio's code for it.
import { Wrong } from "./document.ts";
import type { Element } from "./xml.ts";

function wrong(element: Element, name: string, code: number): Wrong {
  return new Wrong(code, `${name}="${element.attributes.get(name) ?? ""}" on <${element.name}>`);
}

/** A whole number within the limits, or the default where the attribute is absent. */
export function readNumber(
  element: Element,
  name: string,
  code: number,
  { least, most, otherwise }: { least: number; most: number; otherwise: number },
): number {
  const text = element.attributes.get(name);
  if (text === undefined) return otherwise;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) throw wrong(element, name, code);
  return value;
}

export function readBoolean(element: Element, name: string, code: number, otherwise: boolean): boolean {
  const text = element.attributes.get(name);
  if (text === undefined) return otherwise;
  if (text !== "true" && text !== "false") throw wrong(element, name, code);
  return text === "true";
}

/** One of the words, or the default where the attribute is absent. */
export function readWord<const Word extends string>(
  element: Element,
  name: string,
  code: number,
  words: readonly Word[],
  otherwise: Word,
): Word {
  const text = element.attributes.get(name);
  if (text === undefined) return otherwise;
  const word = words.find((each) => each === text);
  if (word === undefined) throw wrong(element, name, code);
  return word;
}

/** Several of the words, with spaces between them. */
export function readWords<const Word extends string>(
  element: Element,
  name: string,
  code: number,
  words: readonly Word[],
  otherwise: readonly Word[],
): ReadonlySet<Word> {
  const text = element.attributes.get(name);
  if (text === undefined) return new Set(otherwise);
  const given = text.split(" ").filter(Boolean);
  const known = words.filter((word) => given.includes(word));
  if (known.length === 0 || known.length < new Set(given).size) throw wrong(element, name, code);
  return new Set(known);
}

/** Keys of a telephone; the empty string means none. */
export function readKeys(element: Element, name: string, code: number, otherwise: string): string {
  const text = element.attributes.get(name) ?? otherwise;
  if (!/^[0-9#*]*$/.test(text)) throw wrong(element, name, code);
  return text;
}

/** A relative or absolute URL; undefined where absent. */
export function readUrl(element: Element, name: string, code: number): string | undefined {
  const text = element.attributes.get(name);
  if (text === undefined) return undefined;
  if (text.trim() === "" || !URL.canParse(text, "https://base.test")) throw wrong(element, name, code);
  return text;
}
