// How tests write a rota: people by name, shifts and changes in a line each.
import { deriveId } from "#core/id";
import { Override, Shift } from "#core/rota/rota";
import type { Because, Rota } from "#core/rota/rota";

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** The id of whatever has that name. */
export const id = (name: string) => deriveId("rota test", name);

/** `Mon 22:00-02:00 Ann, Ben`; its name is all of it, unless it begins with one such as `#1`. */
export function shift(line: string, more: Partial<Shift> = {}): Shift {
  const { name, day = "", from, to, people } = parse(SHIFT, line);
  return Shift.parse({
    id: id(name ?? line),
    weekday: DAYS.indexOf(day) + 1,
    from,
    to,
    volunteers: volunteers(people),
    ...more,
  });
}

/** `2026-11-23 add 09:00-12:00 Ann`, `2026-11-23 remove #1`, `... replace #1 Ann, Ben`, `... swap #1 Ann > Ben` (`-` is nobody). */
export function override(line: string, at = 0, name = line): Override {
  const { date, kind, rest = "" } = parse(OVERRIDE, line);
  const base = { id: id(name), date, at, kind };
  if (kind === "add") {
    const { from, to, people } = parse(ADDED, rest);
    return Override.parse({ ...base, from, to, volunteers: volunteers(people) });
  }
  const { of = "", who = "" } = parse(CHANGED, rest);
  const change = { ...base, shiftId: id(of) };
  if (kind === "remove") return Override.parse(change);
  if (kind === "replace") return Override.parse({ ...change, volunteers: volunteers(who) });
  const [from = "-", to = "-"] = who.split(" > ").map((one) => one.trim());
  return Override.parse({
    ...change,
    from: from === "-" ? null : id(from),
    to: to === "-" ? null : id(to),
  });
}

/** Later lines were made later. */
export function rota(
  zone: string,
  shifts: readonly Shift[],
  overrides: readonly string[] = [],
  holidays: readonly string[] = [],
): Rota {
  return {
    zone,
    shifts,
    overrides: overrides.map((line, index) => override(line, index)),
    holidays: holidays.map((date) => ({ date, name: "a holiday" })),
  };
}

/** The rule in a few words: `Ben for Ann`. */
export function because(volunteerId: string, rule: Because, names: readonly string[]): string {
  const nameOf = (one: string | null) => names.find((name) => id(name) === one) ?? "nobody";
  const who = nameOf(volunteerId);
  switch (rule.kind) {
    case "shift":
      return who;
    case "added":
      return `${who} added`;
    case "replacement":
      return `${who} replacing`;
    case "swap":
      return `${who} for ${nameOf(rule.instead)}`;
    default:
      return rule satisfies never;
  }
}

const SHIFT =
  /^(?:(?<name>#\S+) )?(?<day>[A-Z][a-z]{2}) (?<from>\d\d:\d\d)-(?<to>\d\d:\d\d)(?: (?<people>.*))?$/;
const OVERRIDE = /^(?<date>\S+) (?<kind>\w+) (?<rest>.*)$/;
const ADDED = /^(?<from>\d\d:\d\d)-(?<to>\d\d:\d\d)(?: (?<people>.*))?$/;
const CHANGED = /^(?<of>#\S+)(?: (?<who>.*))?$/;

function parse(pattern: RegExp, line: string): Readonly<Record<string, string | undefined>> {
  const groups = pattern.exec(line)?.groups;
  if (groups === undefined) throw new Error(`"${line}" is not what a rota of a test looks like`);
  return groups;
}

function volunteers(people = ""): readonly string[] {
  return people === "" ? [] : people.split(",").map((name) => id(name.trim()));
}
