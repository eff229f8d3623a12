// How many people a slot begins with: what is left of the day's cap, spread evenly over the slots that are left.

/** A campaign names its audience contact by contact, a thousand at most. */
export const SLOT_PEOPLE_MAX = 1_000;

export interface Today {
  readonly dailyCap: number;
  /** Chosen by earlier slots of the same date. */
  readonly begunToday: number;
  /** This one included. */
  readonly slotsLeft: number;
}

/** Those whose date has come are among them, and go first. */
export function shareOf({ dailyCap, begunToday, slotsLeft }: Today): number {
  if (slotsLeft <= 0) return 0;
  const rest = Math.max(0, dailyCap - begunToday);
  return Math.min(SLOT_PEOPLE_MAX, Math.ceil(rest / slotsLeft));
}

export interface SlotAhead {
  readonly at: number;
  readonly day: string;
  /** How many will be due by then, those of earlier slots among them, as far as is known today. */
  readonly due: number;
  readonly slotsLeft: number;
}

export interface PlannedSlot {
  readonly at: number;
  readonly day: string;
  readonly people: number;
}

/** What the next slots will begin with if nobody joins and nobody answers meanwhile. */
export function planSlots(
  slots: readonly SlotAhead[],
  dailyCap: number,
  begun: ReadonlyMap<string, number>,
): readonly PlannedSlot[] {
  const byDay = new Map(begun);
  let planned = 0;
  return slots.map(({ at, day, due, slotsLeft }) => {
    const begunToday = byDay.get(day) ?? 0;
    const people = Math.min(Math.max(0, due - planned), shareOf({ dailyCap, begunToday, slotsLeft }));
    planned += people;
    byDay.set(day, begunToday + people);
    return { at, day, people };
  });
}
