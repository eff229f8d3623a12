// One event of a calendar: when it is by the group's clock, and who is in it.
import { unescapeText } from "../calendar/content-line.ts";
import { readDuration, readTime } from "../calendar/file-time.ts";
import type { FileTime } from "../calendar/file-time.ts";
import { instantOf } from "../calendar/file-zone.ts";
import type { Offsets } from "../calendar/file-zone.ts";
import { lineOf, linesOf } from "../calendar/read-components.ts";
import type { Component } from "../calendar/read-components.ts";
import { DAY_MS } from "../hours/wall.ts";
import { dateOf, weekdayOf } from "../civil.ts";
import { findMembers } from "./find-member.ts";
import type { Found, Member } from "./find-member.ts";

export interface Zones {
  /** The group's own, and what its clock does. */
  readonly own: Offsets;
  readonly ownName: string;
  readonly byName: (name: string) => Offsets | null;
}

/** By the clock of its own zone. */
export interface Times {
  readonly start: number;
  readonly lengthMs: number;
  readonly offsets: Offsets;
}

/** By the group's clock: as a shift says it. */
export interface OnClock {
  readonly date: string;
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
}

/** Or why it is no shift. */
export function readTimes(event: Component, zones: Zones): Times | string {
  const [start, end] = [timeOf(event, "DTSTART"), timeOf(event, "DTEND")];
  if (start === null) return "it has no time at which it begins";
  const offsets = offsetsOf(start, zones);
  if (offsets === null) return unknown(start);
  const given = lineOf(event, "DURATION")?.value;
  const endOffsets = end === null ? offsets : offsetsOf(end, zones);
  if (end !== null && endOffsets === null) return unknown(end);
  const lengthMs =
    end === null || endOffsets === null
      ? given === undefined
        ? start.isDate
          ? DAY_MS
          : null
        : readDuration(given)
      : end.zone === start.zone
        ? end.wall - start.wall
        : instantOf(end.wall, endOffsets) + offsets(instantOf(end.wall, endOffsets)) - start.wall;
  if (lengthMs === null) return "it has no time at which it ends";
  if (lengthMs <= 0) return "it ends when it begins, or before";
  if (lengthMs > DAY_MS) return "it is longer than a day";
  return { start: start.wall, lengthMs, offsets };
}

/** An occurrence of it that starts at a wall time of its zone. */
export function toClock({ lengthMs, offsets }: Times, start: number, { own }: Zones): OnClock {
  const [from, to] = [start, start + lengthMs].map((wall) => {
    const at = instantOf(wall, offsets);
    return at + own(at);
  });
  const day = Math.floor((from ?? 0) / DAY_MS);
  return { date: dateOf(day), weekday: weekdayOf(day), from: clockOf(from ?? 0), to: clockOf(to ?? 0) };
}

/** What is floating is by the group's clock. */
export function offsetsOf({ zone }: FileTime, zones: Zones): Offsets | null {
  return zone === null || zone === zones.ownName ? zones.own : zones.byName(zone);
}

/** Those who are invited and have not declined, by e-mail address or name; where nobody is, those whom its title names. */
export function readPeople(event: Component, members: readonly Member[]): Found {
  const invited = linesOf(event, "ATTENDEE").filter(
    ({ parameters }) =>
      !/^(ROOM|RESOURCE)$/i.test(parameters.get("CUTYPE") ?? "") &&
      !/^DECLINED$/i.test(parameters.get("PARTSTAT") ?? ""),
  );
  if (invited.length > 0) {
    const found = invited.map(({ value, parameters }) => {
      const email = value.replace(/^mailto:/i, "");
      const byEmail = findMembers(members, [email]);
      const name = parameters.get("CN") ?? "";
      return byEmail.kind === "found" || name === "" ? byEmail : findMembers(members, [name]);
    });
    const rejected = found.find(({ kind }) => kind === "rejected");
    const ids = found.flatMap((one) => (one.kind === "found" ? one.ids : []));
    return rejected ?? { kind: "found", ids: [...new Set(ids)] };
  }
  const title = titleOf(event);
  // As our own feeds write it.
  if (/^open\b/i.test(title)) return { kind: "found", ids: [] };
  const whole = findMembers(members, [title]);
  if (whole.kind === "found") return whole;
  const named = title
    .replace(/^[^:]*:/, "")
    .split(/[,;/&+]/)
    .map((name) => name.trim())
    .filter(Boolean);
  return named.length > 0
    ? findMembers(members, named)
    : { kind: "rejected", reason: "nobody is invited to it, and its title names nobody" };
}

export function titleOf(event: Component): string {
  return unescapeText(lineOf(event, "SUMMARY")?.value ?? "").trim();
}

function timeOf(event: Component, name: string): FileTime | null {
  const line = lineOf(event, name);
  return line === undefined ? null : readTime(line.value, line.parameters);
}

function unknown({ zone }: FileTime): string {
  return `its time zone "${zone ?? ""}" is unknown, and the file does not say what it is`;
}

function clockOf(wall: number): string {
  return new Date(wall).toISOString().slice(11, 16);
}
