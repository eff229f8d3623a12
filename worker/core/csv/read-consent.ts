// What a cell tells us about consent: yes, no, or the date it was given.
import { Temporal } from "temporal-polyfill";
import type { Reach } from "#core/consent/permission";
import type { Rejection } from "#core/csv/rejection";
import { readYesNo } from "#core/csv/words";

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

const DATE = /^\d{4}-\d{2}-\d{2}/;

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

/** ISO 8601: a day is from its beginning in UTC. */
function readInstant(cell: string): number | null {
  if (!DATE.test(cell)) return null;
  try {
    return cell.length === 10
      ? Temporal.PlainDate.from(cell).toZonedDateTime("UTC").epochMilliseconds
      : Temporal.Instant.from(cell.replace(" ", "T")).epochMilliseconds;
  } catch {
    return null;
  }
}
