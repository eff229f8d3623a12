// Why somebody is on shift, or nobody, in words that go on after the name.
import { offsetAt } from "../hours/offset.ts";
import { DAY_MS } from "../hours/wall.ts";
import { dateOf, dayOf, weekdayOf } from "../civil.ts";
import { occurrences } from "./occurrences.ts";
import type { Occurrence, Override, Rota } from "./rota.ts";
import type { OnDuty } from "./who-is-on.ts";

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** Such as "on shift Mon 22:00-02:00, in place of Ann by a swap made 3 Nov"; `nameOf` a volunteer's id. */
export function explain(rota: Rota, { because, during }: OnDuty, nameOf: (id: string) => string): string {
  const shift = `on ${nameShift(rota, during)}`;
  switch (because.kind) {
    case "shift":
      return takesTurns(rota, during) ? `${shift}, in the order of this week` : shift;
    case "added":
      return shift + dateOfChange(rota, because.overrideId, ", added ");
    case "replacement":
      return `${shift}, by a change of this date${dateOfChange(rota, because.overrideId, " made ")}`;
    case "swap":
      return because.instead === null
        ? `${shift}, taken${dateOfChange(rota, because.overrideId, " on ")} when it was open`
        : `${shift}, in place of ${nameOf(because.instead)} by a swap${dateOfChange(rota, because.overrideId, " made ")}`;
    default:
      return because satisfies never;
  }
}

/** Why there is nobody at an instant (epoch milliseconds) at which nobody is on. */
export function explainNobody(rota: Rota, at: number): string {
  const [open] = occurrences(rota, at, at + 1);
  if (open !== undefined) return `${nameShift(rota, open)} is open`;
  const kept = rota.overrides.filter(({ kind }) => kind !== "remove");
  const [removed] = occurrences({ ...rota, overrides: kept }, at, at + 1);
  if (removed !== undefined) {
    const removal = rota.overrides.find((change) => removes(change, removed));
    return `${nameShift(rota, removed)} does not take place, by a change${dateOfChange(rota, removal?.id, " made ")}`;
  }
  const planned = occurrences({ ...rota, holidays: [] }, at, at + 1);
  const holiday = rota.holidays.find(({ date }) => planned.some((shift) => shift.date === date));
  return holiday === undefined
    ? "no shift is planned at this time"
    : `${wordsOf(holiday.date)} is ${holiday.name}: no shift starts`;
}

function removes(change: Override, { shiftId, date }: Occurrence): boolean {
  return change.kind === "remove" && change.shiftId === shiftId && change.date === date;
}

function takesTurns({ shifts }: Rota, { shiftId }: Occurrence): boolean {
  return shifts.some(
    ({ id, order, volunteers }) => id === shiftId && order === "turns" && volunteers.length > 1,
  );
}

/** By the times it is planned for, also on a night that does not have them. */
function nameShift({ shifts, overrides }: Rota, { shiftId, date }: Occurrence): string {
  const day = DAYS[weekdayOf(dayOf(date)) - 1] ?? "";
  const weekly = shifts.find(({ id }) => id === shiftId);
  if (weekly !== undefined) return `shift ${day} ${weekly.from}-${weekly.to}`;
  const added = overrides.find(({ id }) => id === shiftId);
  const times = added?.kind === "add" ? ` ${added.from}-${added.to}` : "";
  return `the extra shift ${day} ${wordsOf(date)}${times}`;
}

/** By the group's calendar; nothing where the change is not at hand. */
function dateOfChange({ zone, overrides }: Rota, overrideId: string | undefined, lead: string): string {
  const change = overrides.find(({ id }) => id === overrideId);
  if (change === undefined) return "";
  return lead + wordsOf(dateOf(Math.floor((change.at + (offsetAt(zone, change.at) ?? 0)) / DAY_MS)));
}

/** 2026-11-03 as 3 Nov. */
function wordsOf(date: string): string {
  return `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ""}`;
}
