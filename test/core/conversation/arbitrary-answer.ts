// Questions nobody would ask and answers nobody would give, for the properties of matching.
import * as fc from "fast-check";
import { AnswerRule } from "#core/conversation/flow";
import type { MatchContext, Said } from "#core/conversation/match";
import { normalise } from "#core/text";

const LANGUAGES = ["en", "en-US", "es", "fr", "de", "pt-BR", "ar", "hi", "zh", "it", "nl", "sw", "xx-99"];
export const language = fc.constantFrom(...LANGUAGES);

export const context: fc.Arbitrary<MatchContext> = fc.record({
  language,
  languages: fc.uniqueArray(language, { minLength: 1, maxLength: 4 }),
  zone: fc.constantFrom("Europe/London", "Pacific/Apia", "Asia/Kathmandu", "Not/AZone"),
  now: fc.integer({ min: Date.parse("2000-01-01"), max: Date.parse("2090-01-01") }),
});

const WORDS =
  `yes no not but and or 1 2 10 3.5 1,200 - / . , ; : ( ) a b the first two hundred million in 3 days ago next friday
  31 feb 29 february 2027 2026-03-03 today minus ½ ⭐ 👍 % @ a@b.co +447700900123 51.5 -0.12 لا نعم غدا 不 好 三`.split(
    /\s+/,
  );

/** What the matcher looks for, in any order, with and without spaces. */
export const words = fc
  .array(fc.constantFrom(...WORDS, "\n"), { maxLength: 12 })
  .chain((list) => fc.constantFrom(list.join(" "), list.join("")));

/** Any UTF-16 at all, lone surrogates too. */
const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((codes) => String.fromCharCode(...codes));

export const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  units,
  words,
  fc.string({ maxLength: 40 }),
);

const label = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
    words.filter((said) => said !== ""),
    fc.constantFrom("Red", "Blue", "Light blue", "10", "C++"),
  )
  .map((said) => said.slice(0, 60))
  .filter((said) => normalise(said) !== "");

/** Options with a label in English and perhaps in other languages. */
export const options = fc
  .array(
    fc.record({
      en: label,
      others: fc.dictionary(language, label, { maxKeys: 2 }),
      synonyms: fc.dictionary(language, fc.array(label, { maxLength: 3 }), { maxKeys: 2 }),
    }),
    { minLength: 2, maxLength: 12 },
  )
  .map((list) =>
    list.map(({ en, others, synonyms }, index) => ({ id: `o${index}`, label: { ...others, en }, synonyms })),
  );

export const numberRule = fc
  .record({
    min: fc.integer({ min: -1000, max: 5000 }),
    size: fc.integer({ min: 0, max: 5000 }),
    integer: fc.boolean(),
  })
  .map(({ min, size, integer }) => ({ kind: "number" as const, min, max: min + size, integer }));

export const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2050-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const limit = fc.oneof(day, fc.constant("today"));

export const rule: fc.Arbitrary<AnswerRule> = fc
  .oneof(
    fc.record({ kind: fc.constantFrom("email", "nps", "rating", "text", "phone", "media", "location") }),
    fc.record({ kind: fc.constant("text"), lengthMin: fc.constant(2), lengthMax: fc.constant(50) }),
    fc.record({ kind: fc.constant("choice"), options }),
    fc.record({ kind: fc.constant("multi-choice"), options, choicesMax: fc.constantFrom(1, 3, 20) }),
    fc.record({
      kind: fc.constant("yes-no"),
      yesWords: fc.dictionary(language, fc.array(label, { maxLength: 3 })),
    }),
    numberRule,
    fc.record({ kind: fc.constant("date"), earliest: limit, latest: limit }),
    fc.record({ kind: fc.constant("phone"), country: fc.constantFrom("GB", "??") }),
    fc.record({ kind: fc.constant("media"), accept: fc.constant(["image"]) }),
    fc.record({ kind: fc.constant("location"), addressInWords: fc.constant(true) }),
  )
  .map((written) => AnswerRule.parse(written));

const attachment = fc.record({
  type: fc.constantFrom("image/png", "text/plain", "", "🙂"),
  ref: fc.string(),
});

export const said: fc.Arbitrary<Said> = fc.oneof(
  fc.record({ text }),
  fc.record({ text, option: fc.constantFrom("o0", "o1", "yes", "nothing") }),
  fc.record({ text, attachments: fc.array(attachment, { maxLength: 3 }) }),
  fc.record({ text, location: fc.record({ latitude: fc.double(), longitude: fc.double() }) }),
);
