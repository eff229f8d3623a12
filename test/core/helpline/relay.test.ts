// Texts that are passed on, as transcripts: who writes what, and who hears it.
import { describe, expect, test } from "vitest";
import { hearCaller, hearVolunteer, lookAfter, NO_RELAY, passOn, QUIET_MS } from "#core/helpline/relay";
import type { Relayed, RelayPerson } from "#core/helpline/relay";

const person = (volunteerId: string): RelayPerson => ({
  volunteerId,
  addressId: `address-${volunteerId}`,
  phone: "+447700900001",
  language: "en",
});
const PHONES: Readonly<Record<string, string>> = { kim: "+447700900123", lee: "+447700900456" };
const MINUTE_MS = 60_000;

/**
 * `kim> words`: a caller writes; `ana> words`: a volunteer; `on ana, ben`: who is on shift from now on; `~ 10`: minutes go by;
 * `! ana`: Ana could not be texted about Kim. Returns what is said after each line.
 */
function play(...lines: readonly string[]): string[] {
  let [relay, now, people] = [NO_RELAY, 1_000_000_000, [person("ana")]];
  const heard: string[] = [];
  const take = (relayed: Relayed | null): void => {
    if (relayed === null) {
      heard.push("nobody's");
      return;
    }
    relay = relayed.relay;
    for (const saying of relayed.says)
      heard.push(
        saying.kind === "nobody"
          ? `${saying.caller.addressId} is told that nobody is there`
          : saying.kind === "to-caller"
            ? `${saying.caller.addressId} < ${saying.text}`
            : `${saying.person.volunteerId} < ${saying.text}`,
      );
  };
  for (const line of lines) {
    const [, who = "", words = ""] = /^([^\s>]+)>? ?([\s\S]*)$/.exec(line) ?? [];
    if (who === "on") people = words === "" ? [] : words.split(", ").map(person);
    else if (who === "~") take(lookAfter(relay, people, (now += Number(words) * MINUTE_MS)));
    else if (who === "!")
      take(
        passOn(
          relay,
          "kim",
          people.filter(({ volunteerId }) => volunteerId !== words),
          now,
        ),
      );
    else if (PHONES[who] !== undefined)
      take(hearCaller(relay, { addressId: who, phone: PHONES[who], lineId: "line" }, words, people, now));
    else take(hearVolunteer(relay, who, words, now));
  }
  return heard;
}

const KIM = "+4477******23";
const LEE = "+4477******56";

describe("one caller", () => {
  test("writes to whoever is on shift, who answers plainly", () => {
    expect(play("kim> Hello?", "ana> I am here", "kim> Thank you", "ana> B: you are welcome")).toEqual([
      `ana < [B] ${KIM}: Hello?`,
      "kim < I am here",
      `ana < [B] ${KIM}: Thank you`,
      "kim < you are welcome",
    ]);
  });

  test("is closed by the volunteer, who then has nobody", () => {
    expect(play("kim> Hello?", "ana> close", "ana> anybody?", "kim> Again")).toEqual([
      `ana < [B] ${KIM}: Hello?`,
      "ana < [B] is closed.",
      "nobody's",
      `ana < [B] ${KIM}: Again`,
    ]);
  });

  test("is let go when it has been quiet", () => {
    expect(play("kim> Hello?", `~ ${QUIET_MS / MINUTE_MS}`, "ana> still there?")).toEqual([
      `ana < [B] ${KIM}: Hello?`,
      "nobody's",
    ]);
  });
});

describe("two callers", () => {
  const BOTH = ["kim> one", "lee> two"] as const;
  const said = [`ana < [B] ${KIM}: one`, `ana < [C] ${LEE}: two`];

  test("are told apart by their tags, and the last one addressed needs none", () => {
    expect(play(...BOTH, "ana> B to Kim", "ana> more", "ana> [c] to Lee", "ana> C close")).toEqual([
      ...said,
      "kim < to Kim",
      "kim < more",
      "lee < to Lee",
      "ana < [C] is closed.",
    ]);
  });

  test("whom is unclear is asked, and what was said goes to who is named", () => {
    const which = `ana < Who is it for? Answer with the letter: [B] ${KIM}, [C] ${LEE}`;
    expect(play(...BOTH, "ana> come at five", "ana> by the door", "ana> C")).toEqual([
      ...said,
      which,
      which,
      "lee < come at five\nby the door",
    ]);
  });

  test("somebody else who writes makes it unclear again", () => {
    const [, , , asked] = play(...BOTH, "ana> B yes", "lee> hurry", "ana> coming").slice(-4);
    expect(asked).toContain("Who is it for?");
  });

  test("a word that looks like no open tag is a word", () => {
    expect(play("kim> one", "ana> A friend comes", "ana> C is the door")).toEqual([
      `ana < [B] ${KIM}: one`,
      "kim < A friend comes",
      "kim < C is the door",
    ]);
  });
});

describe("shifts", () => {
  test("the next person has the last lines, and the one before nobody any more", () => {
    expect(play("kim> one", "ana> two", "on ben", "~ 5", "~ 5", "ana> three", "ben> four")).toEqual([
      `ana < [B] ${KIM}: one`,
      "kim < two",
      `ben < [B] ${KIM} (handed over to you)\n> one\n< two`,
      "nobody's",
      "kim < four",
    ]);
  });

  test("with nobody on, the caller is told once, and whoever comes next has it all", () => {
    expect(play("on", "kim> one", "kim> two", "~ 30", "on ben", "~ 30")).toEqual([
      "kim is told that nobody is there",
      `ben < [B] ${KIM} (handed over to you)\n> one\n> two`,
    ]);
  });

  test("who cannot be texted is passed over", () => {
    expect(play("on ana, ben", "kim> one", "! ana", "ben> two", "on ana", "! ana")).toEqual([
      `ana < [B] ${KIM}: one`,
      `ben < [B] ${KIM} (handed over to you)\n> one`,
      "kim < two",
      "kim is told that nobody is there",
    ]);
  });

  test("only so much is handed over", () => {
    const lines = Array.from({ length: 9 }, (_, index) => `kim> line ${index}`);
    expect(
      play(...lines, "on ben", "~ 5")
        .at(-1)
        ?.split("\n")
        .slice(1),
    ).toEqual([4, 5, 6, 7, 8].map((index) => `> line ${index}`));
  });
});
