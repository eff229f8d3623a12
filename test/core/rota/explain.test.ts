// What an organiser reads about who is on and why.
import { describe, expect, test } from "vitest";
import { explain, explainNobody } from "#core/rota/explain";
import type { Rota } from "#core/rota/rota";
import { whoIsOn } from "#core/rota/who-is-on";
import { id, override, rota, shift } from "./writing.ts";

const NAMES = new Map(["Ann", "Ben", "Cleo"].map((name) => [id(name), name]));
const nameOf = (one: string) => NAMES.get(one) ?? "somebody";
const NIGHT = shift("#night Mon 22:00-02:00 Ann, Cleo");
const BERLIN = "Europe/Berlin";
/** Late on 2 November by UTC is 3 November in Berlin. */
const MADE = Date.parse("2026-11-02T23:30Z");

function read(given: Rota, at: string): readonly string[] {
  const instant = Date.parse(at);
  const people = whoIsOn(given, instant);
  if (people.length === 0) return [`nobody: ${explainNobody(given, instant)}`];
  return people.map((person) => `${nameOf(person.volunteerId)}: ${explain(given, person, nameOf)}`);
}
const changed = (line: string, more: Partial<Rota> = {}): Rota => ({
  ...rota(BERLIN, [NIGHT]),
  overrides: [override(line, MADE, "#extra")],
  ...more,
});

describe("somebody", () => {
  test.each<[string, Rota, string, string]>([
    ["the weekly shift", rota(BERLIN, [NIGHT]), "2026-11-23T22:30Z", "Ann: on shift Mon 22:00-02:00"],
    [
      "taking turns",
      rota(BERLIN, [{ ...NIGHT, order: "turns" }]),
      "2026-11-23T22:30Z",
      "Ann: on shift Mon 22:00-02:00, in the order of this week",
    ],
    [
      "a swap",
      changed("2026-11-23 swap #night Ann > Ben"),
      "2026-11-23T22:30Z",
      "Ben: on shift Mon 22:00-02:00, in place of Ann by a swap made 3 Nov",
    ],
    [
      "a shift that was taken",
      changed("2026-11-23 swap #night - > Ben", { shifts: [{ ...NIGHT, volunteers: [] }] }),
      "2026-11-23T22:30Z",
      "Ben: on shift Mon 22:00-02:00, taken on 3 Nov when it was open",
    ],
    [
      "a replacement",
      changed("2026-11-23 replace #night Ben"),
      "2026-11-24T00:30Z",
      "Ben: on shift Mon 22:00-02:00, by a change of this date made 3 Nov",
    ],
    [
      "an extra shift",
      changed("2026-12-01 add 09:00-12:00 Ben"),
      "2026-12-01T09:00Z",
      "Ben: on the extra shift Tue 1 Dec 09:00-12:00, added 3 Nov",
    ],
  ])("%s", (_what, given, at, sentence) => expect(read(given, at)[0]).toBe(sentence));

  test("a change that is not at hand is told without its date", () => {
    const given = changed("2026-11-23 swap #night Ann > Ben");
    const [first] = whoIsOn(given, Date.parse("2026-11-23T22:30Z"));
    expect(first && explain({ ...given, overrides: [] }, first, nameOf)).toBe(
      "on shift Mon 22:00-02:00, in place of Ann by a swap",
    );
  });
});

describe("nobody", () => {
  test.each<[string, Rota, string, string]>([
    ["no shift", rota(BERLIN, [NIGHT]), "2026-11-23T12:00Z", "nobody: no shift is planned at this time"],
    [
      "an open shift",
      rota(BERLIN, [{ ...NIGHT, volunteers: [] }]),
      "2026-11-23T22:30Z",
      "nobody: shift Mon 22:00-02:00 is open",
    ],
    [
      "one that was removed",
      changed("2026-11-23 remove #night"),
      "2026-11-24T00:30Z",
      "nobody: shift Mon 22:00-02:00 does not take place, by a change made 3 Nov",
    ],
    [
      "a holiday, until the night of it is over",
      rota(BERLIN, [NIGHT], [], ["2026-11-23"]),
      "2026-11-24T00:30Z",
      "nobody: 23 Nov is a holiday: no shift starts",
    ],
    [
      "an extra shift that is open",
      changed("2026-12-01 add 09:00-12:00"),
      "2026-12-01T09:00Z",
      "nobody: the extra shift Tue 1 Dec 09:00-12:00 is open",
    ],
  ])("%s", (_what, given, at, sentence) => expect(read(given, at)[0]).toBe(sentence));
});
