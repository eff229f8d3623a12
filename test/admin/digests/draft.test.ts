// A digest goes through its form and comes out as it was.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DigestConfig, SECTIONS } from "#core/digest/config";
import { isSame, newDraft, toDraft, toInput } from "../../../admin-ui/src/features/digests/draft.ts";
import type { Digest } from "../../../admin-ui/src/features/digests/questions.ts";
import { tellSchedule, tellSections } from "../../../admin-ui/src/features/digests/words.ts";

const AT = "2026-11-24T10:00:00.000Z";
const REST = { id: "d1", toldUntil: AT, nextAt: AT, unsubscribedAt: null, createdAt: AT, changedAt: AT };

const scope = fc.option(fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 5 }), { nil: null });
const config = fc.record({
  email: fc.constantFrom("ann@example.org", "office+daily@example.org"),
  period: fc.constantFrom("daily", "weekly"),
  weekday: fc.integer({ min: 1, max: 7 }),
  at: fc.constantFrom("00:00", "07:00", "23:59"),
  zone: fc.constantFrom("UTC", "Europe/London", "America/Argentina/Buenos_Aires"),
  sections: fc.subarray([...SECTIONS]),
  flows: scope,
  helplines: scope,
  skipWhenQuiet: fc.boolean(),
});

test("saved unchanged, whatever it is, it is the same", () => {
  fc.assert(
    fc.property(config, (given) => {
      const parsed = DigestConfig.parse(given);
      const digest: Digest = { ...REST, ...parsed };
      expect(DigestConfig.parse(toInput(toDraft(digest)))).toEqual(parsed);
      expect(isSame(toDraft(digest), toDraft(digest))).toBe(true);
    }),
    { seed: 20261121 },
  );
});

test("a new one is what the API would make of an address alone", () => {
  const input = toInput({ ...newDraft("Europe/London"), email: "ann@example.org" });
  expect(DigestConfig.parse(input)).toEqual(
    DigestConfig.parse({ email: "ann@example.org", zone: "Europe/London" }),
  );
});

test("when it comes and what it is about, in words", () => {
  const weekly = { period: "weekly", weekday: 5, at: "07:30", zone: "America/New_York" } as const;
  expect(tellSchedule(weekly)).toBe("Every Friday at 07:30, America/New York");
  expect(tellSchedule({ ...weekly, period: "daily" })).toBe("Every day at 07:30, America/New York");
  expect(tellSections({ sections: [...SECTIONS] })).toBe("Everything");
  expect(tellSections({ sections: ["answers", "helplines"] })).toBe("Answers, Helpline");
  expect(tellSections({ sections: [] })).toBe("Only what needs somebody");
});
