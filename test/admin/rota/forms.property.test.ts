// Whatever a rota says has its field: opened in the editor and saved unchanged, it is the same to the letter.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { draftOf, timesOf } from "../../../admin-ui/src/features/rota/draft.ts";
import {
  fromOverrideForm,
  fromShiftForm,
  toOverrideForm,
  toShiftForm,
} from "../../../admin-ui/src/features/rota/shift-form.ts";
import { arbitraryCase } from "../../core/rota/arbitrary-rota.ts";

test("a rota that is opened and saved unchanged is identical JSON", () => {
  fc.assert(
    fc.property(arbitraryCase, ({ rota }) => {
      for (const shift of rota.shifts) {
        const { id: _id, ...before } = shift;
        expect(JSON.stringify(fromShiftForm(toShiftForm(shift)))).toBe(JSON.stringify(before));
      }
      for (const { id: _id, at: _at, ...before } of rota.overrides)
        expect(fromOverrideForm(toOverrideForm(before))).toEqual(before);
    }),
    { seed: 20261121, numRuns: 500 },
  );
});

test("times that go through the calendar's hands come back as they were, over midnight and around the clock", () => {
  fc.assert(
    fc.property(arbitraryCase, ({ rota }) => {
      for (const { from, to } of rota.shifts) {
        const times = { date: "2026-03-28", from, to };
        expect(timesOf(draftOf(times))).toEqual(times);
      }
    }),
    { seed: 20261121, numRuns: 500 },
  );
});
