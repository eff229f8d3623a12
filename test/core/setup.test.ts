// What a deployment lacks, and how each is set.
import { expect, test } from "vitest";
import { listSteps } from "#core/setup";
import type { SetupFacts } from "#core/setup";

const COMPLETE: SetupFacts = {
  publicUrl: "https://line.riverside.example",
  isDemo: false,
  zone: "Europe/London",
  twilioBy: "key",
  hasEmail: true,
  hasEmailNews: true,
  rotating: [],
  lines: 2,
  publishedFlows: 1,
  operators: 1,
  staff: 3,
};

const open = (facts: Partial<SetupFacts>) =>
  listSteps({ ...COMPLETE, ...facts })
    .filter(({ state }) => state !== "done")
    .map(({ id, state, how }) => `${state}: ${id} ${how === null ? "" : "→"}`);

test.each<[string, Partial<SetupFacts>, string[]]>([
  ["nothing is missing", {}, []],
  ["a machine that Twilio cannot reach", { publicUrl: "http://localhost:8787" }, ["missing: address →"]],
  ["a demo is where it should be", { publicUrl: "http://127.0.0.1:8787", isDemo: true }, []],
  ["a host whose name begins alike", { publicUrl: "https://localhost.example" }, []],
  ["the account's own token", { twilioBy: "token" }, ["advice: twilio →"]],
  ["half a key", { twilioBy: "half-key" }, ["missing: twilio →"]],
  ["no line", { lines: 0 }, ["missing: lines →"]],
  ["no flow", { publishedFlows: 0 }, ["missing: flows →"]],
  ["no e-mail: its news do not matter yet", { hasEmail: false, hasEmailNews: false }, ["missing: email →"]],
  ["no news of e-mails", { hasEmailNews: false }, ["advice: email-news →"]],
  ["nobody to be told", { operators: 0 }, ["missing: operators →"]],
  ["nobody by name", { staff: 0 }, ["advice: staff →"]],
  ["no zone", { zone: "UTC" }, ["advice: zone →"]],
  ["a secret being changed", { rotating: ["SESSION_SECRET_PREVIOUS"] }, ["advice: rotation →"]],
])("%s", (_name, facts, expected) => {
  expect(open(facts)).toEqual(expected);
});

test("every step that is not done says what to do, and no other does", () => {
  const bare: SetupFacts = {
    ...COMPLETE,
    twilioBy: "half-key",
    hasEmail: false,
    lines: 0,
    publishedFlows: 0,
    operators: 0,
    staff: 0,
  };
  for (const { state, how } of [...listSteps(bare), ...listSteps(COMPLETE)])
    expect(how === null).toBe(state === "done");
});
