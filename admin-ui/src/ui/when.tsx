// A moment, in the viewer's zone; where a contact lives by another clock, theirs stands beside it.
import { Text } from "@mantine/core";

const HERE = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const DAY_MS = 86_400_000;

const day = format({ dateStyle: "medium" });
const dayAndTime = format({ dateStyle: "medium", timeStyle: "short" });
const time = format({ timeStyle: "short" });

export interface WhenProps {
  /** ISO 8601 in UTC, as the API gives it. */
  readonly at: string;
  /** The contact's or the group's zone, where it matters. */
  readonly zone?: string | null;
  /** `day`: the date alone. `time`: the time alone, where the day is said elsewhere. */
  readonly show?: "day" | "time" | "both";
}

export function When({ at, zone = null, show = "both" }: WhenProps) {
  const there = zone === null || isSameThere(at, zone) ? null : describe(at, show, zone);
  return (
    <time dateTime={at} title={dayAndTime(at, HERE)} className="when">
      {describe(at, show, HERE)}
      {there !== null && (
        <Text component="span" size="xs" c="dimmed">
          {" "}
          ({there} in {zone?.split("/").at(-1)?.replaceAll("_", " ")})
        </Text>
      )}
    </time>
  );
}

/** "3 minutes ago"; from a week on the date. `now` in epoch milliseconds. */
export function ago(at: string, now: number): string {
  const ms = Date.parse(at) - now;
  if (Math.abs(ms) > 7 * DAY_MS) return day(at, HERE);
  const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  const [unitMs, unit] = UNITS.find(([size]) => Math.abs(ms) >= size) ?? [1_000, "second"];
  return words.format(Math.round(ms / unitMs), unit);
}

const UNITS: readonly (readonly [number, Intl.RelativeTimeFormatUnit])[] = [
  [DAY_MS, "day"],
  [3_600_000, "hour"],
  [60_000, "minute"],
];

function describe(at: string, show: NonNullable<WhenProps["show"]>, zone: string): string {
  if (show === "time") return time(at, zone);
  return show === "day" ? day(at, zone) : dayAndTime(at, zone);
}

function isSameThere(at: string, zone: string): boolean {
  return dayAndTime(at, zone) === dayAndTime(at, HERE);
}

function format(options: Intl.DateTimeFormatOptions) {
  const known = new Map<string, Intl.DateTimeFormat>();
  return (at: string, zone: string): string => {
    const formatter = known.get(zone) ?? new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zone });
    known.set(zone, formatter);
    return formatter.format(new Date(at));
  };
}
