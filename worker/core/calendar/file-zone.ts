// Zones as a calendar file means them: by their name, or by the VTIMEZONE that the file brings along.
import { offsetAt } from "../hours/offset.ts";
import { DAY_MS } from "../hours/wall.ts";
import { weekdayOf } from "../civil.ts";
import { readTime, readTimes } from "./file-time.ts";
import { lineOf, linesOf } from "./read-components.ts";
import type { Component } from "./read-components.ts";
import { readRule } from "./rule.ts";
import type { Rule } from "./rule.ts";

/** Milliseconds ahead of UTC at an instant. */
export type Offsets = (at: number) => number;

interface Observance {
  readonly before: number;
  readonly after: number;
  /** Wall times, by the clock of before. */
  readonly onsets: readonly number[];
  readonly rule: Rule | null;
  readonly until: number;
}

/** What the clock of a zone does, or null for one that neither this runtime nor the file knows. */
export function zoneReader(zones: readonly Component[]): (name: string) => Offsets | null {
  const known = new Map<string, Offsets | null>();
  return (name) => {
    const held = known.get(name);
    if (held !== undefined) return held;
    const own = zones.find((zone) => lineOf(zone, "TZID")?.value === name);
    // Such as /mozilla.org/20050126_1/Europe/Berlin.
    const tail = name.split("/").slice(-2).join("/");
    const found = byName(name) ?? (own === undefined ? null : readZone(own)) ?? byName(tail);
    known.set(name, found);
    return found;
  };
}

/** When a clock shows a wall time: the first time where it does so twice, and as much later where it never does. */
export function instantOf(wall: number, offsets: Offsets): number {
  const [before, after] = [offsets(wall - DAY_MS), offsets(wall + DAY_MS)];
  const [first, second] = [wall - before, wall - after];
  return offsets(first) !== before && offsets(second) === after ? second : first;
}

function byName(name: string): Offsets | null {
  return offsetAt(name, 0) === null ? null : (at) => offsetAt(name, at) ?? 0;
}

/** Null for one with rules that no zone has. */
function readZone({ children }: Component): Offsets | null {
  const observances = children.map(readObservance);
  if (observances.length === 0 || !observances.every((one) => one !== null)) return null;
  return (at) => {
    const begun = observances
      .map((observance) => ({ since: lastOnset(observance, at), after: observance.after }))
      .sort((a, b) => b.since - a.since)[0];
    return begun === undefined || begun.since === -Infinity ? (observances[0]?.before ?? 0) : begun.after;
  };
}

function readObservance(component: Component): Observance | null {
  const start = readTime(lineOf(component, "DTSTART")?.value ?? "");
  const [before, after] = [readOffset(component, "TZOFFSETFROM"), readOffset(component, "TZOFFSETTO")];
  const written = lineOf(component, "RRULE")?.value;
  const rule = written === undefined ? null : readRule(written);
  const more = linesOf(component, "RDATE").map(readTimes);
  if (start === null || before === null || after === null || !more.every((times) => times !== null))
    return null;
  if (written !== undefined && (rule === null || rule.frequency !== "YEARLY" || rule.others.length > 0))
    return null;
  const until = rule?.until == null ? Infinity : (readTime(rule.until)?.wall ?? Infinity) + before;
  return { before, after, onsets: [start.wall, ...more.flat().map(({ wall }) => wall)], rule, until };
}

function readOffset(component: Component, name: string): number | null {
  const { sign, hours, minutes } =
    /^(?<sign>[+-])(?<hours>\d\d)(?<minutes>\d\d)(?:\d\d)?$/.exec(lineOf(component, name)?.value.trim() ?? "")
      ?.groups ?? {};
  if (sign === undefined) return null;
  return (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -60_000 : 60_000);
}

/** The last instant up to `at` at which it began; -Infinity for none. */
function lastOnset({ before, onsets, rule, until }: Observance, at: number): number {
  const [start = 0] = onsets;
  const year = new Date(at + before).getUTCFullYear();
  const yearly = rule === null ? [] : [year - 1, year].map((one) => onsetOf(rule, start, one));
  const walls = [...onsets, ...yearly.filter((wall) => start <= wall && wall <= until)];
  return Math.max(...walls.map((wall) => wall - before).filter((instant) => instant <= at));
}

/** The wall time at which a yearly rule begins again in a year. */
function onsetOf({ months, days, monthDays }: Rule, start: number, year: number): number {
  const begun = new Date(start);
  const month = (months[0] ?? begun.getUTCMonth() + 1) - 1;
  const first = Date.UTC(year, month, 1) / DAY_MS;
  const length = Date.UTC(year, month + 1, 1) / DAY_MS - first;
  const all = Array.from({ length }, (_, index) => first + index);
  const [day] = days;
  const fitting = all.filter(
    (one) =>
      (day === undefined || weekdayOf(one) === day.weekday) &&
      (monthDays.length === 0 || monthDays.includes(one - first + 1)),
  );
  const place = day === undefined || day.place === 0 ? 0 : day.place > 0 ? day.place - 1 : day.place;
  const found = days.length + monthDays.length === 0 ? first + begun.getUTCDate() - 1 : fitting.at(place);
  return (found ?? first) * DAY_MS + (((start % DAY_MS) + DAY_MS) % DAY_MS);
}
