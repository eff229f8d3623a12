// What one input made of a contact, in one piece: to be committed whole, then sent and recorded.
import type { Memory, Outgoing } from "#core/contact/memory";
import type { TurnRecord } from "#core/record";

/** A flow someone is to be put into once the Worker has read it. */
export interface Enrolment {
  readonly flow: string;
  readonly lineId: string;
}

export interface Turn {
  readonly memory: Memory;
  readonly outgoing: readonly Outgoing[];
  readonly enrolments: readonly Enrolment[];
  readonly record: TurnRecord;
}
