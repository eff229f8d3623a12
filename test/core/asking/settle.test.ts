// What an answer comes to.
import { describe, expect, test } from "vitest";
import { askingNamed, nameOfAsking } from "#core/asking/asking";
import type { Answer, Asking } from "#core/asking/asking";
import { askingFlow, writeAsking } from "#core/asking/asking-flow";
import { settle } from "#core/asking/settle";
import { askingWords } from "#core/asking/words";
import { advance } from "#core/conversation/engine";
import { check } from "#core/conversation/check";
import { Flow } from "#core/conversation/flow";

const STARTS = 1_000_000_000;
const asking = (
  kind: Asking["kind"],
  answer: Answer | null = null,
  answeredAt: number | null = null,
): Asking => ({
  id: "0193a3f0-0000-5000-8000-00000000abcd",
  kind,
  helplineId: "group",
  volunteerId: "ann",
  shiftId: "shift",
  date: "1970-01-12",
  startsAt: STARTS,
  endsAt: STARTS + 7_200_000,
  answer,
  answeredAt,
});
const on = { isOn: true, hasPlace: false };
const off = { isOn: false, hasPlace: false };
const open = { isOn: false, hasPlace: true };

describe("an answer", () => {
  test.each([
    ["yes to a reminder", asking("reminder"), "yes", 10, on, "confirmed"],
    ["no to a reminder", asking("reminder"), "no", 10, on, "returned"],
    ["no after a yes", asking("reminder", "confirmed", 5), "no", 10, on, "returned"],
    ["the same no again", asking("reminder", "returned", 10), "no", 10, off, "returned"],
    ["another no later", asking("reminder", "returned", 5), "no", 10, off, "returned"],
    ["yes when others are on it by now", asking("reminder", "returned", 5), "yes", 10, off, "changed"],
    ["an older yes that comes later", asking("reminder", "returned", 10), "yes", 5, off, "returned"],
    ["when the shift has begun", asking("reminder"), "no", STARTS, on, "late"],
    ["in the last moment", asking("reminder"), "no", STARTS - 1, on, "returned"],
    ["when somebody took them off", asking("reminder"), "yes", 10, off, "changed"],
    ["yes to an offer", asking("offer"), "yes", 10, open, "taken"],
    ["yes to an offer that is gone", asking("offer"), "yes", 10, off, "gone"],
    ["no to an offer", asking("offer"), "no", 10, open, "declined"],
    ["yes after all", asking("offer", "declined", 5), "yes", 10, open, "taken"],
    ["no to what they took", asking("offer", "taken", 5), "no", 10, on, "returned"],
    ["yes when the shift has begun", asking("offer"), "yes", STARTS + 1, open, "late"],
  ] as const)("%s", (_name, question, verdict, at, place, expected) => {
    expect(settle(question, { verdict, at, ...place })).toBe(expected);
  });
});

describe("the conversation", () => {
  const person = {
    channel: "sms",
    language: null,
    zone: "UTC",
    fields: {},
    tags: [],
    categories: {},
  } as const;
  const text = { group: "Night {{line}}", zone: "Europe/London", language: "en" };
  const second = {
    ...asking("reminder"),
    id: "0193a3f0-0000-5000-8000-00000000abce",
    startsAt: STARTS + 9_000_000,
    endsAt: STARTS + 9_900_000,
  };
  const play = (flow: Flow, ...words: readonly string[]) => {
    let step = advance({ flow, state: null, person, input: { kind: "start" }, now: 0, draw: 0 });
    const said = [step.effects.flatMap((effect) => (effect.kind === "say" ? effect.text : []))];
    for (const word of words) {
      step = advance({
        flow,
        state: step.state,
        person,
        input: { kind: "message", text: word },
        now: 1,
        draw: 0,
      });
      said.push(step.effects.flatMap((effect) => (effect.kind === "say" ? effect.text : [])));
    }
    return {
      said,
      answers: Object.fromEntries(
        Object.entries(step.state.answers).map(([name, { value }]) => [name, value]),
      ),
      phase: step.state.phase,
    };
  };

  test.each([
    ["1", "yes"],
    ["2", "no"],
    ["yes", "yes"],
    ["No", "no"],
    ["I will be there", "yes"],
  ])("of one shift ends with the answer %s", (word, value) => {
    const question = asking("reminder");
    const { said, answers, phase } = play(askingFlow([question], text), word);
    expect(said).toEqual([
      [
        "Night line: you are on shift Mon 12 Jan 14:46-16:46.\n1. I will be there\n2. I cannot: ask the others",
      ],
      [],
    ]);
    expect([answers, phase]).toEqual([{ [nameOfAsking(question.id)]: value }, "finished"]);
  });

  test("of two names both, and asks about one after the other", () => {
    const { said, answers } = play(askingFlow([asking("reminder"), second], text), "1", "2");
    expect(said[0]?.[0]).toContain("14:46-16:46; Mon 12 Jan 17:16-17:31");
    expect(said[1]?.[0]).toContain("And Mon 12 Jan 17:16-17:31?");
    expect(Object.values(answers)).toEqual(["yes", "no"]);
  });

  test.each(["en", "es", "fr", "de", "pt", "ar", "hi"])(
    "can be published in %s, with every placeholder filled in",
    (language) => {
      for (const kind of ["reminder", "offer"] as const) {
        const flow = askingFlow([asking(kind), { ...second, kind }], { ...text, language });
        const { closesAt, ...written } = flow;
        expect(Flow.safeParse(written).success).toBe(true);
        expect(closesAt).toBe(second.endsAt);
        expect(check(flow).filter((problem) => problem.kind === "error")).toEqual([]);
        expect(JSON.stringify(flow)).not.toMatch(/\{(group|shift|url)\}/);
        expect(writeAsking([asking(kind)], { ...text, language })).toContain("14:46-16:46");
        expect(askingWords(language).language).toBe(language);
      }
    },
  );

  test("an answer's name leads back to its question", () => {
    expect(askingNamed(nameOfAsking(second.id))).toBe(second.id);
    expect(askingNamed("rating")).toBeNull();
  });
});
