// Any funnel that the API would keep, with every option there is.
import * as fc from "fast-check";
import type { FunnelConfig, OnAnswer, OnNothing } from "#core/funnel/funnel";

const words = fc.stringMatching(/^[A-Z][A-Za-z ]{0,20}[a-z]$/);
const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
const days = fc.integer({ min: 0, max: 365 });

const onNothing = (ids: readonly string[]): fc.Arbitrary<OnNothing> =>
  fc.oneof(
    fc.record(
      {
        kind: fc.constant("stage" as const),
        stage: fc.constantFrom(...ids),
        afterDays: days,
        category: words,
      },
      { requiredKeys: ["kind", "stage", "afterDays"] },
    ),
    fc.record({ kind: fc.constant("leave" as const), category: words }, { requiredKeys: ["kind"] }),
  );

const onAnswer = (ids: readonly string[]): fc.Arbitrary<OnAnswer> =>
  fc.oneof(
    fc.constantFrom({ kind: "stay" as const }, { kind: "leave" as const }),
    fc.record({ kind: fc.constant("stage" as const), stage: fc.constantFrom(...ids), afterDays: days }),
    fc.record(
      {
        kind: fc.constant("wait" as const),
        attribute: fc.constantFrom("again", "call_back_on"),
        stage: fc.constantFrom(...ids),
        otherwiseDays: days,
      },
      { requiredKeys: ["kind", "attribute", "otherwiseDays"] },
    ),
  );

const subset = (values: readonly number[]) => fc.shuffledSubarray([...values], { minLength: 1 });

const configOf = (ids: readonly string[]): fc.Arbitrary<FunnelConfig> =>
  fc.record(
    {
      name: words,
      lineId: fc.uuid(),
      zone: fc.constantFrom("Europe/London", "Asia/Kathmandu"),
      slots: fc.record({
        weekdays: subset([1, 2, 3, 4, 5, 6, 7]),
        hours: subset(Array.from({ length: 24 }, (_hour, hour) => hour)),
        holidays: fc.uniqueArray(fc.constantFrom("2026-12-25", "2027-01-01")),
      }),
      dailyCap: fc.integer({ min: 1, max: 20_000 }),
      consent: fc.constantFrom("granted" as const, "not-refused" as const),
      stages: fc.tuple(
        ...ids.map((stage) =>
          fc.record({
            id: fc.constant(stage),
            name: words,
            flow: slug,
            silence: fc.record({ days: fc.integer({ min: 1, max: 90 }), leads: onNothing(ids) }),
            failure: onNothing(ids),
          }),
        ),
      ),
      categories: fc.array(fc.record({ name: words, leads: onAnswer(ids) }), { minLength: 1, maxLength: 8 }),
      words: fc.record({ asked: words, waiting: words, optedOut: words, excluded: words, takenOut: words }),
    },
    { requiredKeys: ["name", "lineId", "slots", "dailyCap", "consent", "stages", "categories", "words"] },
  );

export const arbitraryFunnel: fc.Arbitrary<FunnelConfig> = fc
  .uniqueArray(id, { minLength: 1, maxLength: 5 })
  .chain(configOf);
