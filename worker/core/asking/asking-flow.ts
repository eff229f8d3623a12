// The questions as a conversation of their own: one message that names every shift, then an answer to each.
import type { Flow, Node } from "#core/conversation/flow";
import { sentencesIn } from "#core/conversation/sentences";
import { nameOfAsking } from "./asking.ts";
import type { Asking } from "./asking.ts";
import { askingWords, fillIn, nameShift } from "./words.ts";

/** How a run of such a flow is marked, in front of the batch's id. */
export const ASKING_SOURCE = "asking:";

export const YES = "yes";
export const NO = "no";

export interface AskingText {
  readonly group: string;
  readonly zone: string;
  /** The volunteer's. */
  readonly language: string;
}

/** The most a flow may last (see `expiresAfterMinutes`). */
const YEAR_MINUTES = 525_600;

/** What they are asked, as a text of its own: for e-mails, pages, and where no conversation can begin. */
export function writeAsking(
  askings: readonly Pick<Asking, "kind" | "startsAt" | "endsAt">[],
  text: AskingText,
): string {
  const { language, words } = askingWords(text.language);
  const [first] = askings;
  const shift = askings.map((asking) => nameShift(asking, text.zone, language)).join("; ");
  return fillIn(words.ask[first?.kind ?? "reminder"], { group: plain(text.group), shift });
}

/** One of them as a text of its own, with what can be answered. */
export function putAsking(asking: Asking, text: AskingText): string {
  const { words } = askingWords(text.language);
  const { kind } = asking;
  return `${writeAsking([asking], text)}\n1. ${words.yes[kind]}\n2. ${words.no[kind]}`;
}

/**
 * All of one kind, at least one. It stays open until the last shift ends, so that an answer which comes too late is told so
 * rather than misunderstood.
 */
export function askingFlow(askings: readonly Asking[], text: AskingText): Flow {
  const { language, words } = askingWords(text.language);
  const said = sentencesIn([language]);
  const closesAt = Math.max(...askings.map(({ endsAt }) => endsAt));
  const nodes = askings.map((asking, index): Node => {
    const { id, kind } = asking;
    const question =
      index === 0
        ? writeAsking(askings, text)
        : fillIn(words.about, { shift: nameShift(asking, text.zone, language) });
    const next = askings[index + 1];
    const goto = next === undefined ? "end" : nameOfAsking(next.id);
    return {
      id: nameOfAsking(id),
      kind: "ask",
      text: { [language]: question },
      saveAs: nameOfAsking(id),
      answer: {
        kind: "choice",
        options: [
          { id: YES, label: { [language]: words.yes[kind] }, synonyms: { [language]: ["yes", said.yes] } },
          { id: NO, label: { [language]: words.no[kind] }, synonyms: { [language]: ["no", said.no] } },
        ],
      },
      triesMax: 3,
      otherwise: goto,
      next: goto,
    };
  });
  return { schema: 1, languages: [language], nodes, expiresAfterMinutes: YEAR_MINUTES, closesAt };
}

/** A group's name is no template. */
function plain(name: string): string {
  return name.replaceAll(/[{}]/g, "");
}
