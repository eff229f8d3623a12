// Dates, times and durations as they stand in a calendar file.
import { DAY_MS } from "../hours/wall.ts";
import type { ContentLine } from "./content-line.ts";

export interface FileTime {
  /** What the clock shows, in milliseconds as if it stood in UTC. */
  readonly wall: number;
  /** A whole day, without a time. */
  readonly isDate: boolean;
  /** The zone of that clock as the file calls it; null for a floating time, which is by the clock of whoever reads it. */
  readonly zone: string | null;
}

const TIME = /^(?<date>\d{8})(?:T(?<time>\d{6})(?<utc>Z)?)?$/;
const DURATION =
  /^\+?P(?:(?<weeks>\d+)W|(?:(?<days>\d+)D)?(?:T(?:(?<hours>\d+)H)?(?:(?<minutes>\d+)M)?(?:\d+S)?)?)$/;

/** Null for what is none, such as 31 February. */
export function readTime(value: string, parameters: ContentLine["parameters"] = new Map()): FileTime | null {
  const { date = "", time = "000000", utc } = TIME.exec(value.trim())?.groups ?? {};
  const [year, month, day] = [date.slice(0, 4), date.slice(4, 6), date.slice(6)];
  const wall = Date.parse(`${year}-${month}-${day}T${time.slice(0, 2)}:${time.slice(2, 4)}:00Z`);
  if (Number.isNaN(wall) || new Date(wall).getUTCDate() !== Number(day)) return null;
  const zone = utc === undefined ? (parameters.get("TZID") ?? null) : "UTC";
  return { wall, isDate: !value.includes("T"), zone };
}

/** All of a line, which may list several; null where one of them is none. */
export function readTimes({ value, parameters }: ContentLine): readonly FileTime[] | null {
  const times = value.split(",").map((one) => readTime(one, parameters));
  return times.every((time) => time !== null) ? times : null;
}

/** In milliseconds, to the minute; null for what is none. */
export function readDuration(value: string): number | null {
  const groups = DURATION.exec(value.trim())?.groups;
  if (groups === undefined) return null;
  const { weeks = 0, days = 0, hours = 0, minutes = 0 } = groups;
  return (Number(weeks) * 7 + Number(days)) * DAY_MS + (Number(hours) * 60 + Number(minutes)) * 60_000;
}
