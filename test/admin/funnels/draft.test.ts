// A funnel opened in its form and saved as it is stays as it is, and what is changed and changed back leaves no trace.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addCategory,
  addStage,
  dropCategory,
  dropStage,
  keyOf,
  missingIn,
  moveAt,
  newDraft,
  put,
  putStage,
  renameStage,
} from "../../../admin-ui/src/features/funnels/setup/draft.ts";
import type { Draft } from "../../../admin-ui/src/features/funnels/setup/draft.ts";
import { inOrder } from "../../../admin-ui/src/features/funnels/setup/in-order.ts";
import { FunnelConfig } from "#core/funnel/funnel";
import { arbitraryFunnel } from "./arbitrary-funnel.ts";

const SEED = 20_261_121;
const json = (value: unknown): string => JSON.stringify(value);
const each = (check: (given: Draft) => void): void =>
  fc.assert(
    fc.property(arbitraryFunnel, (config) => {
      const given: Draft = JSON.parse(json(FunnelConfig.parse(config)));
      check(given);
    }),
    { seed: SEED, numRuns: 500 },
  );

describe("a funnel's form", () => {
  it("takes every valid funnel, and lets what comes out of it be kept as it is", () => {
    each((given) => {
      expect(missingIn(given)).toEqual([]);
      expect(json(FunnelConfig.parse(given))).toBe(json(given));
    });
  });

  it("forgets what was added and removed, and what was moved and moved back", () => {
    each((given) => {
      expect(json(dropStage(addStage(given), given.stages.length))).toBe(json(given));
      expect(json(dropCategory(addCategory(given), given.categories.length))).toBe(json(given));
      const there = moveAt(given.stages, 0, 1);
      if (given.stages.length > 1) expect(json(moveAt(there, 1, -1))).toBe(json(given.stages));
      expect(json(moveAt(given.stages, 0, -1))).toBe(json(given.stages));
      expect(json(put(put(given, "zone", "UTC"), "zone", given.zone))).toBe(
        json(put(given, "zone", given.zone)),
      );
    });
  });

  it("leads to a stage that was renamed, and to its old id when that comes back", () => {
    each((given) => {
      const id = given.stages[0]?.id ?? "";
      const renamed = renameStage(given, id, "renamed-0");
      const places = JSON.stringify(renamed);
      expect(places.includes(`"stage":"${id}"`)).toBe(false);
      expect(json(renameStage(renamed, "renamed-0", id))).toBe(json(given));
    });
  });

  it("keeps the order of hours and weekdays where nothing is chosen anew", () => {
    each(({ slots: { hours, weekdays } }) => {
      expect(
        inOrder(
          hours,
          hours.toSorted((a, b) => a - b),
        ),
      ).toEqual(hours);
      expect(inOrder(weekdays, weekdays.toReversed())).toEqual(weekdays);
    });
    expect(inOrder([17, 9], [17, 9, 12])).toEqual([9, 12, 17]);
  });

  it("says what is still to be chosen", () => {
    const begun = newDraft();
    expect(missingIn(begun)).toEqual(["a name", "a line", "the flow of each stage"]);
    const chosen = putStage({ ...begun, name: "Energy", lineId: "x" }, 0, { flow: "energy" });
    expect(missingIn(chosen)).toEqual([]);
    expect(missingIn(addCategory(chosen))).toEqual(["the name of each category"]);
  });

  it.each([
    ["Energy advice", "energy_advice"],
    ["  Énergie: 2026! ", "energie_2026"],
    ["2026 start", "start"],
    ["", ""],
  ])("makes a key of %j", (name, key) => expect(keyOf(name)).toBe(key));
});
