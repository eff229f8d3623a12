// Law 7: hours bind what we start, never the answer to what a person sent.
import { describe, expect, test } from "vitest";
import { DEFAULT_HOURS } from "#core/hours";
import { HOUR, makeLine, pin, Talk } from "./talk.ts";

const review = pin("review", [
  {
    id: "product",
    kind: "ask",
    text: { en: "Which product?" },
    answer: { kind: "text" },
    reminders: [{ afterMinutes: 60, text: { en: "Still there?" } }],
  },
]);
const line = makeLine({ hours: DEFAULT_HOURS });
/** London, in winter: UTC. */
const at = (time: string) => Date.parse(`2026-11-23T${time}:00Z`);

describe("opening hours of 08:00 to 21:00, a person in London", () => {
  test("a text at 23:00 is answered at 23:00", () => {
    const talk = new Talk({ review }, line, at("23:00"));
    expect(talk.say("review")).toEqual(["Which product?"]);
  });

  test("its reminder, due at midnight, waits for 08:00", () => {
    const talk = new Talk({ review }, line, at("23:00"));
    talk.say("review");
    expect(talk.wait(HOUR)).toEqual([]);
    expect(talk.last.record.dueAt).toBe(at("08:00") + 24 * HOUR);
    expect(talk.wait(7 * HOUR)).toEqual([]);
    expect(talk.wait(HOUR)).toEqual(["Still there?"]);
  });

  test("an answer in between makes the held reminder stale", () => {
    const talk = new Talk({ review }, line, at("23:00"));
    talk.say("review");
    talk.wait(HOUR);
    talk.say("Lamp");
    expect(talk.wait(12 * HOUR)).toEqual([]);
  });

  test("a flow we begin at 22:00 begins at 08:00", () => {
    const talk = new Talk({}, line, at("22:00"));
    expect(talk.begin(review)).toMatchObject({ kind: "waits", until: at("08:00") + 24 * HOUR });
    expect(talk.wait(9 * HOUR)).toEqual([]);
    expect(talk.wait(HOUR)).toEqual(["Which product?"]);
  });

  test("a line that never opens refuses to begin, and ends what waits instead of looping", () => {
    const never = makeLine({ hours: { days: {}, holidays: [] } });
    const talk = new Talk({ review }, never, at("12:00"));
    expect(talk.begin(review)).toMatchObject({ kind: "refused", why: "never-open" });
    talk.say("review");
    expect(talk.wait(2 * HOUR)).toEqual([]);
    expect(talk.last.record.runs.at(-1)).toMatchObject({ phase: "finished", disposition: "expired" });
    expect(talk.last.record.dueAt).toBeNull();
  });

  test("a number that may lie in several zones is written to only while all of them are open", () => {
    const talk = new Talk({ review }, line, at("07:30"));
    talk.memory = {
      ...talk.memory,
      self: { ...talk.memory.self, address: { kind: "phone", value: "+79161234567" } },
    };
    // Moscow is three hours ahead: 10:30.
    expect(talk.begin(review)).toMatchObject({ kind: "started" });
  });
});

describe("an answer and a timer in the same millisecond", () => {
  const due = at("13:00");
  const begun = () => {
    const talk = new Talk({ review }, line, at("12:00"));
    talk.say("review");
    talk.now = due;
    return talk;
  };

  test("the answer first: the reminder is stale", () => {
    const talk = begun();
    talk.say("Lamp");
    expect(talk.wait(0)).toEqual([]);
  });

  test("the timer first: the answer still counts, and nothing is said twice", () => {
    const talk = begun();
    expect(talk.wait(0)).toEqual(["Still there?"]);
    talk.say("Lamp");
    expect(talk.last.record.runs).toMatchObject([{ disposition: "completed" }]);
    expect(talk.wait(0)).toEqual([]);
  });
});
