// How far a zone's clock is from UTC, and when it is put forward or back.

/** Making one takes a hundred times as long as asking it. */
const formats = new Map<string, Intl.DateTimeFormat>();
/** As in GMT, GMT+05:30 and, before there was zone time, GMT-00:01:15. */
const OFFSET = /GMT(?:(?<sign>[+-])(?<hours>\d\d):(?<minutes>\d\d)(?::(?<seconds>\d\d))?)?$/;

/** Milliseconds to add to UTC at that instant; null for a zone this runtime does not know. */
export function offsetAt(zone: string, at: number): number | null {
  try {
    const groups = OFFSET.exec(formatOf(zone).format(at))?.groups ?? {};
    const { sign, hours = 0, minutes = 0, seconds = 0 } = groups;
    const ahead = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000;
    return sign === "-" ? -ahead : ahead;
  } catch {
    return null;
  }
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    timeZoneName: "longOffset",
    year: "numeric",
  });
  formats.set(zone, format);
  return format;
}

/** The first instant after `from`, up to and with `to`, with another offset than at `from`; null if none. At most a day apart. */
export function offsetChange(zone: string, from: number, to: number): number | null {
  const before = offsetAt(zone, from);
  if (offsetAt(zone, to) === before) return null;
  let same = from;
  let changed = to;
  while (changed - same > 1) {
    const middle = Math.floor((same + changed) / 2);
    if (offsetAt(zone, middle) === before) same = middle;
    else changed = middle;
  }
  return changed;
}
