// Whose turn it is, from call to call, and which telephones are left alone.
import { describe, expect, test } from "vitest";
import { play } from "./play.ts";
import type { Setting } from "./play.ts";

const QUIET = { prompts: { greeting: { en: "Welcome." } } };

const BEGUN = `> calls
> Ann does not answer
> hangs up
> 1 minutes pass
> calls
> hangs up`;

/** Who is rung in a few calls that nobody answers, call by call. */
function rung(order: string, calls: number, people: readonly string[], why: Setting["why"] = {}): string[] {
  const call = ["> calls", ...people.map(() => "> hangs up")].slice(0, 2).join("\n");
  const all = Array.from({ length: calls }, () => call).join("\n> 1 minutes pass\n");
  const played = play(all, { people, why, config: { ...QUIET, order } });
  return [...played.matchAll(/rang (\w+)/g)].map(([, name = ""]) => name);
}

describe("the order of a hunt", () => {
  const people = ["Ann", "Bob", "Cem"];
  const secondCall = (order: string) =>
    play(BEGUN, { people, config: { ...QUIET, order } })
      .split("\n")
      .at(-1);

  test("fixed: always the same", () => expect(rung("fixed", 3, people)).toEqual(["Ann", "Ann", "Ann"]));

  test("round robin: each call begins with the next", () =>
    expect(rung("round-robin", 4, people)).toEqual(["Ann", "Bob", "Cem", "Ann"]));

  test("round robin: nobody is first each time because whoever comes before them cannot be rung", () => {
    for (const why of ["inactive", "no-phone", "quarantined"] as const)
      expect(rung("round-robin", 4, people, { Ann: why })).toEqual(["Bob", "Cem", "Bob", "Cem"]);
  });

  test("least recently rung first", () =>
    expect(rung("least-recent", 4, people)).toEqual(["Ann", "Bob", "Cem", "Ann"]));

  test("round robin goes on in a circle from whoever begins; least recent takes the longest rested", () => {
    expect(secondCall("round-robin")).toContain("rang Bob");
    // Bob was rung a minute ago as the second: Cem has rested longest.
    expect(secondCall("least-recent")).toContain("rang Cem");
  });
});

describe("a telephone that fails", () => {
  const [greeting, ring, next] = [
    "< Welcome.",
    "~ rings +15550002000 for 20 s, showing the line",
    "~ rings +15550002001 for 20 s, showing the line",
  ];

  test("is passed over, left alone for ten minutes, and four times as long the next time", () => {
    const played = play(
      `> calls
       > Ann cannot be reached
       > hangs up
       > 9 minutes pass
       > calls
       > hangs up
       > 1 minutes pass
       > calls
       > Ann cannot be reached
       > hangs up
       > 40 minutes pass
       > calls
       > Ann does not answer
       > hangs up
       > calls
       > Ann cannot be reached
       > hangs up`,
      { people: ["Ann", "Bob"], config: QUIET },
    );
    const acts = played.split("\n").filter((line) => !line.startsWith("=") && !line.includes("hangs up"));
    expect(acts).toEqual(
      [
        ["> calls", greeting, ring, "> Ann cannot be reached", next, "! Ann is not rung for 10 minutes"],
        ["> 9 minutes pass", "> calls", greeting, next],
        ["> 1 minutes pass", "> calls", greeting, ring, "> Ann cannot be reached", next],
        ["! Ann is not rung for 40 minutes", "> 40 minutes pass"],
        // Reached, though nobody answered: what failed before is forgotten.
        ["> calls", greeting, ring, "> Ann does not answer", next],
        ["> calls", greeting, ring, "> Ann cannot be reached", next, "! Ann is not rung for 10 minutes"],
      ].flat(),
    );
  });
});

describe("limits", () => {
  const many = Array.from({ length: 15 }, (_, index) => `V${index}`);

  test("no more than twelve telephones in a call", () => {
    const doings = many.slice(0, 12).map((name) => `> ${name} does not answer`);
    const played = play(["> calls", ...doings, "> hangs up"].join("\n"), { people: many, config: QUIET });
    expect(played).toContain("rang V11 20 s, no-answer; limit of the call; voicemail; ended by caller");
  });

  test("no more than thirty for one caller within an hour, and again in the next", () => {
    const calls = Array.from({ length: 30 }, () => "> calls\n> hangs up");
    const story = [...calls, "> calls", "> hangs up", "> 60 minutes pass", "> calls", "> hangs up"].join(
      "\n",
    );
    const ends = play(story, { people: ["Ann"], config: QUIET })
      .split("\n")
      .filter((line) => line.startsWith("="));
    expect(ends.at(29)).toContain("rang Ann");
    expect(ends.at(30)).toBe("= missed; limit of the caller; voicemail; ended by caller");
    expect(ends.at(31)).toContain("rang Ann");
  });

  test("nor is anybody else's telephone rung for them without end", () => {
    const otherwise = { kind: "number", number: "+15550009999" };
    const calls = Array.from({ length: 15 }, () => "> calls\n> Ann does not answer\n> hangs up");
    const ends = play([...calls, "> calls", "> hangs up"].join("\n"), {
      people: ["Ann"],
      config: { ...QUIET, otherwise },
    })
      .split("\n")
      .filter((line) => line.startsWith("="));
    expect(ends.at(14)).toContain("rang Ann 20 s, no-answer; forwarded +15550009999");
    expect(ends.at(15)).toBe("= missed; limit of the caller; voicemail; ended by caller");
    const unstaffed = play(Array.from({ length: 31 }, () => "> calls\n> hangs up").join("\n"), {
      config: { ...QUIET, otherwise },
    });
    expect(unstaffed).toMatch(/= missed; nobody-on; limit of the caller; voicemail; ended by caller$/);
  });
});
