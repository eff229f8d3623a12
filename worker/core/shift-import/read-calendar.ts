// Shifts from a calendar file: what repeats every week is a shift, what happens once is added on its date.
import { uidEnd } from "../calendar/shift-events.ts";
import { readTime, readTimes as readList } from "../calendar/file-time.ts";
import type { FileTime } from "../calendar/file-time.ts";
import { instantOf, zoneReader } from "../calendar/file-zone.ts";
import { lineOf, linesOf, readComponents } from "../calendar/read-components.ts";
import type { Component } from "../calendar/read-components.ts";
import { readRule } from "../calendar/rule.ts";
import { offsetAt } from "../hours/offset.ts";
import { DAY_MS } from "../hours/wall.ts";
import { deriveId } from "../id.ts";
import { dateOf, weekdayOf } from "../civil.ts";
import type { Shift } from "../rota/rota.ts";
import { reject } from "./draft.ts";
import type { Draft, Outcome, Unmade } from "./draft.ts";
import type { Member } from "./find-member.ts";
import { offsetsOf, readPeople, readTimes, titleOf, toClock } from "./read-event.ts";
import type { Times, Zones } from "./read-event.ts";
import { readRepeats } from "./repeat.ts";
import type { Repeat } from "./repeat.ts";

export interface Target {
  readonly helplineId: string;
  readonly zone: string;
  readonly members: readonly Member[];
}

/** A year's weeks: in them a clock that differs from the group's has differed. */
const WEEKS_LOOKED_AT = 53;
const WEEK_MS = 7 * DAY_MS;

/** Each event once, in the order of the file; null for what is no calendar. */
export function readCalendar(target: Target, text: string): readonly Draft[] | null {
  const componentsOf = readComponents(text);
  if (componentsOf("VCALENDAR").length === 0) return null;
  const zones: Zones = {
    ownName: target.zone,
    own: (at) => offsetAt(target.zone, at) ?? 0,
    byName: zoneReader(componentsOf("VTIMEZONE")),
  };
  const events = componentsOf("VEVENT");
  const repeating = new Map<string, readonly Shift[]>();
  const outcomes = new Map<Component, Outcome>();
  // What changes a date of a repeating event may stand before it.
  for (const event of events.filter((event) => !isChange(event))) {
    const outcome = readEvent(target, zones, event);
    outcomes.set(event, outcome);
    if (outcome.kind === "read") repeating.set(uidOf(event), outcome.shifts);
  }
  for (const event of events.filter(isChange))
    outcomes.set(event, readChange(target, zones, event, repeating.get(uidOf(event)) ?? []));
  return events.map((event, index) => ({
    place: `event ${index + 1}`,
    words: titleOf(event).slice(0, 200),
    outcome: outcomes.get(event) ?? reject("it cannot be read"),
  }));
}

function readEvent(target: Target, zones: Zones, event: Component): Outcome {
  // Its shifts are there: beside the weekly ones they would be a second time.
  if (uidOf(event).endsWith(uidEnd(target.helplineId))) return reject("it is from this group's own feed");
  if (/^CANCELLED$/i.test(lineOf(event, "STATUS")?.value ?? "")) return reject("it is cancelled");
  if (lineOf(event, "RDATE") !== undefined) return reject("it lists its dates one by one");
  const times = readTimes(event, zones);
  if (typeof times === "string") return reject(times);
  const people = readPeople(event, target.members);
  if (people.kind === "rejected") return people;
  const rules = linesOf(event, "RRULE");
  if (rules.length === 0) return readOnce(target, zones, event, times, people.ids);
  const rule = readRule(rules[0]?.value ?? "");
  if (rule === null || rules.length > 1) return reject("its rule of repeating cannot be read");
  const repeats = readRepeats(rule, times.start, times.offsets);
  if (typeof repeats === "string") return reject(repeats);
  const shifts = repeats.map((repeat) => toShift(target, zones, event, times, repeat, people.ids));
  if (!shifts.every((shift) => shift !== null))
    return reject(`by the clock of ${target.zone} it is not at the same time all year`);
  const overrides = removalsOf(zones, event, shifts);
  return overrides === null
    ? reject("a date it leaves out cannot be read")
    : { kind: "read", shifts, overrides };
}

function readOnce(
  target: Target,
  zones: Zones,
  event: Component,
  times: Times,
  ids: readonly string[],
): Outcome {
  const { date, from, to } = toClock(times, times.start, zones);
  const id = deriveId(
    "event",
    target.helplineId,
    uidOf(event),
    lineOf(event, "RECURRENCE-ID")?.value ?? "",
    date,
  );
  return { kind: "read", shifts: [], overrides: [{ kind: "add", id, date, from, to, volunteers: [...ids] }] };
}

/** Null where the group's clock does not show the same times every week. */
function toShift(
  target: Target,
  zones: Zones,
  event: Component,
  times: Times,
  { first, last }: Repeat,
  ids: readonly string[],
): Shift | null {
  const { date, weekday, from, to } = toClock(times, first, zones);
  if (times.offsets !== zones.own) {
    const end = Math.min(last ?? Infinity, first + WEEKS_LOOKED_AT * WEEK_MS);
    for (let start = first; start <= end; start += WEEK_MS) {
      const other = toClock(times, start, zones);
      if (other.weekday !== weekday || other.from !== from || other.to !== to) return null;
    }
  }
  const id = deriveId("weekly event", target.helplineId, uidOf(event), weekday);
  const validUntil = last === null ? null : toClock(times, last, zones).date;
  return { id, weekday, from, to, volunteers: [...ids], order: "given", validFrom: date, validUntil };
}

/** What is left out of a repeating event; null for what is no date. */
function removalsOf(zones: Zones, event: Component, shifts: readonly Shift[]): Unmade[] | null {
  const excluded = linesOf(event, "EXDATE").map(readList);
  if (!excluded.every((times) => times !== null)) return null;
  return excluded.flat().flatMap((time) => {
    return removeOn(wallOf(time, zones), shifts);
  });
}

/** What the group's clock shows then. */
function wallOf(time: FileTime, zones: Zones): number {
  if (time.isDate) return time.wall;
  const at = instantOf(time.wall, offsetsOf(time, zones) ?? zones.own);
  return at + zones.own(at);
}

function removeOn(wall: number, shifts: readonly Shift[]): Unmade[] {
  const day = Math.floor(wall / DAY_MS);
  const [date, weekday] = [dateOf(day), weekdayOf(day)];
  return shifts
    .filter((shift) => shift.weekday === weekday)
    .map(({ id }) => ({ kind: "remove", id: deriveId("left out", id, date), date, shiftId: id }));
}

/** One date of a repeating event: the shift of that date is no more, and there is another instead, unless it is cancelled. */
function readChange(target: Target, zones: Zones, event: Component, shifts: readonly Shift[]): Outcome {
  const line = lineOf(event, "RECURRENCE-ID");
  const time = line === undefined ? null : readTime(line.value, line.parameters);
  if (shifts.length === 0 || time === null)
    return reject("it changes a date of a repeating event that is not among the shifts of this file");
  if (line?.parameters.has("RANGE") === true)
    return reject("it changes every later date too: end the repeating event, and begin another");
  const removals = removeOn(wallOf(time, zones), shifts);
  if (/^CANCELLED$/i.test(lineOf(event, "STATUS")?.value ?? ""))
    return { kind: "read", shifts: [], overrides: removals };
  const times = readTimes(event, zones);
  if (typeof times === "string") return reject(times);
  const people = readPeople(event, target.members);
  if (people.kind === "rejected") return people;
  const once = readOnce(target, zones, event, times, people.ids);
  return once.kind === "read" ? { ...once, overrides: [...removals, ...once.overrides] } : once;
}

function isChange(event: Component): boolean {
  return lineOf(event, "RECURRENCE-ID") !== undefined;
}

/** What names it; an event without one is named by its time and title. */
function uidOf(event: Component): string {
  return lineOf(event, "UID")?.value ?? `${lineOf(event, "DTSTART")?.value ?? ""} ${titleOf(event)}`;
}
