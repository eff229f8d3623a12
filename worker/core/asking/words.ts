// What volunteers are asked and told about their shifts, in their language.
import { ar } from "./words/ar.ts";
import { de } from "./words/de.ts";
import { en } from "./words/en.ts";
import { es } from "./words/es.ts";
import { fr } from "./words/fr.ts";
import { hi } from "./words/hi.ts";
import { pt } from "./words/pt.ts";
import type { AskingKind } from "./asking.ts";
import type { Outcome } from "./settle.ts";

/** `{group}`, `{shift}` and `{url}` are filled in. */
export interface AskingWords {
  readonly ask: Readonly<Record<AskingKind, string>>;
  readonly yes: Readonly<Record<AskingKind, string>>;
  readonly no: Readonly<Record<AskingKind, string>>;
  /** Where several shifts are asked about, one after the other. */
  readonly about: string;
  readonly answerAt: string;
  readonly told: Readonly<Record<Outcome, string>>;
  readonly because: string;
}

const ALL: Readonly<Record<string, AskingWords>> = { en, es, fr, de, pt, ar, hi };

export interface Spoken {
  readonly language: string;
  readonly words: AskingWords;
}

/** English where we have no words of that language. */
export function askingWords(language: string): Spoken {
  const [base = ""] = language.toLowerCase().split("-");
  const words = Object.hasOwn(ALL, base) ? ALL[base] : undefined;
  return words === undefined ? { language: "en", words: en } : { language: base, words };
}

export function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all);
}

/** Such as "Tue 24 Nov 14:00-16:00", by the group's clock; digits and hyphens that every SMS can carry. */
export function nameShift(
  { startsAt, endsAt }: { readonly startsAt: number; readonly endsAt: number },
  zone: string,
  language: string,
): string {
  const options = { timeZone: zone, numberingSystem: "latn" } as const;
  const day = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    ...options,
    weekday: "short",
    day: "numeric",
    month: "short",
  });
  const time = new Intl.DateTimeFormat("en-GB", { ...options, hour: "2-digit", minute: "2-digit" });
  return `${day.format(startsAt)} ${time.format(startsAt)}-${time.format(endsAt)}`;
}
