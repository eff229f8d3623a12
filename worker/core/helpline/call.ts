// What is written down of calls: the whole of one call in each record, of which the newest counts, and what was left on the machine.
import type { Choice } from "#core/helpline/helpline";
import type { Address } from "#core/phone";

/** Where a call stands. */
export type CallState = "menu" | "ringing" | "talking" | "voicemail" | "ended";

/**
 * What a call came to. `answered`: by a volunteer. `forwarded`: the other number answered. `voicemail`: a message was left.
 * `informed`: they heard what the menu had to say. `missed`: none of these.
 */
export type CallOutcome = "answered" | "forwarded" | "voicemail" | "informed" | "blocked" | "missed";

/**
 * What came of ringing somebody. `engaged`: their telephone was busy with something else. `unaccepted`: somebody or a mailbox
 * picked up, and nobody pressed 1. `declined`: another key. `bad-number`: the call could not be put through.
 */
export type RingResult =
  | "ringing"
  | "no-answer"
  | "engaged"
  | "unaccepted"
  | "declined"
  | "bad-number"
  | "caller-hung-up"
  | "accepted"
  /** Accepted, and the caller was there. */
  | "talked"
  /** Nobody told us. */
  | "unknown";

/** Why somebody on shift was not rung. `busy`: on a call of this line or another group's. `caller`: it is they who call. */
export type SkipReason = "inactive" | "no-phone" | "quarantined" | "busy" | "caller";

interface Ring {
  /** From the first ring, or from when they were to be rung where the carrier does not say. */
  readonly seconds: number;
  readonly result: RingResult;
  readonly talkedSeconds: number | null;
}

type Event =
  | { readonly kind: "blocked" }
  /** `digits` is empty for silence; `choice` is null for a key that means nothing. */
  | { readonly kind: "menu"; readonly digits: string; readonly choice: Choice["kind"] | null }
  | { readonly kind: "language"; readonly language: string }
  | { readonly kind: "skipped"; readonly volunteerId: string; readonly why: SkipReason }
  /** There is nobody on shift at all. */
  | { readonly kind: "nobody-on" }
  | ({ readonly kind: "rang"; readonly volunteerId: string } & Ring)
  | ({ readonly kind: "forwarded"; readonly number: string } & Ring)
  /** No more telephones are rung for this call (`call`), or for this caller within the hour (`caller`). */
  | { readonly kind: "limit"; readonly of: "call" | "caller" }
  /** They were asked to leave a message. */
  | { readonly kind: "voicemail" }
  | { readonly kind: "recorded"; readonly seconds: number | null }
  /** Something failed on our side, and they were asked to leave a message. */
  | { readonly kind: "trouble" }
  /** `lost`: its end was never reported. */
  | { readonly kind: "ended"; readonly by: "us" | "caller" | "volunteer" | "lost" };

/** One line of a call's story. `at` is when it began, epoch milliseconds. */
export type TraceEntry = Event & { readonly at: number };

/** All of a call up to `seq`; of two records of one call the higher `seq` counts, whatever arrives first. */
export interface CallRecord {
  readonly kind: "call";
  /** Derived from the carrier's id of the call (`callIdOf`). */
  readonly id: string;
  readonly sid: string;
  readonly helplineId: string;
  /** The number that was called, E.164. */
  readonly number: string;
  /** Null for who withholds theirs. */
  readonly addressId: string | null;
  readonly address: Address;
  readonly seq: number;
  readonly at: number;
  readonly state: CallState;
  readonly language: string;
  readonly startedAt: number;
  readonly trace: readonly TraceEntry[];
  /** The volunteer who talked with them, and since when. */
  readonly answeredBy: string | null;
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
  /** Null until it ends. */
  readonly outcome: CallOutcome | null;
}

/** A message that was left; of two records of one the higher `seq` counts. */
export interface VoicemailRecord {
  readonly kind: "voicemail";
  /** Derived from the call: there is one a call (`voicemailIdOf`). */
  readonly id: string;
  readonly callId: string;
  /** The carrier's id of the call. */
  readonly sid: string;
  readonly helplineId: string;
  readonly addressId: string | null;
  readonly address: Address;
  readonly seq: number;
  readonly at: number;
  readonly language: string;
  /** When the call began. */
  readonly calledAt: number;
  /** The carrier's id of the recording; null as long as only its transcript has come. */
  readonly recordingSid: string | null;
  readonly seconds: number | null;
  readonly recordedAt: number | null;
  /** Who is still expected to write it down; null for nobody. */
  readonly scribe: Scribe | null;
  /** Until when its e-mail waits for the transcript; null before the recording is there. */
  readonly waitsUntil: number | null;
  /** Since when its e-mail does not wait any more. */
  readonly readyAt: number | null;
  readonly transcript: { readonly text: string; readonly by: Scribe; readonly at: number } | null;
}

/** Who writes down what was said. */
export type Scribe = "twilio" | "whisper";

/** A volunteer's telephone could not be reached: no group rings it until then. */
export interface QuarantineRecord {
  readonly kind: "quarantine";
  readonly volunteerId: string;
  /** Of the telephone that failed: another one is not to blame. */
  readonly addressId: string;
  readonly until: number;
  readonly reason: string;
  readonly at: number;
}
