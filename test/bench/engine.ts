// Engine turns a second, in Node: a survey of ten questions, over and over.
import { advance } from "#core/conversation/engine";
import { Flow } from "#core/conversation/flow";
import type { Person, RunState } from "#core/conversation/run";

const RUNS = 2_000;
const QUESTIONS = 10;

const FLOW = Flow.parse({
  schema: 1,
  languages: ["en"],
  nodes: Array.from({ length: QUESTIONS }, (_, index) => ({
    id: `q${index}`,
    kind: "ask",
    text: { en: `Question ${index} for {{ first_name | default: "you" }}?` },
    answer: index % 2 === 0 ? { kind: "text" } : { kind: "rating" },
  })),
});
const PERSON: Person = {
  channel: "sms",
  language: "en",
  zone: "UTC",
  fields: { first_name: "Ada" },
  tags: [],
  categories: {},
};

/** Turns a second. */
export function measureEngine(): number {
  const play = () => {
    let state: RunState | null = null;
    for (let turn = 0; turn <= QUESTIONS; turn += 1) {
      const input =
        turn === 0
          ? ({ kind: "start" } as const)
          : ({ kind: "message", text: turn % 2 === 1 ? "words" : "4" } as const);
      state = advance({ flow: FLOW, state, person: PERSON, input, now: turn * 1000, draw: 0.5 }).state;
    }
    if (state?.disposition !== "completed") throw new Error("the survey did not end");
  };
  for (let run = 0; run < RUNS / 10; run += 1) play();
  const begun = performance.now();
  for (let run = 0; run < RUNS; run += 1) play();
  return (RUNS * (QUESTIONS + 1)) / ((performance.now() - begun) / 1000);
}
