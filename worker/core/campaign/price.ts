// What a message costs, by its line's price list.
import type { Line } from "#core/line";
import { countryOf } from "#core/phone";

/** Amounts are kept in millionths of the line's currency: a segment costs fractions of a cent. */
const MICROS = 1_000_000;

type Priced = Pick<Line, "prices">;

/** What a segment to this number costs, in the line's currency; null where the price list says nothing of its country. */
export function priceTo({ prices }: Priced, number: string): number | null {
  if (prices === undefined) return null;
  return prices.perSegment[countryOf(number) ?? "*"] ?? prices.perSegment["*"] ?? null;
}

/** Millionths of the line's currency; 0 where there is no price, so that a sum of what is known can be made. */
export function costMicrosOf(line: Priced, number: string, segments: number): number {
  return Math.round((priceTo(line, number) ?? 0) * segments * MICROS);
}
