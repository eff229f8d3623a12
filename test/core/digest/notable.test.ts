// Which answers are quoted: few, by rule.
import { expect, test } from "vitest";
import { Flow } from "#core/conversation/flow";
import { chooseNotable } from "#core/digest/notable";
import type { FinishedRun } from "#core/digest/notable";

const flow: Flow = Flow.parse({
  schema: 1,
  languages: ["en"],
  nodes: [
    {
      id: "how-many",
      kind: "ask",
      text: { en: "How many stars?" },
      answer: { kind: "rating", min: 1, max: 5 },
    },
    { id: "why", kind: "ask", text: { en: "Why?" }, answer: { kind: "text" }, saveAs: "reason" },
  ],
});

const LONG = "It came on time, was well packed, and has worked every day since; thank you very much.";
let turn = 0;
function run(id: string, stars: number | null, words: string | null): FinishedRun {
  turn += 1;
  const answer = (value: string | number) => ({
    value,
    label: String(value),
    words: String(value),
    at: 0,
    turn,
  });
  return {
    id,
    addressId: `of ${id}`,
    answers: {
      ...(stars !== null && { how_many: answer(stars) }),
      ...(words !== null && { reason: answer(words) }),
    },
  };
}

const chosen = (...runs: FinishedRun[]) =>
  chooseNotable(flow, runs).map(({ kind, runId, rating }) => [kind, runId, rating].join(" "));

test.each<[string, FinishedRun[], string[]]>([
  ["nothing of nobody", [], []],
  [
    "the worst and the best",
    [run("a", 3, null), run("b", 1, null), run("c", 5, null)],
    ["lowest b 1/5", "highest c 5/5"],
  ],
  ["nobody in the middle", [run("a", 3, null)], []],
  ["of equal ones whoever said more", [run("a", 5, "ok"), run("b", 5, "good one")], ["highest b 5/5"]],
  ["the longest words, if they are a sentence", [run("a", 3, LONG), run("b", 3, "fine")], ["longest a 3/5"]],
  ["nobody twice", [run("a", 1, LONG), run("b", 4, "ok")], ["lowest a 1/5", "highest b 4/5"]],
  ["words without a rating", [run("a", null, LONG)], ["longest a "]],
])("%s", (_, runs, expected) => {
  expect(chosen(...runs)).toEqual(expected);
});

test("a skipped question is no answer", () => {
  const skipped = run("a", 1, null);
  const answers = { how_many: { ...skipped.answers["how_many"]!, skipped: true as const, value: null } };
  expect(chosen({ ...skipped, answers })).toEqual([]);
});

test("long words are cut between words", () => {
  const [one] = chooseNotable(flow, [run("a", 1, `${"word ".repeat(100)}end`)]);
  expect(one?.words?.length).toBeLessThanOrEqual(241);
  expect(one?.words).toMatch(/word\u2026$/);
});
