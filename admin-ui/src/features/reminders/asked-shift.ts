// Shifts with everybody who is on them or was asked about them, put together from the rota and from what was asked.
import type { Asking, Occurrence } from "./questions.ts";

export interface AskedShift {
  readonly key: string;
  readonly shiftId: string;
  readonly date: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** Who is on it as the rota stands; null where the rota was not asked, as for what is over. */
  readonly people: Occurrence["people"] | null;
  readonly reminders: readonly Asking[];
  readonly offers: readonly Asking[];
}

/** By their starts. A shift that somebody was asked about stays, though the rota no longer has it. */
export function mergeShifts(
  occurrences: readonly Occurrence[],
  askings: readonly Asking[],
): readonly AskedShift[] {
  const found = new Map<string, AskedShift>();
  for (const { shiftId, date, startsAt, endsAt, people } of occurrences) {
    const key = keyOf(shiftId, date);
    found.set(key, { key, shiftId, date, startsAt, endsAt, people, reminders: [], offers: [] });
  }
  for (const asking of askings) {
    const { shiftId, date, startsAt, endsAt } = asking;
    const key = keyOf(shiftId, date);
    const shift = found.get(key) ?? {
      key,
      shiftId,
      date,
      startsAt,
      endsAt,
      people: null,
      reminders: [],
      offers: [],
    };
    found.set(
      key,
      asking.kind === "reminder"
        ? { ...shift, reminders: [...shift.reminders, asking] }
        : { ...shift, offers: [...shift.offers, asking] },
    );
  }
  return [...found.values()].toSorted((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt));
}

/** Those on the shift whom nobody has reminded yet. */
export function notReminded({ people, reminders }: AskedShift): Occurrence["people"] {
  return (people ?? []).filter(
    ({ volunteerId }) => !reminders.some((reminder) => reminder.volunteerId === volunteerId),
  );
}

function keyOf(shiftId: string, date: string): string {
  return `${shiftId} ${date}`;
}
