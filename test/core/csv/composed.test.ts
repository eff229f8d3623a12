// Accents typed as a second character: what we compare is composed on its way in, what is only kept stays as it was.
import { expect, test } from "vitest";
import { readPerson } from "#core/csv/read-person";
import type { Reading } from "#core/csv/read-person";

const APART = "Sa\u0303o Paulo";
const reading: Reading = {
  headings: ["phone", "name", "city", "labels", "note"],
  mapping: [
    { kind: "number" },
    { kind: "name" },
    { kind: "attribute", name: "city", type: "text" },
    { kind: "tags" },
    { kind: "keep" },
  ],
  rule: "overwrite",
  defaultCountry: null,
  addTags: [],
  everybodyAgreed: null,
  now: 0,
};

test("a person comes in composed", () => {
  const cells = ["+12065550101", APART, APART, APART, APART];
  expect(readPerson({ cells, endByte: 0 }, reading)).toMatchObject({
    name: "São Paulo",
    attributes: { city: "São Paulo" },
    tags: ["São Paulo"],
    kept: { 4: APART },
  });
});
