// Opening hours in one line, in the part of OpenStreetMap's `opening_hours` notation that people use.
import type { Hours, Weekday, Window } from "./hours.ts";

export type ParsedHours =
  | { readonly kind: "ok"; readonly hours: Hours }
  | { readonly kind: "bad"; readonly why: string };

const DAYS = ["mo", "tu", "we", "th", "fr", "sa", "su"] as const;
const NUMBERS = ["1", "2", "3", "4", "5", "6", "7"] as const satisfies readonly Weekday[];
const RULE = /^(?<when>[^\s].*?)\s+(?<times>off|closed|\d{1,2}:\d{2}\s*-.*)$/is;
const DATES = /^\d{4}-\d{2}-\d{2}(\s*,\s*\d{4}-\d{2}-\d{2})*$/;
const TIMES = /^(?<from>\d{1,2}:\d{2})\s*-\s*(?<to>\d{1,2}:\d{2})$/;

/**
 * Reads rules such as `Mo-Fr 08:00-12:00,14:00-18:00; Sa 22:00-02:00; 2026-12-25 off`, or `24/7`.
 * A later rule replaces an earlier one for the same day. Whether the times exist is for the schema to say.
 */
export function parseHours(words: string): ParsedHours {
  const hours: Hours = { days: {}, holidays: [] };
  for (const rule of words.split(";").map((part) => part.trim())) {
    if (rule === "") continue;
    const problem = rule === "24/7" ? setDays(hours, "Mo-Su", "00:00-24:00") : readRule(hours, rule);
    if (problem !== null) return { kind: "bad", why: problem };
  }
  return { kind: "ok", hours };
}

function readRule(hours: Hours, rule: string): string | null {
  const { when, times } = RULE.exec(rule)?.groups ?? {};
  if (when === undefined || times === undefined) return `"${rule}" is not a rule such as Mo-Fr 08:00-21:00`;
  if (!DATES.test(when)) return setDays(hours, when, times);
  if (!isOff(times)) return `"${rule}": a date can only be off`;
  hours.holidays.push(...when.split(",").map((date) => date.trim()));
  return null;
}

function setDays(hours: Hours, when: string, times: string): string | null {
  const windows: Window[] = [];
  for (const range of isOff(times) ? [] : times.split(",")) {
    const { from, to } = TIMES.exec(range.trim())?.groups ?? {};
    if (from === undefined || to === undefined) return `"${range.trim()}" is not a time such as 08:00-21:00`;
    windows.push({ from: from.padStart(5, "0"), to: to.padStart(5, "0") });
  }
  for (const range of when.split(",")) {
    const [first, last = first] = range.split("-").map(dayOf);
    if (first === undefined || last === undefined || first < 0 || last < 0)
      return `"${range.trim()}" is not a day such as Mo or Mo-Fr`;
    // A range may go over the end of the week: Fr-Mo.
    const length = ((last - first + 7) % 7) + 1;
    for (const number of [...NUMBERS, ...NUMBERS].slice(first, first + length)) hours.days[number] = windows;
  }
  return null;
}

function dayOf(name: string): number {
  const known =
    /^(mo(n(day)?)?|tu(e(s(day)?)?)?|we(d(nesday)?)?|th(u(rs(day)?)?)?|fr(i(day)?)?|sa(t(urday)?)?|su(n(day)?)?)$/i;
  const word = name.trim();
  return known.test(word) ? DAYS.findIndex((day) => word.toLowerCase().startsWith(day)) : -1;
}

function isOff(times: string): boolean {
  return /^(off|closed)$/i.test(times.trim());
}
