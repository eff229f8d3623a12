// What transcripts cannot show: stale clocks, second opinions, loops, chance and texts that fail.
import { describe, expect, it } from "vitest";
import { advance, rebase } from "#core/conversation/engine";
import type { Flow } from "#core/conversation/flow";
import type { Advance, Advanced, Effect, Input, RunState } from "#core/conversation/run";
import { STEPS_PER_ADVANCE_MAX, STEPS_PER_RUN_MAX } from "#core/conversation/steps";
import { flowOf } from "./small-flow.ts";
import { SOMEBODY } from "./stage.ts";

const NOW = Date.UTC(2026, 10, 21, 10);
const HOUR_MS = 3_600_000;

const NAME = { id: "name", kind: "ask", text: { en: "Your name?" }, answer: { kind: "text", lengthMin: 2 } };
const THANKS = { id: "thanks", kind: "end", text: { en: "Thanks {{ name }}" } };

type Options = Partial<Omit<Advance, "flow" | "state" | "input">>;

function begin(flow: Flow, options: Options = {}): Advanced {
  return advance({
    flow,
    state: null,
    person: SOMEBODY,
    input: { kind: "start" },
    now: NOW,
    draw: 0,
    ...options,
  });
}

function next(flow: Flow, state: RunState, input: Input, options: Options = {}): Advanced {
  return advance({ flow, state, person: SOMEBODY, input, now: NOW, draw: 0, ...options });
}

function texts({ effects }: Advanced): string[] {
  return effects.flatMap((effect) => (effect.kind === "say" ? [effect.text] : []));
}

function only<K extends Effect["kind"]>({ effects }: Advanced, kind: K): Extract<Effect, { kind: K }>[] {
  return effects.filter((effect): effect is Extract<Effect, { kind: K }> => effect.kind === kind);
}

const way = (id: string, weight: number) => ({ id, weight });
const message = (text: string): Input => ({ kind: "message", text });

describe("an input that means nothing", () => {
  const flow = flowOf([{ ...NAME, reminders: [{ afterMinutes: 60 }] }, THANKS]);
  const { state } = begin(flow);

  it.each<[string, Input, number]>([
    ["a wake of an earlier turn", { kind: "timeout", turn: state.turn - 1 }, NOW + HOUR_MS],
    ["a wake that rings early", { kind: "timeout", turn: state.turn }, NOW + HOUR_MS - 1],
    ["a release of what nobody took", { kind: "release" }, NOW],
  ])("%s changes nothing at all", (_name, input, now) => {
    const advanced = next(flow, state, input, { now });
    expect(advanced.state).toBe(state);
    expect(advanced.effects).toEqual([]);
  });

  it("before the start is the caller's mistake", () => {
    expect(() =>
      advance({ flow, state: null, person: SOMEBODY, input: message("hi"), now: NOW, draw: 0 }),
    ).toThrow('a run must be started before it can take "message"');
  });

  it("is returned untouched when triggers may want to read it first, and counts as a try when not", () => {
    const returned = next(flow, state, message("x"), { whenUnmatched: "return" });
    expect(returned).toEqual({ state, effects: [], visits: [], unmatched: true });
    const retried = next(flow, state, message("x"), { whenUnmatched: "retry" });
    expect(retried.state).toMatchObject({ tries: 1, turn: state.turn + 1, heardAt: NOW });
    expect(texts(retried)).toEqual(["Please answer in at least 2 characters."]);
  });
});

describe("clocks", () => {
  const asked = {
    ...NAME,
    reminders: [{ afterMinutes: 60 }, { afterMinutes: 120 }],
    deadline: { afterMinutes: 180 },
  };
  const flow = flowOf([asked, THANKS]);
  const { state } = begin(flow);

  it("start when the question is handed over, not when it was decided", () => {
    const late = rebase(state, 5 * HOUR_MS);
    expect(late.wake).toEqual({ at: NOW + 6 * HOUR_MS, reason: "reminder" });
    expect(late.askedAt).toBe(NOW + 5 * HOUR_MS);
    expect(rebase(state, 0)).toBe(state);
  });

  it("stop where the flow closes, however late the question was put", () => {
    const closing = begin({ ...flow, closesAt: NOW + 2.5 * HOUR_MS });
    expect(closing.state.wake).toEqual({ at: NOW + HOUR_MS, reason: "reminder" });
    const late = rebase(closing.state, 5 * HOUR_MS, NOW + 2.5 * HOUR_MS);
    expect(late.wake?.at).toBe(NOW + 2.5 * HOUR_MS);
    const closesAt = NOW + 2.5 * HOUR_MS;
    const ended = next({ ...flow, closesAt }, late, { kind: "timeout", turn: late.turn }, { now: closesAt });
    expect(ended.state).toMatchObject({ phase: "finished", disposition: "unresponsive" });
  });

  it("leave a wait where the calendar put it", () => {
    const waiting = begin(
      flowOf([{ id: "night", kind: "wait", until: { kind: "minutes", minutes: 60 } }, THANKS]),
    ).state;
    expect(rebase(waiting, HOUR_MS)).toBe(waiting);
  });

  it("that were held back remind once and not twice", () => {
    const woken = next(flow, state, { kind: "timeout", turn: state.turn }, { now: NOW + 2.5 * HOUR_MS });
    expect(texts(woken)).toEqual(["Your name?"]);
    expect(woken.state).toMatchObject({
      remindersSent: 2,
      wake: { at: NOW + 3 * HOUR_MS, reason: "deadline" },
    });
  });

  it("that were held back past the deadline say nothing any more", () => {
    const woken = next(flow, state, { kind: "timeout", turn: state.turn }, { now: NOW + 4 * HOUR_MS });
    expect(texts(woken)).toEqual([]);
    expect(woken.state.disposition).toBe("unresponsive");
  });

  it("of a wait go on while a member of staff has the conversation", () => {
    const waits = flowOf([
      { id: "day", kind: "wait", until: { kind: "minutes", minutes: 1440 } },
      { id: "hi", kind: "say", text: { en: "Hi" } },
    ]);
    const taken = next(waits, begin(waits).state, { kind: "take-over" });
    expect(taken.state).toMatchObject({
      phase: "with-person",
      resume: "waiting",
      wake: { at: NOW + 7 * 24 * HOUR_MS, reason: "expiry" },
    });
    const soon = next(waits, taken.state, { kind: "release" }, { now: NOW + HOUR_MS });
    expect(soon.state.wake).toEqual({ at: NOW + 24 * HOUR_MS, reason: "wait" });
    const late = next(waits, taken.state, { kind: "release" }, { now: NOW + 48 * HOUR_MS });
    expect(late.state.wake).toEqual({ at: NOW + 48 * HOUR_MS, reason: "wait" });
  });
});

describe("a flow that loops", () => {
  it("is broken off, reported, and said once", () => {
    const flow = flowOf([
      { id: "hello", kind: "say", text: { en: "Hello" } },
      { id: "ping", kind: "say", text: { en: "Ping" } },
      { id: "pong", kind: "say", text: { en: "Pong" }, next: "ping" },
    ]);
    const looped = begin(flow);
    expect(texts(looped)).toEqual(["Hello", "Ping", "Pong"]);
    expect(only(looped, "report")[0]?.problem).toContain("The flow loops");
    expect(looped.state).toMatchObject({ phase: "finished", disposition: "failed" });
    expect(looped.visits).toHaveLength(STEPS_PER_ADVANCE_MAX);
  });

  it("through a question may go on for long, but not for ever", () => {
    const flow = flowOf([
      { ...NAME, next: "again" },
      { id: "again", kind: "say", text: { en: "Again!" }, next: "name" },
    ]);
    let step = begin(flow);
    let turns = 0;
    for (; step.state.phase !== "finished" && turns < STEPS_PER_RUN_MAX; turns += 1)
      step = next(flow, step.state, message("Ann"));
    expect(turns).toBe(STEPS_PER_RUN_MAX / 2);
    expect(only(step, "report")[0]?.problem).toContain("The flow never ends");
    expect(step.state.disposition).toBe("failed");
  });

  it("that leads to a node which is gone fails in the open", () => {
    const lost = begin(flowOf([{ id: "hello", kind: "say", text: { en: "Hello" }, next: "gone" }]));
    expect(texts(lost)).toEqual(["Hello"]);
    expect(only(lost, "report")).toEqual([
      { kind: "report", node: "hello", problem: 'It leads to "gone", which is not there.' },
    ]);
    expect(lost.state.disposition).toBe("failed");
  });
});

describe("chance", () => {
  const flow = flowOf([
    { id: "colour", kind: "split", ways: [way("red", 1), way("blue", 3)] },
    { id: "size", kind: "split", ways: [way("small", 1), way("large", 1)] },
    NAME,
  ]);

  it("shares people out by weight, and one split independently of the next", () => {
    const draws = Array.from({ length: 8000 }, (_, index) => (index + 0.5) / 8000);
    const arms = draws.map((draw) => Object.values(begin(flow, { draw }).state.variants).join(" "));
    const count = (arm: string) => arms.filter((candidate) => candidate === arm).length;
    expect([count("red small"), count("red large"), count("blue small"), count("blue large")]).toEqual([
      1000, 1000, 3000, 3000,
    ]);
  });

  it("keeps a person on the way once drawn", () => {
    const loop = flowOf([
      { id: "arm", kind: "split", ways: [way("a", 1), way("b", 1)] },
      { ...NAME, next: "arm" },
    ]);
    const { state } = begin(loop, { draw: 0.9 });
    expect(state.variants).toEqual({ arm: "b" });
    expect(next(loop, state, message("Ann"), { draw: 0.1 }).state.variants).toEqual({ arm: "b" });
  });
});

describe("a text that fails", () => {
  it("says what it still can and is reported", () => {
    const failed = begin(
      flowOf([{ id: "hi", kind: "say", text: { en: "Hi {{ first_name | shout }}, welcome!" } }]),
    );
    expect(texts(failed)).toEqual(["Hi, welcome!"]);
    expect(only(failed, "report")).toHaveLength(1);
  });

  it("never comes out empty: a saying apologises, a question says what it expects", () => {
    const flow = flowOf(
      [
        { id: "hi", kind: "say", text: { en: "{{ nobody }}", de: "{{ nobody }}" } },
        { id: "rate", kind: "ask", text: { en: "{{ nobody }}" }, answer: { kind: "rating" } },
      ],
      { languages: ["en", "de"] },
    );
    expect(texts(begin(flow))).toEqual([
      "Sorry, something went wrong on our side.",
      "Please answer with a number from 1 to 5.",
    ]);
    expect(texts(begin(flow, { person: { ...SOMEBODY, language: "de-AT" } }))).toEqual([
      "Entschuldigung, bei uns ist etwas schiefgegangen.",
      "Bitte antworten Sie mit einer Zahl von 1 bis 5.",
    ]);
  });

  it("takes what a person typed for words and never for a template", () => {
    const flow = flowOf([NAME, THANKS]);
    expect(texts(next(flow, begin(flow).state, message("{{ 7 | times: 6 }}")))).toEqual([
      "Thanks {{ 7 | times: 6 }}",
    ]);
  });
});

describe("consent", () => {
  const flow = flowOf([
    { id: "night", kind: "wait", until: { kind: "minutes", minutes: 60 } },
    { id: "in", kind: "consent", mode: "grant", text: { en: "You are in." } },
  ]);

  it("is granted by the person's own words", () => {
    const joined = flowOf([{ id: "in", kind: "consent", mode: "grant", text: { en: "You are in." } }]);
    expect(only(begin(joined), "grant-consent")).toEqual([]);
    const worded = advance({
      flow: joined,
      state: null,
      person: SOMEBODY,
      input: { kind: "start", words: "Join!" },
      now: NOW,
      draw: 0,
    });
    expect(only(worded, "grant-consent")).toEqual([{ kind: "grant-consent", node: "in", words: "Join!" }]);
  });

  it("is not granted by a clock", () => {
    const { state } = advance({
      flow,
      state: null,
      person: SOMEBODY,
      input: { kind: "start", words: "JOIN" },
      now: NOW,
      draw: 0,
    });
    const woken = next(flow, state, { kind: "timeout", turn: state.turn }, { now: NOW + HOUR_MS });
    expect(only(woken, "grant-consent")).toEqual([]);
    expect(only(woken, "report")).toHaveLength(1);
    expect(texts(woken)).toEqual(["You are in."]);
  });

  it("asked three times without a clear answer is refused", () => {
    const asks = flowOf([{ id: "in", kind: "consent", mode: "confirm", text: { en: "May we?" } }]);
    let step = begin(asks);
    for (const words of ["hm", "maybe", "dunno"]) step = next(asks, step.state, message(words));
    expect(step.state.disposition).toBe("refused");
  });
});

describe("the path through a flow", () => {
  it("shows every node entered and left, and no leaving where someone went silent", () => {
    const flow = flowOf([{ id: "hi", kind: "say", text: { en: "Hi" } }, NAME, THANKS]);
    const first = begin(flow);
    expect(first.visits).toEqual([
      { node: "hi", to: "name" },
      { node: "name", to: null },
    ]);
    expect(next(flow, first.state, message("x")).visits).toEqual([]);
    expect(next(flow, first.state, message("Ann")).visits).toEqual([
      { node: "name", to: "thanks" },
      { node: "thanks", to: "end" },
    ]);
    expect(next(flow, first.state, { kind: "opted-out" }).visits).toEqual([]);
  });
});
