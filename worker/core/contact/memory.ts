// What a Contact object remembers, and the things that pass between it and the Worker.
import type { Address } from "#core/phone";
import type { Flow } from "#core/conversation/flow";
import type { Attachment, Channel, FieldValue, Location, QuickReply, RunState } from "#core/conversation/run";
import type { Silence } from "#core/contact/refusal";
import type { Line } from "#core/line";
import type { MessageKind, ProfileChange } from "#core/record";

/** The profile as D1 knew it when the conversation began, with what the conversation has changed since. */
export interface Profile {
  readonly language: string | null;
  /** Given by someone; null = guess from the number. */
  readonly zone: string | null;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly tags: readonly string[];
  readonly categories: Readonly<Record<string, string>>;
}

/** A profile as D1 has it. */
export interface KnownProfile extends Profile {
  /** The newest of this address's own turns that D1 has heard of, epoch milliseconds. */
  readonly asOf: number;
  /** What D1 knows of opt-outs elsewhere and of suppressions. */
  readonly silences?: readonly Silence[];
}

/** One published version of a flow, as a conversation holds it until it ends. */
export interface PinnedFlow {
  readonly flowId: string;
  readonly slug: string;
  readonly versionId: string;
  readonly flow: Flow;
  /** WhatsApp content of the questions with quick replies: SID by `node:language`. */
  readonly quickReplies: Readonly<Record<string, string>>;
  /** Approved content that says what it says first, for somebody whom no free text reaches on WhatsApp. */
  readonly opening?: Pick<Outgoing, "text"> & { readonly content: NonNullable<Outgoing["content"]> };
  /** It asks beside whatever else is said on the line: what answers nothing is left to others, and it is not asked again. */
  readonly isAside?: boolean;
}

export interface Conversation {
  readonly lineId: string;
  readonly runId: string;
  readonly flowId: string;
  readonly versionId: string;
  /** What started it: `inbound`, `enrol`, `api` or a campaign's id. */
  readonly source: string;
  /** null until it starts; see `startAt`. */
  readonly state: RunState | null;
  /** A start that waits for opening hours. */
  readonly startAt: number | null;
  /** A wake that waits for opening hours. */
  readonly heldUntil: number | null;
  readonly startedAt: number;
  /** When something of it was last handed to the carrier. */
  readonly handedOverAt: number | null;
}

/** The consent a person decided themselves; the newest decision counts. */
export interface Consent {
  readonly optedOut: { readonly at: number; readonly words: string } | null;
  readonly optedIn: { readonly at: number; readonly words: string } | null;
}

export interface Self {
  readonly id: string;
  readonly address: Address;
  /** For every channel. */
  readonly consent: Consent;
  /** For one channel only, where an opt-out reaches no further (setting `optOutScope`). */
  readonly channels: Readonly<Partial<Record<Channel, Consent>>>;
  readonly silences: readonly Silence[];
  readonly profile: Profile | null;
  /** What was changed here lately, one change of each thing: D1 hears of it a little later. */
  readonly recent: readonly ProfileChange[];
  readonly profileName: string | null;
  /** Replies of this hour that were not the next step after an accepted answer; see REPLIES_PER_HOUR_MAX. */
  readonly replies: { readonly hour: number; readonly count: number };
  /** When something that we began with them was last handed over, oldest first: what the frequency cap counts. */
  readonly begun: readonly number[];
  /** The last text nothing understood, and how often in a row. */
  readonly unmatched: { readonly text: string; readonly times: number } | null;
}

export interface Memory {
  readonly self: Self;
  readonly lines: Readonly<Record<string, Line>>;
  /** By version id. */
  readonly flows: Readonly<Record<string, PinnedFlow>>;
  /** By line id: one conversation on each line. */
  readonly conversations: Readonly<Record<string, Conversation>>;
  /** Runs with a message of ours still waiting to leave, such as one put off until morning: their clocks stand still. */
  readonly unsent: readonly string[];
}

/** A message from the person, parsed at the edge. */
export interface Inbound {
  /** Ours, minted once for this webhook. */
  readonly id: string;
  /** The carrier's; the key of the effect. */
  readonly sid: string;
  /** The carrier's retry token; the stored answer is given to the same token only. */
  readonly token: string | null;
  readonly channel: Channel;
  /** The number it came to, and the messaging service if there is one. */
  readonly to: string;
  readonly serviceSid: string | null;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly location: Location | null;
  /** The id behind a tapped quick reply. */
  readonly option: string | null;
  readonly optOutType: "STOP" | "START" | "HELP" | null;
  readonly profileName: string | null;
}

/** What the Worker read from D1 because the object asked for it. `unavailable`: D1 did not answer. */
export type Offer =
  | { readonly kind: "unavailable" }
  | {
      readonly kind: "start";
      readonly line: Line | null;
      readonly profile: KnownProfile | null;
      readonly trigger: { readonly kind: "keyword" | "catch-all"; readonly flow: PinnedFlow } | null;
      /** Flows that an `enrol` asked for, by slug; null = there is no such flow. `later` = nobody can be asked: begin them by queue. */
      readonly enrolments: Readonly<Record<string, PinnedFlow | null>> | "later";
    };

/** What the object cannot decide without D1. */
export type Need =
  | { readonly kind: "start" }
  | { readonly kind: "unmatched" }
  | { readonly kind: "enrol"; readonly flow: string };

export interface Outgoing {
  readonly id: string;
  readonly lineId: string;
  readonly runId: string | null;
  readonly turn: number | null;
  readonly node: string | null;
  readonly kind: MessageKind;
  readonly via: "twiml" | "rest" | "chat";
  /** We start it, so opening hours bind it; an answer and a staff member's own words are free of them. */
  readonly bound: boolean;
  readonly text: string;
  readonly media: readonly string[];
  readonly options: readonly QuickReply[];
  /** A WhatsApp content template instead of the text. */
  readonly content: { readonly sid: string; readonly variables: Readonly<Record<string, string>> } | null;
  readonly at: number;
  /** It is a recipient's of a campaign: its row in D1 was planned before, and its campaign says when it goes. */
  readonly campaign?: { readonly id: string; readonly segments: number; readonly costMicros: number };
}

/** What the shell lends a decision: the instant, chance, and fresh ids. */
export interface Moment {
  readonly now: number;
  readonly draw: number;
  readonly mint: () => string;
}

export function rememberNobody(id: string, address: Address): Memory {
  return {
    self: {
      id,
      address,
      consent: { optedOut: null, optedIn: null },
      channels: {},
      silences: [],
      profile: null,
      recent: [],
      profileName: null,
      replies: { hour: 0, count: 0 },
      begun: [],
      unmatched: null,
    },
    lines: {},
    flows: {},
    conversations: {},
    unsent: [],
  };
}
