// What a cell tells us about consent: yes, no, or the date it was given.
import { dayOf } from "#core/civil";
import type { Reach } from "#core/consent/permission";
import type { Rejection } from "#core/csv/rejection";
import { readYesNo } from "#core/csv/words";
import { readDate } from "#core/date-text";
import { DAY_MS } from "#core/hours/wall";

export interface Told {
  readonly kind: "grant" | "suppression";
  readonly channel: Reach;
  /** Epoch milliseconds; null where only yes is said: as of the import. */
  readonly at: number | null;
  /** The proof: what stood where. */
  readonly words: string;
}

type ConsentRead =
  | { readonly kind: "nothing" }
  | { readonly kind: "told"; readonly told: Told }
  | { readonly kind: "rejected"; readonly why: Rejection };

/** Databases write whole hours of an offset as +02, or all of it as +0200. */
const WRITTEN =
  /^(?<day>\d{4}-\d\d-\d\d)(?:[T ](?<time>\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?:Z|(?<hours>[+-]\d\d)(?::?(?<minutes>\d\d))?))?$/i;

export function readConsent(
  cell: string,
  column: string,
  { kind, channel }: Pick<Told, "kind" | "channel">,
  now: number,
): ConsentRead {
  const words = `${column}: ${cell}`;
  const said = readYesNo(cell);
  if (said === false) return { kind: "nothing" };
  if (said === true) return { kind: "told", told: { kind, channel, at: null, words } };
  const at = readInstant(cell);
  if (at === null) return { kind: "rejected", why: { kind: "bad-consent", column, cell } };
  if (at > now) return { kind: "rejected", why: { kind: "future-consent", column, cell } };
  return { kind: "told", told: { kind, channel, at, words } };
}

/** ISO 8601: a day is from its beginning in UTC, a time has its offset. */
function readInstant(cell: string): number | null {
  const groups = WRITTEN.exec(cell)?.groups;
  if (groups === undefined) return null;
  const { day = "", time, hours, minutes = "00" } = groups;
  const offset = hours === undefined ? "Z" : `${hours}:${minutes}`;
  const read = readDate(time === undefined ? day : `${day}T${time}${offset}`);
  return read === null ? null : (read.at ?? dayOf(read.day) * DAY_MS);
}
