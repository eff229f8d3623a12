// At which field of its step a problem of the check is to be mended: the check names it in its sentence.
import type { Problem, ProblemCode } from "#core/conversation/check";
import type { StepKind } from "./draft.ts";

/** The member of the step, such as `text`, `answer` or `next`; `step` for the step as a whole. */
export type Field = string;

const BY_CODE: Readonly<Record<ProblemCode, Field | null>> = {
  "answer-overwritten": "saveAs",
  "answer-unknown": "cases",
  "character-costly": null,
  "choices-overlap": "answer",
  "date-unknown": "until",
  "dead-end": "step",
  "goto-missing": null,
  "id-repeated": null,
  "language-unknown": null,
  "limits-crossed": "answer",
  loop: "step",
  "path-unknown": "cases",
  "placeholder-bare": null,
  schema: "step",
  "template-broken": null,
  "text-long": null,
  "timer-late": "reminders",
  "translation-missing": null,
  unreachable: "step",
  "wait-pointless": "step",
  "whatsapp-window": null,
  "word-reserved": null,
};

/** How the check's sentences begin, or what they name, and the member that is meant. */
const BY_WORDS: readonly (readonly [RegExp, Field])[] = [
  [/\blabel of\b|synonyms of|words for (?:yes|no)/, "answer"],
  [/skip words/, "skip"],
  [/\bnot understood\b/, "notUnderstood"],
  [/\breminder \d/, "reminders"],
  [/^The (?:value of|notification)|^It changes the language/, "changes"],
  [/^"(?:option |yes"|no")/, "answer"],
  [/^"(?:otherwise|skip|deadline|refused)"/, ""],
  [/^"case /, "cases"],
  [/^"way /, "ways"],
  [/^"next"/, "next"],
  [/\(interrupts\)|^An interrupt/, "interrupts"],
  [/is the id of several/, "id"],
  [/more than once in this node/, "answer"],
  [/\btext\b/, "text"],
];

/** `kind`: of the step it is about. */
export function fieldOf({ code, message }: Pick<Problem, "code" | "message">, kind?: StepKind): Field {
  if (code === "id-repeated" && kind === "split") return "ways";
  const known = BY_CODE[code];
  if (known !== null) return known;
  const [, field] = BY_WORDS.find(([words]) => words.test(message)) ?? [null, "step"];
  return field === "" ? (/^"(\w+)"/.exec(message)?.[1] ?? "step") : field;
}
