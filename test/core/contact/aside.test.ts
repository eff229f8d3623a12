// A question about a shift beside texts to callers: only what is surely an answer counts, and nothing is asked again.
import { expect, test } from "vitest";
import { askingFlow } from "#core/asking/asking-flow";
import type { Asking } from "#core/asking/asking";
import { HOUR, NOON, Talk } from "./talk.ts";

const asking: Asking = {
  id: "0b1f0d4e-0000-4000-8000-000000000001",
  kind: "reminder",
  helplineId: "group",
  volunteerId: "ana",
  shiftId: "shift",
  date: "2026-11-24",
  startsAt: NOON + 24 * HOUR,
  endsAt: NOON + 26 * HOUR,
  answer: null,
  answeredAt: null,
};
const flow = askingFlow([asking], { group: "Night line", zone: "UTC", language: "en" });

/** What becomes of a text while the question is open. */
function hear(text: string): string {
  const talk = new Talk({});
  talk.begin({
    flowId: "asking",
    slug: "asking",
    versionId: "v1",
    flow,
    quickReplies: {},
    isAside: true,
  });
  const said = talk.say(text);
  const record = talk.turns.at(-1)?.record;
  const [answer] = Object.values(record?.runs[0]?.answers ?? {});
  const left = record?.notices.map(({ kind }) => kind) ?? [];
  return [answer?.label ?? "open", ...left, ...said].join(", ");
}

const [YES, NO] = ["I will be there", "I cannot: ask the others"];

test.each([
  ["1", YES],
  ["2", NO],
  ["Yes", YES],
  ["yes, thanks", YES],
  ["no sorry", NO],
  ["I will be there", YES],
  ["I cannot: ask the others", NO],
  ["B", "open, unmatched"],
  ["B yes", "open, unmatched"],
  ["[C] no", "open, unmatched"],
  ["I cannot hear you", "open, unmatched"],
  ["I will be there in five minutes", "open, unmatched"],
  ["I am ill", "open, unmatched"],
])("%s -> %s", (text, becomes) => {
  expect(hear(text)).toBe(becomes);
});
