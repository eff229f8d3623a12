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

/** What is done, who is rung, and what is found out. */
function story(doings: string, people: readonly string[], config: object = {}): string[] {
  const played = play(doings, { people, config: { ...QUIET, ...config } });
  return played.split("\n").flatMap((line) => {
    const [, digit] = /^~ rings \+1555000200(\d)/.exec(line) ?? [];
    if (digit !== undefined) return [`rings ${people[Number(digit)] ?? "?"}`];
    return /^[>!]/.test(line) ? [line] : [];
  });
}

describe("a telephone that fails", () => {
  test("while another can be rung is left alone for ten minutes, and four times as long the next time", () => {
    const people = ["Ann", "Bob"];
    const fails = "> calls\n> Ann cannot be reached\n> Bob does not answer\n> hangs up";
    const reached = "> calls\n> Ann does not answer\n> hangs up";
    const passes = "> calls\n> Bob does not answer\n> hangs up";
    const played = story(
      // Reached, though nobody answered: what failed before is forgotten.
      [
        fails,
        "> 9 minutes pass",
        passes,
        "> 1 minutes pass",
        fails,
        "> 40 minutes pass",
        reached,
        fails,
      ].join("\n"),
      people,
    );
    expect(played.filter((line) => !line.startsWith("> Bob") && line !== "> hangs up")).toEqual(
      [
        ["> calls", "rings Ann", "> Ann cannot be reached", "rings Bob", "! Ann is not rung for 10 minutes"],
        ["> 9 minutes pass", "> calls", "rings Bob"],
        ["> 1 minutes pass", "> calls", "rings Ann", "> Ann cannot be reached", "rings Bob"],
        ["! Ann is not rung for 40 minutes", "> 40 minutes pass"],
        ["> calls", "rings Ann", "> Ann does not answer", "rings Bob"],
        ["> calls", "rings Ann", "> Ann cannot be reached", "rings Bob", "! Ann is not rung for 10 minutes"],
      ].flat(),
    );
  });

  test("is to blame at once where the call has reached another before, and each is blamed once", () => {
    const played = story(
      `> calls
       > Ann cannot be reached
       > Bob is engaged
       > Cem cannot be reached
       > Dia has a mailbox`,
      ["Ann", "Bob", "Cem", "Dia"],
    );
    expect(played).toEqual(
      [
        ["> calls", "rings Ann", "> Ann cannot be reached", "rings Bob", "> Bob is engaged"],
        ["rings Cem", "! Ann is not rung for 10 minutes"],
        ["> Cem cannot be reached", "rings Dia", "! Cem is not rung for 10 minutes", "> Dia has a mailbox"],
      ].flat(),
    );
  });

  test("is to blame where the other number answers", () => {
    const otherwise = { kind: "number", number: "+15550009999" };
    const doings = "> calls\n> Ann cannot be reached\n> the other number talks 60 s";
    expect(story(doings, ["Ann"], { otherwise }).at(-1)).toBe("! Ann is not rung for 10 minutes");
  });

  test("like all others is the carrier's fault, perhaps: nobody is left alone, and operators hear of it", () => {
    const people = ["Ann", "Bob"];
    const fails = "> calls\n> Ann cannot be reached\n> Bob cannot be reached\n> hangs up";
    const told =
      "! A call to Night line could not be put through to any of the 2 telephones that it was to ring.";
    const all = ["> calls", "rings Ann", "> Ann cannot be reached", "rings Bob", "> Bob cannot be reached"];
    expect(story(`${fails}\n${fails}\n> calls`, people)).toEqual(
      [
        [...all, told, "> hangs up", ...all, told, "> hangs up"],
        ["> calls", "rings Ann"],
      ].flat(),
    );
    expect(story("> calls\n> Ann cannot be reached\n> calls", ["Ann"])).toEqual(
      [
        ["> calls", "rings Ann", "> Ann cannot be reached"],
        "! A call to Night line could not be put through to the one telephone that it was to ring.",
        ["> calls", "rings Ann"],
      ].flat(),
    );
  });

  test("is nobody's fault where the caller is gone before anybody else was rung to an end", () => {
    const doings = "> calls\n> Ann cannot be reached\n> hangs up\n> calls";
    expect(story(doings, ["Ann", "Bob"]).slice(-3)).toEqual(["> hangs up", "> calls", "rings Ann"]);
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
