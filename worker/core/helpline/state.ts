// What a Helpline remembers of a call, and across calls.
import type { CallOutcome, QuarantineRecord, SkipReason, TraceEntry } from "#core/helpline/call";
import type { HelplineConfig } from "#core/helpline/helpline";
import type { Say, Script } from "#core/helpline/script";
import { deriveId } from "#core/id";
import type { Address } from "#core/phone";
import type { AlarmRecord } from "#core/record";

/** A call as it comes in. */
export interface Arrival {
  /** The carrier's id of the call. */
  readonly sid: string;
  /** The number that was called. */
  readonly number: string;
  /** Null for who withholds theirs. */
  readonly addressId: string | null;
  readonly address: Address;
}

/** What a call goes by from its beginning to its end, whatever is changed meanwhile. */
export interface Pinned {
  readonly helplineId: string;
  readonly config: HelplineConfig;
  /** On shift when it began, in the rota's order. */
  readonly people: readonly OnCall[];
  readonly isBlocked: boolean;
  /** The caller is a volunteer themselves: nobody rings them while they call. */
  readonly isVolunteer: boolean;
}

export interface OnCall {
  readonly volunteerId: string;
  readonly phone: string | null;
  /** Of the phone. */
  readonly addressId: string | null;
  readonly language: string;
  /** Why they are not rung, as far as the plan says. */
  readonly why: SkipReason | null;
}

/** A volunteer's telephone that rings, or has rung. Times are epoch milliseconds. */
export interface Ringing {
  readonly kind: "ringing";
  readonly volunteerId: string;
  readonly addressId: string;
  /** Its place in the trace. */
  readonly entry: number;
  readonly since: number;
  readonly hasBegun: boolean;
  readonly pickedUpAt: number | null;
  /** What they pressed; empty for nothing. */
  readonly digits: string | null;
  readonly acceptedAt: number | null;
  /** What the caller was to hear first: to be said all the same when this volunteer turns out to be busy. */
  readonly lead: readonly Say[];
}

export type Stage =
  | { readonly kind: "menu"; readonly since: number; readonly tries: number }
  | Ringing
  | { readonly kind: "forwarding"; readonly since: number; readonly entry: number }
  | { readonly kind: "voicemail"; readonly since: number }
  /** Said goodbye to. */
  | { readonly kind: "over" };

export interface Call extends Arrival {
  readonly id: string;
  readonly helplineId: string;
  readonly language: string;
  /** What has been said and done, one script a turn. */
  readonly scripts: readonly Script[];
  readonly stage: Stage;
  /** Volunteers still to be rung, in order; null before the order is made. */
  readonly waiting: readonly string[] | null;
  readonly seq: number;
  readonly startedAt: number;
  readonly changedAt: number;
  readonly trace: readonly TraceEntry[];
  readonly answeredBy: string | null;
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
  readonly outcome: CallOutcome | null;
}

/** What is remembered from call to call; see desk.ts. */
export interface Desk {
  /** When a volunteer was last the first of a call to be rung, and last rung at all, by volunteer. */
  readonly firstAt: Readonly<Record<string, number>>;
  readonly rungAt: Readonly<Record<string, number>>;
  /** Telephones that failed, by address: how often in a row, and until when they are not rung. */
  readonly failing: Readonly<Record<string, { readonly times: number; readonly until: number }>>;
  /** Telephones rung for a caller within an hour, by address; all who withhold theirs are one. */
  readonly legs: Readonly<Record<string, { readonly hour: number; readonly count: number }>>;
}

export const NEW_DESK: Desk = { firstAt: {}, rungAt: {}, failing: {}, legs: {} };

/** A call and what surrounds it, between two steps. */
export interface Position {
  readonly pinned: Pinned;
  readonly call: Call;
  readonly desk: Desk;
  /** What others must hear of this step, beside the call itself. */
  readonly records: readonly (QuarantineRecord | AlarmRecord)[];
}

export function callIdOf(sid: string): string {
  return deriveId("call", sid);
}

/** A change of the call alone. */
export function withCall(position: Position, change: Partial<Call>): Position {
  return { ...position, call: { ...position.call, ...change } };
}

export function withTrace(position: Position, ...entries: readonly TraceEntry[]): Position {
  return withCall(position, { trace: [...position.call.trace, ...entries] });
}

/** Something others must hear of. */
export function withRecords(position: Position, ...records: Position["records"]): Position {
  return { ...position, records: [...position.records, ...records] };
}

/** The next script, and the stage the call is in while it is carried out. A caller who is a volunteer is free after the last. */
export function play(
  position: Position,
  stage: Stage,
  acts: Script["acts"],
  { lease = null, release = [] }: Partial<Pick<Script, "lease" | "release">> = {},
): Position {
  const { scripts, language } = position.call;
  const freed = stage.kind === "over" ? [...release, ...ownLease(position)] : release;
  const script = { turn: scripts.length + 1, acts, lease, release: freed, language };
  return withCall(position, { stage, scripts: [...scripts, script] });
}

/** Nobody rings a volunteer who calls a line themselves. */
export function ownLease({ pinned, call }: Position): readonly string[] {
  return pinned.isVolunteer && call.addressId !== null ? [call.addressId] : [];
}
