// What objects and webhooks write down: each record can be applied late, twice or out of order with the same result.
import type { AlarmKind } from "#core/alarm";
import type { Reach } from "#core/consent/permission";
import type { CampaignState } from "#core/campaign/campaign";
import type { CallRecord, QuarantineRecord, VoicemailRecord } from "#core/helpline/call";
import type { Address } from "#core/phone";
import type {
  Answer,
  Attachment,
  Channel,
  Disposition,
  FieldValue,
  Location,
  RunState,
  Visit,
} from "#core/conversation/run";
import type { Status } from "#core/status";

/** `opt-out`: the one confirmation of a STOP; `consent`: other sentences about consent and help. */
export type MessageKind =
  | "flow"
  | "reminder"
  | "staff"
  | "opt-out"
  | "consent"
  | "unmatched"
  | "api"
  | "campaign";

export interface MessageRecord {
  readonly id: string;
  readonly direction: "in" | "out";
  readonly channel: Channel;
  readonly kind: MessageKind | "inbound";
  readonly via: "twiml" | "rest" | "chat" | null;
  readonly text: string;
  readonly media: readonly (string | Attachment)[];
  readonly location?: Location;
  readonly runId: string | null;
  readonly turn: number | null;
  readonly node: string | null;
  readonly status: Status;
  readonly sid: string | null;
  readonly at: number;
}

/** An answer with the turn it was given in: of two answers to one question the later turn counts. */
export type RecordedAnswer = Answer & { readonly turn: number };

/**
 * What one turn made of a run. Where it stands is a snapshot (the higher turn counts); answers, variants and visits
 * are this turn's only, and add up in any order, so that a long survey never makes a record too big for the queue.
 */
export interface RunRecord {
  readonly id: string;
  /** Where it is held; the turn's own line where absent. A STOP on one line ends the runs of all. */
  readonly lineId?: string;
  readonly flowId: string;
  readonly versionId: string;
  readonly source: string;
  readonly phase: RunState["phase"];
  readonly node: string | null;
  readonly turn: number;
  readonly language: string;
  readonly disposition: Disposition | null;
  readonly answers: Readonly<Record<string, RecordedAnswer>>;
  readonly variants: Readonly<Record<string, string>>;
  /** By turn. */
  readonly visits: Readonly<Record<number, readonly Visit[]>>;
  readonly startedAt: number;
  readonly heardAt: number | null;
  readonly finishedAt: number | null;
}

/** A change of the profile; the newer `at` wins, whoever made it. */
export type ProfileChange =
  | {
      readonly kind: "field";
      readonly name: string;
      readonly value: FieldValue;
      readonly at: number;
      readonly source: string;
    }
  | {
      readonly kind: "tag";
      readonly tag: string;
      readonly present: boolean;
      readonly at: number;
      readonly source: string;
    }
  | {
      readonly kind: "category";
      readonly funnel: string;
      readonly category: string;
      readonly at: number;
      readonly source: string;
    }
  | { readonly kind: "language"; readonly language: string; readonly at: number; readonly source: string }
  | { readonly kind: "profile-name"; readonly name: string; readonly at: number; readonly source: string };

export interface ConsentRecord {
  readonly id: string;
  readonly kind: "opt-out" | "opt-in" | "grant";
  /** `person`: their own words. `carrier`: a refusal the carrier reported. */
  readonly source: "person" | "carrier";
  /** The exact words, as proof. */
  readonly words: string;
  /** How far it reaches; every channel where absent. */
  readonly channel?: Reach;
  readonly at: number;
}

/** Something a person on the staff should look at. */
export interface NoticeRecord {
  readonly id: string;
  readonly kind:
    | "hand-off"
    | "doubtful"
    | "notify"
    | "report"
    | "unmatched"
    | "opted-out-text"
    | "limit"
    | "unavailable"
    | "stray"
    /** A text to a conversation that a person on the staff has taken. */
    | "to-staff";
  readonly text: string;
  readonly runId: string | null;
  readonly node: string | null;
  readonly at: number;
}

/** Everything one turn of one person changed, in one piece. */
export interface TurnRecord {
  readonly kind: "turn";
  /** The inbound message's id, or the turn's own. */
  readonly id: string;
  readonly at: number;
  readonly addressId: string;
  readonly address: Address;
  readonly lineId: string | null;
  readonly heard: boolean;
  readonly messages: readonly MessageRecord[];
  readonly runs: readonly RunRecord[];
  readonly changes: readonly ProfileChange[];
  readonly consents: readonly ConsentRecord[];
  readonly notices: readonly NoticeRecord[];
  /** When the object wants to wake next; null for never. */
  readonly dueAt: number | null;
}

/** What the hand-over of a REST message came to. */
export interface OutcomeRecord {
  readonly kind: "outcome";
  readonly messageId: string;
  readonly addressId: string;
  readonly status: Status;
  readonly sid: string | null;
  /** This line's callbacks carry no id of ours: keep the SID where it can be looked up. */
  readonly isMatchedBySid: boolean;
  readonly errorCode: number | null;
  /** Why it did not go; a campaign's recipient says so itself. */
  readonly reason?: string;
  readonly at: number;
  /** A campaign's recipient only: what its row did not know when it was planned. */
  readonly recipient?: RecipientOutcome;
}

export interface RecipientOutcome {
  readonly campaignId: string;
  /** What was said, in the end. */
  readonly text: string;
  readonly media: readonly string[];
  readonly runId: string | null;
  readonly turn: number | null;
  readonly node: string | null;
  readonly segments: number;
  readonly costMicros: number;
  /** Why it did not go; null where it did. */
  readonly reason: string | null;
}

/** A status callback. Without our id in its URL it is matched by `sid`. */
export interface ReceiptRecord {
  readonly kind: "receipt";
  readonly messageId: string | null;
  readonly addressId: string | null;
  readonly sid: string;
  readonly status: string;
  readonly errorCode: number | null;
  readonly at: number;
}

/** A campaign moved; of two the higher `seq` counts, and each is a line of its history. */
export interface CampaignRecord {
  readonly kind: "campaign";
  readonly campaignId: string;
  readonly state: CampaignState;
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly reason: string | null;
}

/** Something an operator should see to; one that is open already is not raised again. */
export interface AlarmRecord {
  readonly kind: "alarm";
  readonly id: string;
  readonly alarm: AlarmKind;
  /** What it is about: a campaign's, a line's or a volunteer's id. */
  readonly subject: string;
  readonly text: string;
  readonly at: number;
}

/** When a Sender or a Helpline wants to be woken, for the sweep that makes up for lost alarms; null for not at all. */
export interface TimerRecord {
  readonly kind: "timer";
  readonly object: "sender" | "helpline";
  /** The object's name: a line's or a helpline's id. */
  readonly id: string;
  readonly dueAt: number | null;
  readonly at: number;
}

/** A person was erased: nothing recorded about the address up to this instant stays. */
export interface EraseRecord {
  readonly kind: "erase";
  readonly addressId: string;
  readonly at: number;
}

/** A message from nobody we could answer: no number, a short code, a name. */
export interface StrayRecord {
  readonly kind: "stray";
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly at: number;
}

export type JournalRecord =
  | TurnRecord
  | OutcomeRecord
  | ReceiptRecord
  | EraseRecord
  | StrayRecord
  | CampaignRecord
  | AlarmRecord
  | TimerRecord
  | CallRecord
  | VoicemailRecord
  | QuarantineRecord;
