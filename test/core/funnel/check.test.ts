// What is wrong with a funnel, in words, before anybody is asked anything; and what its figures say afterwards.
import { describe, expect, test } from "vitest";
import type { Flow } from "#core/conversation/flow";
import { check } from "#core/funnel/check";
import { figuresOf } from "#core/funnel/figures";
import { FunnelConfig } from "#core/funnel/funnel";
import { ASKED_AT, ENERGY, FLOWS, LINE } from "./energy.ts";

const [activation, reactivation1, reactivation2] = ENERGY.stages;
if (activation === undefined || reactivation1 === undefined || reactivation2 === undefined)
  throw new Error("no stages");

function problems(
  change: Partial<FunnelConfig>,
  {
    line = LINE,
    flows = FLOWS,
  }: { line?: typeof LINE | null; flows?: ReadonlyMap<string, Flow | null> } = {},
): readonly string[] {
  const found = check({ ...ENERGY, ...change }, { key: "energy_advice", line, flows, now: ASKED_AT });
  return found.map(({ kind, code, place, message }) => `${kind} ${code} ${place}: ${message}`);
}

const withFlow = (change: Partial<Flow>) => {
  const flow = FLOWS.get(activation.flow);
  if (flow === undefined) throw new Error("no flow");
  return { flows: new Map([...FLOWS, [activation.flow, { ...flow, ...change }]]) };
};

test("the demo's funnel is fine", () => {
  expect(problems({})).toEqual([]);
});

test.each<[string, ReturnType<typeof problems>, string]>([
  ["no line", problems({}, { line: null }), "error line lineId: There is no such line in use."],
  [
    "a web chat",
    problems({}, { line: { ...LINE, channel: "chat" } }),
    "error line lineId: A web chat is begun by its visitors: a funnel needs a line that can write first.",
  ],
  [
    "slots in the night",
    problems({ slots: { weekdays: [1], hours: [3], holidays: [] } }),
    "error slots slots: The line is closed at every slot.",
  ],
  [
    "some slots in the night",
    problems({ slots: { weekdays: [1], hours: [3, 12], holidays: [] } }),
    "warning slots slots: The line is closed at some of the slots: who is chosen in them waits until it opens.",
  ],
  [
    "a cap beyond reach",
    problems({ dailyCap: 9_000 }),
    "warning cap dailyCap: A slot begins with 1000 people at most, so these hours reach 8000 a day.",
  ],
  [
    "a way to nowhere",
    problems({ stages: [{ ...activation, failure: { kind: "stage", stage: "nowhere", afterDays: 0 } }] }),
    'error stage-unknown activation: "Activation" leads to "nowhere", which is no stage.',
  ],
  [
    "a circle of silence",
    problems({
      stages: [
        activation,
        {
          ...reactivation1,
          silence: { days: 3, leads: { kind: "stage", stage: "activation", afterDays: 7 } },
        },
        reactivation2,
      ],
    }),
    'error no-way-out activation: Who never answers in "Activation" comes back to it again and again: let silence lead out at last.',
  ],
  [
    "two stages of one id",
    problems({ stages: [...ENERGY.stages, reactivation2] }),
    'error stage-twice reactivation-2: There are two stages "reactivation-2".',
  ],
  [
    "a stage nobody comes to",
    problems({ stages: [{ ...activation, silence: { days: 3, leads: { kind: "leave" } } }, reactivation1] }),
    'warning stage-unreached reactivation-1: Nothing leads to "Reactivation 1".',
  ],
  [
    "two rules for an answer",
    problems({ categories: [...ENERGY.categories, { name: "Removed", leads: { kind: "stay" } }] }),
    'error category-twice Removed: There are two rules for "Removed".',
  ],
  [
    "no such flow",
    problems({}, { flows: new Map() }),
    'error flow activation: "Activation" begins the flow "energy-activation", which does not exist.',
  ],
  [
    "a draft",
    problems({}, { flows: new Map([...FLOWS, [activation.flow, null]]) }),
    'error flow activation: "Activation" begins the flow "energy-activation", which is not published yet.',
  ],
  [
    "a conversation longer than silence",
    problems({}, withFlow({ expiresAfterMinutes: 10_080 })),
    'error flow-outlives-silence activation: "Activation" counts as silence after 3 days, but its conversation waits for 7: make it expire by then.',
  ],
  [
    "an answer without a rule",
    problems({ categories: ENERGY.categories.slice(1) }),
    'error category-without-rule activation: The flow of "Activation" calls people "Interested", for which there is no rule.',
  ],
  [
    "a rule without an answer",
    problems({ categories: [...ENERGY.categories, { name: "Moved", leads: { kind: "leave" } }] }),
    `warning category-never-given Moved: No stage's flow calls anybody "Moved".`,
  ],
  [
    "a date nobody asks for",
    problems({
      categories: ENERGY.categories.map((rule) =>
        rule.name === "Waiting"
          ? { name: "Waiting", leads: { kind: "wait", attribute: "birthday", otherwiseDays: 7 } }
          : rule,
      ),
    }),
    `warning date-never-asked Waiting: No stage's flow asks for the date "birthday" that "Waiting" waits for.`,
  ],
  [
    "a flow that decides nothing",
    problems({}, withFlow({ nodes: [{ id: "bye", kind: "end", disposition: "completed" }] })),
    'warning flow-gives-nothing activation: The flow of "Activation" never sets a category of "energy_advice": nobody gets out by an answer.',
  ],
])("%s", (_what, found, expected) => {
  expect(found).toContain(expected);
});

test("a zone that does not exist is no funnel", () => {
  expect(FunnelConfig.safeParse({ ...ENERGY, zone: "Europe/Londonn" }).success).toBe(false);
});

describe("drop-off", () => {
  test("is who was lost of those who came to an end, stage by stage", () => {
    const figures = figuresOf(ENERGY, [
      { stage: "activation", cause: "begun", count: 10 },
      { stage: "activation", cause: "answer", count: 4 },
      { stage: "activation", cause: "silence", count: 2 },
      { stage: "activation", cause: "failure", count: 1 },
      { stage: "activation", cause: "opted-out", count: 1 },
      { stage: "activation", cause: "held", count: 1 },
      { stage: "old", cause: "begun", count: 1 },
    ]);
    expect(figures).toEqual([
      {
        stage: "activation",
        name: "Activation",
        begun: 10,
        answered: 4,
        silent: 2,
        failed: 1,
        optedOut: 1,
        other: 1,
        open: 1,
        dropOff: 0.5,
      },
      ...["reactivation-1", "reactivation-2"].map((stage, place) => ({
        stage,
        name: `Reactivation ${place + 1}`,
        begun: 0,
        answered: 0,
        silent: 0,
        failed: 0,
        optedOut: 0,
        other: 0,
        open: 0,
        dropOff: null,
      })),
      {
        stage: "old",
        name: "old",
        begun: 1,
        answered: 0,
        silent: 0,
        failed: 0,
        optedOut: 0,
        other: 0,
        open: 1,
        dropOff: null,
      },
    ]);
  });
});
