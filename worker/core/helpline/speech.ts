// Words in the language of whoever hears them, and in which language they are in the end: a voice must know.
import { inLanguage } from "#core/language";
import { CALL_SENTENCES } from "#core/helpline/sentences";
import type { CallSentences } from "#core/helpline/sentences";
import { en } from "#core/helpline/sentences/en";
import type { Say } from "#core/helpline/script";

type Spoken = Readonly<Record<string, string>>;

/** The group's own words, in the nearest language they were written in. Silence for words never written. */
export function speak(spoken: Spoken | undefined, language: string): readonly Say[] {
  const text = inLanguage(spoken, language);
  const [written] = Object.entries(spoken ?? {}).find(([, words]) => words === text) ?? [];
  return text === null || written === undefined ? [] : [{ kind: "say", text, language: written }];
}

/** The same words in every language they were written in, for who has not chosen one yet. */
export function speakAll(spoken: Spoken): readonly Say[] {
  return Object.entries(spoken).map(([language, text]) => ({ kind: "say", text, language }));
}

/** One of our own sentences; English where we do not speak the language. */
export function sentence(key: keyof CallSentences, language: string, name = ""): Say {
  const known = [language, language.split("-")[0] ?? ""].find((one) => one in CALL_SENTENCES);
  const words = CALL_SENTENCES[known ?? "en"] ?? en;
  return { kind: "say", text: words[key].replaceAll("{name}", () => name), language: known ?? "en" };
}

/** The group's own words, else ours. */
export function speakOr(
  spoken: Spoken | undefined,
  key: keyof CallSentences,
  language: string,
  name: string,
): readonly Say[] {
  const own = speak(spoken, language);
  return own.length > 0 ? own : [sentence(key, language, name)];
}
