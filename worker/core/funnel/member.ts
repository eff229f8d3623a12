// Somebody in a funnel, and each step of theirs as history keeps it.

/** `new`: never begun with. `waiting`: until a date. `asked`: begun with at their stage. `out`: has left. */
export const PHASES = ["new", "waiting", "asked", "out"] as const;
export type Phase = (typeof PHASES)[number];

export const CAUSES = [
  "enrolled",
  /** A slot began the stage. */
  "begun",
  "answer",
  "silence",
  "failure",
  /** Left out of the slot's campaign for good: no consent, no address. */
  "excluded",
  /** Left out for now, such as in the middle of another conversation: another day. */
  "held",
  "opted-out",
  "erased",
  "taken-out",
  /** Their stage is no longer part of the funnel. */
  "stage-gone",
] as const;
export type Cause = (typeof CAUSES)[number];

/** Where somebody stands. Instants are epoch milliseconds. */
export interface Standing {
  readonly stage: string;
  readonly phase: Phase;
  readonly category: string | null;
  /** New and waiting: not before. Asked: when to look whether it was silence. null once out. */
  readonly dueAt: number | null;
  /** Stages begun so far. */
  readonly round: number;
  /** How often in a row a slot had to leave them out. */
  readonly holds: number;
  /** The campaign that began the stage they are at, and its slot. */
  readonly campaignId: string | null;
  readonly slotAt: number | null;
  /** Answers up to this instant are dealt with. */
  readonly settledAt: number;
}

export interface Member extends Standing {
  readonly contactId: string;
  /** Counts the moves: a move made from another revision does not count. */
  readonly revision: number;
  readonly cause: Cause;
  readonly changedAt: number;
}

export interface Move {
  readonly member: Member;
  readonly to: Standing;
  readonly cause: Cause;
  /** The category answered, the reason left out, the carrier's code. */
  readonly detail: string | null;
  readonly at: number;
}
