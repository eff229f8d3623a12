// The filter builder's model: what is opened is what is saved, an edit changes one place, and everything has a field that shows it.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Scalar } from "#core/compare";
import type { Condition, Filter } from "#core/condition";
import { choiceOf, listOf, withChoice, wordsFor } from "../../../admin-ui/src/ui/filter/operator.ts";
import { isComplete, problemOf } from "../../../admin-ui/src/ui/filter/problems.ts";
import { asKind, kindOf } from "../../../admin-ui/src/ui/filter/scalar.ts";
import {
  blankFilter,
  isNamed,
  nameOf,
  operatorsOf,
  SUBJECTS,
  subjectOf,
} from "../../../admin-ui/src/ui/filter/subject.ts";
import { asTimeKind, timeKindOf } from "../../../admin-ui/src/ui/filter/time.ts";
import { addAt, changeAt, deny, isGroup, membersOf, moveAt } from "../../../admin-ui/src/ui/filter/tree.ts";
import type { Place } from "../../../admin-ui/src/ui/filter/tree.ts";
import { arbitraryFilter, arbitrarySegment } from "../../core/segment/arbitrary-segment.ts";

const RUNS = { seed: 20_261_121, numRuns: 500 };
const shown = (value: Scalar): Scalar => asKind(value, kindOf(value));
const json = (value: unknown): string => JSON.stringify(value);

function placesIn(condition: Condition, place: Place = []): readonly Place[] {
  const inner = "not" in condition ? [condition.not] : isGroup(condition) ? membersOf(condition) : [];
  return [place, ...inner.flatMap((member, nth) => placesIn(member, [...place, nth]))];
}

/** Every place of the tree is left as it is, taken up and put down. */
function forEveryPlace(tell: (tree: Condition, place: Place) => void): void {
  fc.assert(
    fc.property(arbitrarySegment, (tree) => {
      for (const place of placesIn(tree)) tell(tree, place);
    }),
    RUNS,
  );
}

describe("a filter tree", () => {
  test("opened in the builder and saved unchanged is identical, wherever somebody looked", () => {
    forEveryPlace((tree, place) => {
      expect(json(changeAt(tree, place, (there) => there))).toBe(json(tree));
      expect(isComplete(tree)).toBe(true);
    });
  });

  test("denied twice, moved there and back, added to and taken from is identical", () => {
    forEveryPlace((tree, place) => {
      expect(
        json(
          changeAt(
            changeAt(tree, place, (there) => ({ not: there })),
            place,
            deny,
          ),
        ),
      ).toBe(json(tree));
      const nth = place.at(-1);
      if (nth !== undefined && nth > 0)
        expect(json(moveAt(moveAt(tree, place, -1), [...place.slice(0, -1), nth - 1], 1))).toBe(json(tree));
      const added = addAt(tree, place, blankFilter("tags"));
      let there: Condition | null = null;
      changeAt(tree, place, (found) => (there = found));
      const group: Condition | null = there;
      if (group !== null && isGroup(group))
        expect(json(changeAt(added, [...place, membersOf(group).length], () => null))).toBe(json(tree));
    });
  });

  test("taken away leaves no empty not, and of everything everybody", () => {
    const tag: Filter = { path: "tags", op: "eq", value: "vip" };
    expect(changeAt({ all: [tag, { not: tag }] }, [1, 0], () => null)).toEqual({ all: [tag] });
    expect(changeAt(tag, [], () => null)).toEqual({ all: [] });
    expect(addAt(tag, [], tag)).toEqual({ all: [tag, tag] });
  });
});

describe("every comparison", () => {
  test("has a subject, a choice of how it compares, and fields that keep its values as they are", () => {
    fc.assert(
      fc.property(arbitraryFilter, (filter) => {
        const subject = subjectOf(filter.path);
        expect(subject).not.toBeNull();
        const { usual, more } = operatorsOf(subject);
        expect([...usual, ...more]).toContain(filter.op);
        expect(wordsFor(choiceOf(filter), subject)).not.toBe("");
        expect(listOf(filter.value).map(shown)).toEqual(listOf(filter.value));
        // A blank text is allowed, and asked about.
        const isBlank = listOf(filter.value).includes("");
        expect(problemOf(filter) === null).toBe(!isBlank);
      }),
      RUNS,
    );
  });

  test("can be changed into any other, and back into one that is complete", () => {
    fc.assert(
      fc.property(arbitraryFilter, (filter) => {
        for (const op of ["eq", "between", "exists", "missing"] as const) {
          const { path } = withChoice(filter, op);
          expect(path).toBe(filter.path);
        }
        expect(isComplete(withChoice(filter, "missing"))).toBe(true);
        expect(choiceOf(withChoice(filter, "missing"))).toBe("missing");
      }),
      RUNS,
    );
  });

  test.each(SUBJECTS)("can be begun: %s", (subject) => {
    const { path } = blankFilter(subject);
    expect(subjectOf(path)).toBe(subject);
    if (isNamed(subject) && nameOf(path) === "")
      expect(problemOf(blankFilter(subject))).toMatch(/^This needs a /);
  });

  test.each([
    ["-30d", "ago"],
    ["+2w", "ahead"],
    ["2026-11-21", "day"],
    ["2026-11-21T08:00Z", "moment"],
  ] as const)("a time stays as it is written: %s", (value, kind) => {
    expect(timeKindOf(value)).toBe(kind);
    expect(["ago", "ahead", "day"].includes(kind) ? asTimeKind(value, kind, "2026-01-01") : value).toBe(
      value,
    );
    expect(asTimeKind(value, "day", "2026-01-01")).toBe(
      value.startsWith("2026") ? "2026-11-21" : "2026-01-01",
    );
  });
});
