// The funnel's rules as a table: what an answer, silence, a failure and a date do at each stage.
import { array, assert, constantFrom, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import type { Delivery } from "#core/funnel/delivery";
import type { Member } from "#core/funnel/member";
import { HOLDS_MAX, settle } from "#core/funnel/settle";
import type { Facts } from "#core/funnel/settle";
import { ASKED_AT, askedAt, ENERGY, ZONE } from "./energy.ts";

const DAY = 86_400_000;
const SENT: Delivery = { kind: "handed-over", at: ASKED_AT };
const NOTHING: Facts = {
  gone: null,
  answer: null,
  delivery: SENT,
  heardAt: null,
  isTalking: false,
  attributes: {},
};

function outcome(member: Member, facts: Partial<Facts>, now: number) {
  const settled = settle({ config: ENERGY, zone: ZONE, now }, member, { ...NOTHING, ...facts });
  if (settled.kind !== "move") return settled.kind;
  const { stage, phase, category, dueAt } = settled.move.to;
  const due = dueAt === null ? "" : ` ${new Date(dueAt).toISOString().slice(0, 16)}`;
  return `${settled.move.cause}: ${stage} ${phase} ${category}${phase === "waiting" ? due : ""}`;
}

const answered = (category: string, attributes: Facts["attributes"] = {}) => ({
  answer: { category, at: ASKED_AT + 1 },
  attributes,
});

const leftOut = (reason: string, isForGood: boolean): Partial<Facts> => ({
  delivery: { kind: "left-out", reason, isForGood },
});

describe("an answer", () => {
  test.each([
    ["first yes", "Interested", {}, "answer: activation asked Interested"],
    ["second yes", "Sent to call", {}, "answer: activation out Sent to call"],
    ["a no before the first yes", "Deleted", {}, "answer: activation out Deleted"],
    ["a no after it", "Removed", {}, "answer: activation out Removed"],
    [
      "later, on a date",
      "Waiting",
      { energy_advice_again: "2026-12-05" },
      "answer: activation waiting Waiting 2026-12-05T00:00",
    ],
    ["later, without a date", "Waiting", {}, "answer: activation waiting Waiting 2026-11-30T00:00"],
    [
      "a date that has passed",
      "Waiting",
      { energy_advice_again: "2026-11-23" },
      "answer: activation waiting Waiting 2026-11-30T00:00",
    ],
    [
      "a date that is none",
      "Waiting",
      { energy_advice_again: "2027-02-31" },
      "answer: activation waiting Waiting 2026-11-30T00:00",
    ],
    [
      "a date in a hundred years",
      "Waiting",
      { energy_advice_again: "2126-01-01" },
      "answer: activation waiting Waiting 2026-11-30T00:00",
    ],
    ["something without a rule", "Puzzled", {}, "answer: activation asked Puzzled"],
  ])("%s", (_what, category, attributes, expected) => {
    expect(outcome(askedAt("activation"), answered(category, attributes), ASKED_AT + 2)).toBe(expected);
  });

  test("that is dealt with does nothing again", () => {
    const member = askedAt("activation", { settledAt: ASKED_AT + 1 });
    expect(outcome(member, answered("Deleted"), ASKED_AT + 2)).toBe("look");
  });

  test("counts before a silence that was only believed, however far they were led since", () => {
    const led = askedAt("reactivation-1", {
      phase: "waiting",
      cause: "silence",
      changedAt: ASKED_AT + 3 * DAY,
    });
    expect(outcome(led, answered("Deleted"), ASKED_AT + 4 * DAY)).toBe("answer: reactivation-1 out Deleted");
    const gone = askedAt("reactivation-2", {
      phase: "out",
      category: "No answer",
      cause: "silence",
      changedAt: ASKED_AT + 5 * DAY,
    });
    expect(
      outcome(gone, answered("Waiting", { energy_advice_again: "2026-12-05" }), ASKED_AT + 6 * DAY),
    ).toBe("answer: reactivation-2 waiting Waiting 2026-12-05T00:00");
  });

  test("after they left changes what they are called, and brings nobody back", () => {
    const gone = askedAt("activation", { phase: "out", category: "Removed", cause: "answer" });
    expect(outcome(gone, answered("Waiting", { energy_advice_again: "2026-12-05" }), ASKED_AT + DAY)).toBe(
      "answer: activation out Waiting",
    );
  });
});

describe("silence", () => {
  test.each([
    ["activation", 3, "silence: reactivation-1 waiting Waiting 2026-11-30T00:00"],
    ["reactivation-1", 3, "silence: reactivation-2 waiting Waiting 2026-12-10T00:00"],
    ["reactivation-2", 5, "silence: reactivation-2 out No answer"],
  ])("of %s is %i days", (stage, days, expected) => {
    expect(outcome(askedAt(stage), {}, ASKED_AT + days * DAY - 1)).toBe("look");
    expect(outcome(askedAt(stage), {}, ASKED_AT + days * DAY)).toBe(expected);
    // Noticed a week late it leads to the same day.
    expect(outcome(askedAt(stage), {}, ASKED_AT + (days + 7) * DAY)).toBe(expected);
  });

  test("begins when the message is handed over, and again with each word of theirs", () => {
    const late: Delivery = { kind: "handed-over", at: ASKED_AT + 2 * DAY };
    expect(outcome(askedAt("activation"), { delivery: late }, ASKED_AT + 4 * DAY)).toBe("look");
    expect(outcome(askedAt("activation"), { heardAt: ASKED_AT + DAY }, ASKED_AT + 4 * DAY - 1)).toBe("look");
    expect(outcome(askedAt("activation"), { heardAt: ASKED_AT + DAY }, ASKED_AT + 4 * DAY)).toMatch(
      /^silence/,
    );
    expect(outcome(askedAt("activation"), { delivery: { kind: "pending" } }, ASKED_AT + 9 * DAY)).toBe(
      "look",
    );
  });
});

test("a conversation that goes on is no silence, until it was forgotten", () => {
  const talking = { isTalking: true };
  expect(outcome(askedAt("activation"), talking, ASKED_AT + 10 * DAY)).toBe("look");
  expect(outcome(askedAt("activation"), talking, ASKED_AT + 11 * DAY)).toBe(
    "silence: reactivation-1 waiting Waiting 2026-11-30T00:00",
  );
});

describe("what comes between", () => {
  const now = ASKED_AT + 3_600_000;

  test.each<[string, Partial<Facts>, Partial<Member>, string]>([
    [
      "a message that never arrives",
      { delivery: { kind: "failed", code: 30_005 } },
      {},
      "failure: activation out Not reached",
    ],
    ["no consent", leftOut("no-consent", true), {}, "excluded: activation out Not allowed"],
    [
      "another conversation",
      leftOut("in-conversation", false),
      {},
      "held: activation waiting Waiting 2026-11-24T00:00",
    ],
    [
      "left out once too often",
      leftOut("in-conversation", false),
      { holds: HOLDS_MAX - 1 },
      "failure: activation out Not reached",
    ],
    ["STOP", { gone: "opted-out" }, {}, "opted-out: activation out Opted out"],
    ["an erasure", { gone: "erased" }, {}, "erased: activation out Asked"],
    ["STOP of somebody who is out", { gone: "opted-out" }, { phase: "out" }, "nothing"],
    ["a stage that is gone", {}, { stage: "activation-2" }, "stage-gone: activation-2 out Asked"],
    ["a date that is still to come", {}, { phase: "waiting" }, "nothing"],
  ])("%s", (_what, facts, change, expected) => {
    expect(outcome(askedAt("activation", change), facts, now)).toBe(expected);
  });
});

/** Where they stand after so many looks, where the answer is known from `knownAt` on. */
function standAfter(looks: readonly number[], answer: NonNullable<Facts["answer"]>, knownAt: number): Member {
  const member: Member[] = [askedAt("activation")];
  for (const now of looks) {
    const last = member.at(-1) ?? askedAt("activation");
    const facts = { ...NOTHING, answer: now >= knownAt ? answer : null };
    const settled = settle({ config: ENERGY, zone: ZONE, now }, last, facts);
    if (settled.kind !== "move") continue;
    const { to, cause } = settled.move;
    member.push({ ...last, ...to, cause, changedAt: now, revision: last.revision + 1 });
  }
  return member.at(-1) ?? askedAt("activation");
}

test("an answer that ends it ends it, whenever it is looked at and however late it is known", () => {
  const instant = integer({ min: ASKED_AT, max: ASKED_AT + 9 * DAY });
  assert(
    property(
      constantFrom("Sent to call", "Deleted", "Removed"),
      instant,
      instant,
      array(instant, { maxLength: 12 }),
      (category, at, knownAt, looks) => {
        const all = [...looks, ASKED_AT + 10 * DAY].toSorted((a, b) => a - b);
        const answer = { category, at };
        const late = standAfter(all, answer, Math.max(at, knownAt));
        const { phase, category: called, settledAt } = standAfter(all, answer, at);
        expect({ phase, called, settledAt }).toEqual({ phase: "out", called: category, settledAt: at });
        expect(late).toMatchObject({ phase, category, settledAt });
      },
    ),
    { seed: 20_261_123, numRuns: 2_000 },
  );
});
