// What there is to tell of a period, in numbers: read from the record, and made into words by document.ts.
import type { AlarmKind } from "#core/alarm";
import type { CampaignState } from "#core/campaign/campaign";
import type { NoticeRecord } from "#core/record";
import type { Span } from "../rota/spans.ts";
import type { Notable } from "./notable.ts";

/** What is compared with the period before. */
export interface Totals {
  readonly received: number;
  /** Handed to the carrier, or shown in a chat. */
  readonly sent: number;
  readonly delivered: number;
  readonly failed: number;
  /** Nobody can tell whether the carrier took them. */
  readonly unknown: number;
  /** Conversations that were carried to their end. */
  readonly answers: number;
  readonly optOuts: number;
}

export interface FlowFigures {
  readonly id: string;
  readonly name: string;
  readonly begun: number;
  readonly completed: number;
  /** In the period before. */
  readonly completedBefore: number;
  readonly notable: readonly Notable[];
}

export interface CampaignFigures {
  readonly id: string;
  readonly name: string;
  readonly state: CampaignState;
  /** In all, not of the period only. */
  readonly planned: number;
  readonly sent: number;
  readonly delivered: number;
  readonly failed: number;
  readonly waiting: number;
  /** Of those it was sent to, who wrote anything since. */
  readonly replied: number;
}

export interface HelplineFigures {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly calls: number;
  readonly answered: number;
  /** Nobody was reached, and no message was left. */
  readonly missed: number;
  readonly voicemails: number;
  /** Of those voicemails. */
  readonly unheard: number;
  /** Shifts that nobody has, from now to the end of tomorrow, or of the week. */
  readonly gaps: readonly Span[];
}

export interface Attention {
  readonly alarms: readonly { readonly kind: AlarmKind; readonly text: string }[];
  /** Raised in the period, and still open. */
  readonly notices: readonly { readonly kind: NoticeRecord["kind"]; readonly count: number }[];
  /** Texts that may have meant STOP, a few of them. */
  readonly doubtful: readonly { readonly name: string | null; readonly words: string }[];
  readonly deadLetters: number;
  /** E-mails that did not arrive. */
  readonly emails: number;
}

export interface Count {
  readonly words: string;
  readonly count: number;
}

export interface DigestFigures {
  readonly totals: Totals;
  /** Of as many days before. */
  readonly before: Pick<Totals, "received" | "sent" | "answers">;
  /** Why messages failed, the most frequent first. */
  readonly failures: readonly Count[];
  /** Texts that came in and calls, by when: epoch milliseconds of hours that had any. */
  readonly hours: readonly { readonly at: number; readonly count: number }[];
  readonly flows: readonly FlowFigures[];
  readonly categories: readonly {
    readonly funnel: string;
    readonly category: string;
    readonly people: number;
  }[];
  readonly campaigns: readonly CampaignFigures[];
  readonly helplines: readonly HelplineFigures[];
  readonly attention: Attention;
}
