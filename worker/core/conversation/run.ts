// What the engine is given and what it gives back. A run is one pass of one person through one flow version.
import type { Flow } from "#core/conversation/flow";

export type Channel = "sms" | "whatsapp" | "chat";

export type FieldValue = string | number | boolean | null;

/** The person as the flow may know them; the object keeps this copy while the conversation lasts. */
export interface Person {
  readonly channel: Channel;
  /** A language tag, or null while nobody knows it. */
  readonly language: string | null;
  /** An IANA zone such as `Europe/London`. */
  readonly zone: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly tags: readonly string[];
  /** Category by funnel. */
  readonly categories: Readonly<Record<string, string>>;
}

export interface Location {
  readonly latitude: number;
  readonly longitude: number;
  readonly label?: string;
}

export interface Attachment {
  /** `image/jpeg` and the like, as the carrier names it. */
  readonly type: string;
  /** Where the Worker keeps or finds it: an opaque reference, never a URL from a form. */
  readonly ref: string;
}

/** An accepted answer. `label` is how a person reads it; `value` is what charts and branches use. */
export interface Answer {
  readonly value: string | number | boolean | readonly string[] | Location | readonly Attachment[] | null;
  readonly label: string;
  /** The words as they came. */
  readonly words: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly skipped?: true;
}

export type Input =
  /** `words`: the keyword that led here, as proof of a consent granted by it. */
  | { readonly kind: "start"; readonly words?: string }
  | {
      readonly kind: "message";
      readonly text: string;
      readonly attachments?: readonly Attachment[];
      readonly location?: Location;
    }
  /** A quick reply was tapped: `option` is its id as it was given out; a tap on an older question counts by its text. */
  | { readonly kind: "choice"; readonly option: string; readonly text: string }
  /** The wake the state asked for; a stale one (another turn) does nothing. */
  | { readonly kind: "timeout"; readonly turn: number }
  /** A message of this run can never arrive. */
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "opted-out" }
  | { readonly kind: "take-over" }
  | { readonly kind: "release" };

/**
 * How a run ended, in the words of survey research (AAPOR): partial = some answers and the flow's own early end,
 * breakoff = stopped after the first answer, refused = before it, unresponsive = never said a word. The whole table
 * stands above `dispositionOf`.
 */
export const DISPOSITIONS = [
  "completed",
  "partial",
  "breakoff",
  "refused",
  "unresponsive",
  "ineligible",
  "expired",
  "interrupted",
  "failed",
] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

export type Wake = "reminder" | "deadline" | "wait" | "expiry";

export interface RunState {
  readonly phase: "asking" | "waiting" | "with-person" | "finished";
  /** The node that waits for something; null once finished. */
  readonly node: string | null;
  /** Counts every input that changed something: timers and choices carry it, so a stale one does nothing. */
  readonly turn: number;
  readonly language: string;
  /** Misunderstood answers to the present question. */
  readonly tries: number;
  readonly remindersSent: number;
  readonly answers: Readonly<Record<string, Answer>>;
  /** The way taken, by split node. */
  readonly variants: Readonly<Record<string, string>>;
  /** Nodes walked so far; see STEPS_MAX. */
  readonly steps: number;
  /** When the person's words last moved this run, and when the present question was asked. Epoch milliseconds. */
  readonly heardAt: number | null;
  readonly askedAt: number | null;
  /** When to wake the run, and why; null when only the person can move it. */
  readonly wake: { readonly at: number; readonly reason: Wake } | null;
  /** The phase to go back to on release. */
  readonly resume: "asking" | "waiting" | null;
  readonly disposition: Disposition | null;
}

export type Effect =
  /** `options` become quick replies where the channel has them; the text already carries the numbered list where it does not. */
  | {
      readonly kind: "say";
      readonly node: string;
      readonly text: string;
      readonly media?: readonly string[];
      readonly options?: readonly QuickReply[];
    }
  | { readonly kind: "record-answer"; readonly node: string; readonly name: string; readonly answer: Answer }
  | { readonly kind: "set-field"; readonly name: string; readonly value: FieldValue }
  | { readonly kind: "set-language"; readonly language: string }
  | { readonly kind: "add-tag"; readonly tag: string }
  | { readonly kind: "remove-tag"; readonly tag: string }
  | { readonly kind: "categorise"; readonly funnel: string; readonly category: string }
  | { readonly kind: "grant-consent"; readonly words: string; readonly node: string }
  | { readonly kind: "notify"; readonly text: string; readonly node: string }
  /** Something the flow's author should know, such as a template that failed. */
  | { readonly kind: "report"; readonly problem: string; readonly node: string }
  | { readonly kind: "hand-off"; readonly note: string; readonly node: string }
  | { readonly kind: "enrol"; readonly flow: string }
  | { readonly kind: "finish"; readonly disposition: Disposition };

export interface QuickReply {
  /** `node:option`, so that a tap on an older question is known as such. */
  readonly id: string;
  readonly label: string;
  /** The number it can be answered with; absent where the label says it itself (yes, 5). */
  readonly number?: number;
}

/**
 * One node walked: for the preview and the drop-off picture. A node that waits gives two, `to: null` on arrival and
 * its target on leaving; whoever goes silent or says STOP there never leaves. So drop-off = views without a leaving / views.
 */
export interface Visit {
  readonly node: string;
  /** The node it left for, `end`, or null as it begins to wait there. */
  readonly to: string | null;
}

export interface Advance {
  readonly flow: Flow;
  /** null only with a start. */
  readonly state: RunState | null;
  readonly person: Person;
  readonly input: Input;
  /** Epoch milliseconds. */
  readonly now: number;
  /** A number in [0, 1) for random splits. */
  readonly draw: number;
  /**
   * What the question did not understand: `return` = `unmatched` is returned and nothing changes, so that triggers may be
   * read first; `retry` = count it as a try and say so. Default `retry`. Where nothing was asked it is `unmatched` either way.
   */
  readonly whenUnmatched?: "return" | "retry";
}

export interface Advanced {
  readonly state: RunState;
  readonly effects: readonly Effect[];
  readonly visits: readonly Visit[];
  /** The text answered nothing that was asked; see Advance.whenUnmatched. */
  readonly unmatched?: true;
}
