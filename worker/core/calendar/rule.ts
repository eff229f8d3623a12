// A recurrence rule (RFC 5545, 3.3.10) taken apart.

export interface Rule {
  /** In capitals, such as WEEKLY. */
  readonly frequency: string;
  readonly interval: number;
  readonly count: number | null;
  /** A date or time as it stands in the file. */
  readonly until: string | null;
  readonly days: readonly RuleDay[];
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
  /** Parts beyond these. */
  readonly others: readonly string[];
}

export interface RuleDay {
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number;
  /** The how manieth of its month, from the end where below zero; 0 for each. */
  readonly place: number;
}

const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const KNOWN = new Set(["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTH", "BYMONTHDAY", "WKST"]);

/** Null for what is no rule. */
export function readRule(value: string): Rule | null {
  const parts = new Map(
    value
      .trim()
      .toUpperCase()
      .split(";")
      .map((part): [string, string] => [part.replace(/=.*/s, ""), part.replace(/^[^=]*=?/s, "")]),
  );
  const numbers = (name: string) => (parts.get(name) ?? "").split(",").filter(Boolean).map(Number);
  const days = (parts.get("BYDAY") ?? "").split(",").filter(Boolean).map(readDay);
  const rule = {
    frequency: parts.get("FREQ") ?? "",
    interval: Number(parts.get("INTERVAL") ?? 1),
    count: parts.has("COUNT") ? Number(parts.get("COUNT")) : null,
    until: parts.get("UNTIL") ?? null,
    days: days.filter((day) => day !== null),
    months: numbers("BYMONTH"),
    monthDays: numbers("BYMONTHDAY"),
    others: [...parts.keys()].filter((name) => !KNOWN.has(name)),
  };
  const given = [rule.interval, rule.count ?? 1, ...rule.months, ...rule.monthDays];
  const isRule = rule.frequency !== "" && !days.includes(null) && given.every(Number.isInteger);
  return isRule ? rule : null;
}

function readDay(token: string): RuleDay | null {
  const weekday = WEEKDAYS.indexOf(token.slice(-2)) + 1;
  const place = Number(token.slice(0, -2));
  return weekday === 0 || !Number.isInteger(place) ? null : { weekday, place };
}
