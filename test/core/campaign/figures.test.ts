// Every recipient is counted in exactly one place, and the difference to the forecast is explained.
import { describe, expect, test } from "vitest";
import { compareForecast } from "#core/campaign/compare";
import { tellFigures } from "#core/campaign/figures";
import type { Bunch } from "#core/campaign/figures";
import { emptyTally } from "#core/campaign/tally";
import type { Tally } from "#core/campaign/tally";
import { STATUS_RANK } from "#core/status";
import type { Status } from "#core/status";

function bunch(status: Status, people: number, more: Partial<Bunch> = {}): Bunch {
  return {
    status,
    errorCode: null,
    reason: null,
    variant: "a",
    isPutOff: false,
    people,
    segments: people,
    costMicros: people * 10,
    ...more,
  };
}

const ALL = Object.keys(STATUS_RANK).map((status) => bunch(status as Status, 1));

describe("figures", () => {
  test.each([false, true])("add up to what was planned (over: %s)", (isOver) => {
    const { planned, waiting, sent, failed, unknown, refused, canceled } = tellFigures(ALL, [], isOver);
    expect(waiting + sent + failed + unknown + refused + canceled).toBe(planned);
    expect(planned).toBe(ALL.length);
  });

  test("read is delivered, and delivered is sent", () => {
    const told = tellFigures([bunch("sent", 4), bunch("delivered", 3), bunch("read", 2)], [], false);
    expect(told).toMatchObject({ sent: 9, delivered: 5, read: 2 });
  });

  test("an answer that failed is neither sent nor delivered, although its rank is high", () => {
    const told = tellFigures([bunch("undelivered", 2), bunch("canceled", 1), bunch("refused", 1)], [], false);
    expect(told).toMatchObject({ sent: 0, delivered: 0, failed: 2, canceled: 1, refused: 1 });
  });

  test("who waits when it is over will never get it", () => {
    const waiting = [bunch("pending", 3), bunch("pending", 2, { isPutOff: true })];
    expect(tellFigures(waiting, [], false)).toMatchObject({ waiting: 5, putOff: 2, canceled: 0 });
    expect(tellFigures(waiting, [], true)).toMatchObject({
      waiting: 0,
      putOff: 0,
      canceled: 5,
      refusals: [{ code: "over", words: "the campaign ended before their turn came", people: 5 }],
    });
  });

  test("failures and refusals are told in words, the most frequent first", () => {
    const told = tellFigures(
      [
        bunch("failed", 1, { errorCode: 21_211 }),
        bunch("undelivered", 4, { errorCode: 30_003 }),
        bunch("undelivered", 2, { errorCode: 30_003, variant: "b" }),
        bunch("failed", 1, { errorCode: 12_345 }),
        bunch("failed", 1, { reason: "text-fails" }),
        bunch("pending", 2, { isPutOff: true, reason: "hours" }),
        bunch("refused", 3, { reason: "opted-out" }),
        bunch("canceled", 1, { reason: "never-open" }),
      ],
      [],
      false,
    );
    expect(told.failures.map(({ words, people }) => `${people} ${words}`)).toEqual([
      "6 the phone was switched off or out of reach",
      "1 the number is not valid",
      "1 carrier error 12345",
      "1 the template failed for them",
    ]);
    expect(told.waits).toEqual([{ code: "hours", words: "until their opening hours", people: 2 }]);
    expect(told.refusals.map(({ words, people }) => `${people} ${words}`)).toEqual([
      "3 they asked to hear nothing from us meanwhile",
      "1 no opening hours were left before the campaign ended",
    ]);
  });

  test("are told for each variant", () => {
    const told = tellFigures(
      [bunch("delivered", 3), bunch("delivered", 1, { variant: "b" }), bunch("failed", 2, { variant: "b" })],
      [
        { variant: "a", replied: 2, optedOut: 0 },
        { variant: "b", replied: 1, optedOut: 1 },
      ],
      false,
    );
    expect(told.variants).toMatchObject({
      a: { planned: 3, delivered: 3, replied: 2, optedOut: 0 },
      b: { planned: 3, delivered: 1, failed: 2, replied: 1, optedOut: 1 },
    });
    expect(told).toMatchObject({ planned: 6, replied: 3, optedOut: 1, segments: 6, costMicros: 60 });
  });
});

function tally(more: Partial<Tally>): Tally {
  return { ...emptyTally(), ...more };
}

test("a variant that nobody got is there, with nothing", () => {
  const told = tellFigures([bunch("delivered", 2, { variant: "b" })], [], true, ["a", "b"]);
  expect(Object.entries(told.variants).map(([name, { planned }]) => [name, planned])).toEqual([
    ["a", 0],
    ["b", 2],
  ]);
});

describe("a forecast beside the fact", () => {
  const frozen = tally({ people: 10, planned: 8, segments: 8, costMicros: 80, excluded: { "opted-out": 2 } });

  test("has nothing to explain where both are the same", () => {
    const told = tellFigures([bunch("delivered", 8)], [], true);
    const lines = compareForecast(frozen, frozen, told);
    expect(lines.every(({ forecast, fact, because }) => forecast === fact && because.length === 0)).toBe(
      true,
    );
  });

  test("is explained by what happened after the launch", () => {
    const told = tellFigures(
      [
        bunch("delivered", 5),
        bunch("refused", 2, { reason: "opted-out", segments: 0, costMicros: 0 }),
        bunch("failed", 1, { errorCode: 30_005, segments: 0, costMicros: 0 }),
      ],
      [],
      true,
    );
    const sent = compareForecast(null, frozen, told).find(({ what }) => what === "sent");
    expect(sent).toEqual({
      what: "sent",
      forecast: 8,
      fact: 5,
      because: ["2: they asked to hear nothing from us meanwhile", "1: the number is not in use"],
    });
  });

  test("is explained by who came and changed their minds before the launch", () => {
    const before = tally({ people: 9, planned: 8, excluded: { "opted-out": 1 } });
    const told = tellFigures([bunch("delivered", 8)], [], true);
    const [people, left, sent] = compareForecast(before, frozen, told);
    const because = [
      "1 more in the audience than when it was forecast",
      "1 more asked to hear nothing from us",
    ];
    expect(people).toEqual({ what: "people", forecast: 9, fact: 10, because });
    expect(left).toEqual({ what: "left out", forecast: 1, fact: 2, because });
    expect(sent).toEqual({ what: "sent", forecast: 8, fact: 8, because: [] });
  });

  test("holds what was sent beside what the organiser was told, whatever happened in between", () => {
    const before = tally({
      people: 11,
      planned: 10,
      segments: 10,
      costMicros: 100,
      excluded: { "opted-out": 1 },
    });
    const told = tellFigures(
      [
        bunch("delivered", 3),
        bunch("pending", 4, { reason: "hours", isPutOff: true, segments: 0, costMicros: 0 }),
        bunch("pending", 1, { segments: 0, costMicros: 0 }),
      ],
      [],
      false,
    );
    const because = [
      "1 fewer in the audience than when it was forecast",
      "1 more asked to hear nothing from us",
      "4 wait until their opening hours",
      "1 wait for their turn",
    ];
    expect(compareForecast(before, frozen, told).slice(2, 4)).toEqual([
      { what: "sent", forecast: 10, fact: 3, because },
      { what: "segments", forecast: 10, fact: 3, because },
    ]);
  });
});
