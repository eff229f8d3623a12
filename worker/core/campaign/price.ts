// What a message costs, by its line's price list.
import type { Line } from "#core/line";
import { countryOf } from "#core/phone";

/** Amounts are kept in millionths of the line's currency: a segment costs fractions of a cent. */
const MICROS = 1_000_000;

type Priced = Pick<Line, "prices">;

/** Of what a campaign costs: its line's, or where that has no prices the one of the line to fall back on. They are never two. */
export function currencyOf({ line, fallback }: { line: Priced; fallback: Priced | null }): string | null {
  return line.prices?.currency ?? fallback?.prices?.currency ?? null;
}

/** What so many segments to a country (null = of no number we know) cost, in millionths of the line's currency; null where the price list says nothing of it. */
export function costMicrosIn({ prices }: Priced, country: string | null, segments: number): number | null {
  const price = prices?.perSegment[country ?? "*"] ?? prices?.perSegment["*"];
  return price === undefined ? null : Math.round(price * segments * MICROS);
}

/** The same by number; 0 where there is no price, so that a sum of what is known can be made. */
export function costMicrosOf(line: Priced, number: string, segments: number): number {
  return line.prices === undefined ? 0 : (costMicrosIn(line, countryOf(number), segments) ?? 0);
}
