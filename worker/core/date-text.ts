// Dates as conditions know them: ISO 8601, a day or an instant; what is no such text is no date.

const DATE =
  /^(?<day>[1-9]\d{3}-[01]\d-[0-3]\d)(?:[T ](?<time>(?:[01]\d|2[0-3]):[0-5]\d)(?<second>:[0-5]\d(?:\.\d{1,9})?)?(?<zone>Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?$/;

export interface DateText {
  /** As it is written, whatever the zone. */
  readonly day: string;
  /** Epoch milliseconds; null for a bare day. Without a zone it is UTC. */
  readonly at: number | null;
}

/** null for what is no date, such as 31 February. */
export function readDate(text: string): DateText | null {
  const { day, time, second = "", zone = "Z" } = DATE.exec(text.trim())?.groups ?? {};
  if (day === undefined || !isDay(day)) return null;
  if (time === undefined) return { day, at: null };
  const whole = Date.parse(`${day}T${time}${second.slice(0, 3)}${zone}`);
  return { day, at: whole + Number(`${second.slice(4)}00`.slice(0, 3)) };
}

function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}
