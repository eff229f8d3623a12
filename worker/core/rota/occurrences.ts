// The shifts of a rota in real time.
import { compareText } from "../fold.ts";
import { DAY_MS } from "../hours/wall.ts";
import { changeShift, inOrder } from "./change-shift.ts";
import type { Change } from "./change-shift.ts";
import { dateOf, dayOf } from "../civil.ts";
import { peopleOf, plan, planWeek } from "./planned.ts";
import type { Planned } from "./planned.ts";
import type { Occurrence, Override, Rota } from "./rota.ts";
import { clockOf } from "../zone-clock.ts";

/**
 * Every shift that overlaps [from, to) (epoch milliseconds) with whoever is on it, in order of start, then id. One that
 * would end before it begins, because the clocks are put forward over it, does not take place.
 */
export function occurrences(rota: Rota, from: number, to: number): readonly Occurrence[] {
  const clock = clockOf(rota.zone);
  const plannedOn = planWeek(rota);
  const { first, last } = datesAround(from, to);
  const found: Occurrence[] = [];

  for (let day = dayOf(first); day <= dayOf(last); day += 1) {
    const date = dateOf(day);
    const overrides = rota.overrides.filter((override) => override.date === date).sort(inOrder);
    const place = (planned: Planned) => {
      const { id } = planned.source;
      const startsAt = clock(day, planned.fromMinute);
      const endsAt = clock(day, planned.toMinute);
      if (startsAt >= to || endsAt <= from || endsAt <= startsAt) return;
      const people = changeShift(peopleOf(planned, day), changesOf(overrides, id));
      if (people !== null) found.push({ shiftId: id, date, startsAt, endsAt, people });
    };
    for (const planned of plannedOn(day, date)) place(planned);
    for (const override of overrides) if (override.kind === "add") place(plan(override));
  }
  return found.sort((a, b) => a.startsAt - b.startsAt || compareText(a.shiftId, b.shiftId));
}

/** The first and the last date on which a shift may start that overlaps [from, to): for reading no more than that. */
export function datesAround(from: number, to: number): { readonly first: string; readonly last: string } {
  // Half a day from UTC to either side, and a night or a whole day before that.
  return { first: dateOf(Math.floor(from / DAY_MS) - 2), last: dateOf(Math.floor(to / DAY_MS) + 1) };
}

function changesOf(overrides: readonly Override[], shiftId: string): readonly Change[] {
  return overrides.filter(
    (override): override is Change => override.kind !== "add" && override.shiftId === shiftId,
  );
}
