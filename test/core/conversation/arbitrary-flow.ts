// Flows nobody would write: every kind of node, gone together at random. They parse, and that is all that is right with them.
import * as fc from "fast-check";
import { OPERATORS } from "#core/condition";
import type { Condition } from "#core/condition";
import { AnswerRule, Flow, Until } from "#core/conversation/flow";
import type { Change, Goto, NodeKind, Text, Words } from "#core/conversation/flow";

const NODES_MAX = 8;
const LANGUAGES = [["en"], ["en", "es"], ["ar", "en"], ["pt-BR"]];
const NAMES = ["name", "rating", "when", "plan", "constructor"];
const WORDS = ["menu", "back", "skip", "yes", "no", "1", "tomorrow", "stop it"];
const SOURCES = [
  "Hello",
  "How are you, {{ first_name | default: 'friend' }}?",
  "{{ name }}",
  "{{ nobody }}",
  "{{ name | no_such_filter }}",
  "{% for i in (1..3) %}{{ i }}",
  "{% if rating > 3 %}Great{% endif %}",
  "{{ answers.rating }} / {{ contact.plan }} / {{ answers.constructor }}",
  "مرحبا 👋",
  "Line one\nLine two",
];

const anywhere: fc.Arbitrary<Goto> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: NODES_MAX - 1 }).map((place) => `n${place}`) },
  { weight: 2, arbitrary: fc.constant("end") },
  { weight: 1, arbitrary: fc.constant("nowhere") },
);
const name = fc.constantFrom(...NAMES);
const source = fc.constantFrom(...SOURCES);
const minutes = fc.constantFrom(1, 60, 1440, 10_080, 100_000);
const day = fc.constantFrom("2026-03-29", "2026-11-21", "2027-02-28");
const timeOfDay = fc.constantFrom("00:00", "01:30", "09:00", "23:59");

type Members = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/** A record with members that are always there and members that may be. */
function both(required: Members, optional: Members): fc.Arbitrary<object> {
  return fc
    .tuple(fc.record(required), fc.record(optional, { requiredKeys: [] }))
    .map(([always, sometimes]) => Object.assign({}, always, sometimes));
}

export const arbitraryText: fc.Arbitrary<Text> = fc.oneof(
  source.map((en): Text => ({ en })),
  fc.tuple(source, source).map(([en, es]): Text => ({ en, es })),
  source.map((ar): Text => ({ ar })),
);

const words: fc.Arbitrary<Words> = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 })
  .map((en): Words => ({ en }));

function option(place: number) {
  return fc.record(
    {
      id: fc.constant(`o${place}`),
      label: fc.constantFrom("Red", "Blue", "Green", "1").map((en) => ({ en })),
      next: anywhere,
    },
    { requiredKeys: ["id", "label"] },
  );
}

const options = fc.tuple(option(0), option(1), option(2));

const of = <K extends string>(kind: K) => ({ kind: fc.constant(kind) });
const length = fc.integer({ min: 1, max: 9 });

export const arbitraryRule: fc.Arbitrary<AnswerRule> = fc
  .oneof(
    both(of("text"), { lengthMin: length, lengthMax: length }),
    options.map((list) => ({ kind: "choice", options: list })),
    options.map((list) => ({ kind: "multi-choice", options: list.map(({ id, label }) => ({ id, label })) })),
    both(of("yes-no"), { yes: anywhere, no: anywhere }),
    both(of("number"), { min: fc.integer(), max: fc.integer(), integer: fc.boolean() }),
    both(of("rating"), { min: fc.constantFrom(0, 1), max: fc.constantFrom(5, 10) }),
    both(of("nps"), {}),
    both(of("date"), { earliest: day, latest: fc.constant("today") }),
    both(of("email"), {}),
    both(of("phone"), { country: fc.constant("GB") }),
    both(of("media"), { accept: fc.constantFrom(["image"], ["audio", "video"]) }),
    both(of("location"), { addressInWords: fc.boolean() }),
  )
  .map((rule) => AnswerRule.parse(rule));

const { condition: arbitraryCondition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc
      .tuple(
        fc.constantFrom(
          "answers.rating",
          "answers.constructor",
          "attributes.plan",
          "tags",
          "language",
          "variant.n1",
          "what.ever",
        ),
        fc.constantFrom(...OPERATORS),
        fc.constantFrom("pro", "3", 4, true, "2026-11-21"),
      )
      .map(([path, op, value]): Condition => {
        if (op === "exists") return { path, op };
        return { path, op, value: ["in", "nin", "between"].includes(op) ? [value, value] : value };
      }),
    fc.array(tie("condition"), { maxLength: 2 }).map((all): Condition => ({ all })),
    fc.array(tie("condition"), { maxLength: 2 }).map((any): Condition => ({ any })),
    tie("condition").map((not): Condition => ({ not })),
  ),
}));

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant("field" as const), name, value: fc.oneof(source, fc.constant("")) }),
  fc.record({
    kind: fc.constantFrom("add-tag" as const, "remove-tag" as const),
    tag: fc.constantFrom("vip", "cold"),
  }),
  fc.record({
    kind: fc.constant("category" as const),
    funnel: name,
    category: fc.constantFrom("Waiting", "Done"),
  }),
  fc.record({ kind: fc.constant("language" as const), language: fc.constantFrom("en", "es", "xx") }),
  fc.record({ kind: fc.constant("notify" as const), text: source }),
);

const until: fc.Arbitrary<Until> = fc
  .oneof(
    both({ ...of("minutes"), minutes }, {}),
    both({ ...of("time-of-day"), at: timeOfDay }, { weekdays: fc.constantFrom([1], [6, 7]) }),
    both({ ...of("answer-date"), answer: name, at: timeOfDay }, { daysBefore: fc.constant(1) }),
  )
  .map((found) => Until.parse(found));

const way = (id: string) =>
  both({ id: fc.constant(id), weight: fc.integer({ min: 1, max: 3 }) }, { next: anywhere });
const reminder = both({ afterMinutes: minutes }, { text: arbitraryText });
const branchCase = fc.record({ when: arbitraryCondition, next: anywhere });

/** Required and optional members of every kind of node; `ask` comes up more often than the rest. */
const KINDS: Readonly<Record<NodeKind, readonly [Members, Members]>> = {
  say: [{ text: arbitraryText }, { next: anywhere }],
  ask: [
    { text: arbitraryText, answer: arbitraryRule },
    {
      saveAs: name,
      attribute: name,
      notUnderstood: arbitraryText,
      triesMax: fc.integer({ min: 1, max: 3 }),
      otherwise: anywhere,
      skip: both({ words }, { next: anywhere }),
      reminders: fc.array(reminder, { maxLength: 3 }),
      deadline: both({ afterMinutes: minutes }, { next: anywhere }),
      next: anywhere,
    },
  ],
  branch: [{ cases: fc.array(branchCase, { minLength: 1, maxLength: 2 }) }, { next: anywhere }],
  split: [{ ways: fc.tuple(way("a"), way("b")) }, {}],
  set: [{ changes: fc.array(change, { minLength: 1, maxLength: 3 }) }, { next: anywhere }],
  consent: [
    { mode: fc.constantFrom("grant", "confirm"), text: arbitraryText },
    { refused: anywhere, next: anywhere },
  ],
  wait: [{ until }, { next: anywhere }],
  "hand-off": [{}, { text: arbitraryText, note: fc.constant("please call"), next: anywhere }],
  enrol: [{ flow: fc.constant("another-flow") }, {}],
  end: [{}, { text: arbitraryText, disposition: fc.constantFrom("completed", "ineligible", "refused") }],
};

function node(place: number): fc.Arbitrary<object> {
  const kinds = Object.entries(KINDS).map(([kind, [required, optional]]) => ({
    weight: kind === "ask" ? 6 : 1,
    arbitrary: both({ id: fc.constant(`n${place}`), kind: fc.constant(kind), ...required }, optional),
  }));
  return fc.oneof(...kinds);
}

const NODES = Array.from({ length: NODES_MAX }, (_, place) => node(place));

export const arbitraryFlow: fc.Arbitrary<Flow> = both(
  {
    schema: fc.constant(1),
    languages: fc.constantFrom(...LANGUAGES),
    nodes: fc.integer({ min: 1, max: NODES_MAX }).chain((count) => fc.tuple(...NODES.slice(0, count))),
  },
  {
    interrupts: fc.array(fc.record({ words, next: anywhere }), { maxLength: 2 }),
    defaults: fc.constantFrom({}, { nobody: "friend" }),
    expiresAfterMinutes: minutes,
  },
).map((flow) => Flow.parse(flow));
