// What a digest says, in a language: another one is another file beside words/en.ts.
import type { CampaignState } from "#core/campaign/campaign";
import type { NoticeRecord } from "#core/record";
import type { NotableKind } from "./notable.ts";
import { en } from "./words/en.ts";

/** Sentences of one to many: each gets the number and says it. */
type Counted = (count: number) => string;

export interface DigestWords {
  readonly language: string;
  /** For dates and numbers. */
  readonly locale: string;
  readonly needs: Counted;
  readonly nothingNeeded: string;
  readonly quiet: string;
  readonly quietShort: string;
  /** The subject of a period that needs nobody. */
  readonly summary: (received: string, answers: string, calls: string) => string;
  readonly texts: Counted;
  readonly answers: Counted;
  readonly calls: Counted;
  readonly covers: Counted;
  readonly late: (dueAt: string) => string;
  readonly than: {
    readonly more: (count: string, isDay: boolean) => string;
    readonly fewer: (count: string, isDay: boolean) => string;
    readonly same: (isDay: boolean) => string;
  };
  readonly figures: Readonly<Record<"received" | "sent" | "answers" | "calls", string>>;
  readonly answeredOf: (answered: string, calls: string) => string;
  readonly byHour: string;
  readonly byDay: string;
  readonly attention: {
    readonly notice: Readonly<Record<NoticeRecord["kind"], Counted>>;
    readonly doubtful: string;
    readonly deadLetters: Counted;
    readonly unknown: Counted;
    readonly emails: Counted;
    readonly missed: (count: number, group: string) => string;
    readonly unheard: (count: number, group: string) => string;
    readonly gap: (group: string, when: string) => string;
    readonly more: Counted;
  };
  readonly messages: Readonly<
    Record<"title" | "delivered" | "failed" | "optOuts" | "reason" | "count", string>
  >;
  readonly deliveredOf: (delivered: string, sent: string, percent: string) => string;
  readonly flows: {
    readonly title: string;
    readonly bars: string;
    readonly note: (completed: string, begun: string) => string;
    readonly notable: Readonly<Record<NotableKind, string>>;
    readonly somebody: string;
    readonly inFlow: (who: string, flow: string) => string;
    readonly categories: string;
    readonly people: Counted;
  };
  readonly campaigns: {
    readonly title: string;
    readonly head: readonly [string, string, string, string, string];
    readonly state: Readonly<Record<CampaignState, string>>;
  };
  readonly helplines: {
    readonly title: string;
    readonly head: readonly [string, string, string, string, string];
  };
  readonly open: string;
  readonly because: (isDaily: boolean) => string;
}

const ALL: Readonly<Record<string, DigestWords>> = { en };

/** English where we have no words of that language. */
export function digestWords(language: string): DigestWords {
  const [base = ""] = language.toLowerCase().split("-");
  return (Object.hasOwn(ALL, base) ? ALL[base] : undefined) ?? en;
}
