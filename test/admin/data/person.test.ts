// What somebody is called where there is no name: by what is known of their address.
import { expect, test } from "vitest";
import { callPerson, numberBeside } from "../../../admin-ui/src/data/person.ts";
import { titleOf } from "../../../admin-ui/src/features/responses/headline.ts";

const NUMBER = "+447700900123";
const VISITOR = "visitor:8d22a6dd-8616-4aba-b7d3-33ca8b89074e";

test.each([
  ["a name", { name: "Ana", kind: "phone", address: NUMBER }, "Ana", NUMBER],
  ["a number", { name: null, kind: "phone", address: NUMBER }, NUMBER, null],
  ["a visitor", { name: null, kind: "visitor", address: VISITOR }, "Somebody in the web chat", null],
  ["a visitor with a name", { name: "Nia", kind: "visitor", address: VISITOR }, "Nia", null],
  ["a withheld number", { name: null, kind: "nobody", address: null }, "Number withheld", null],
  ["who was erased", { name: null, kind: "phone", address: null }, "Somebody who was forgotten", null],
  [
    "a visitor who was erased",
    { name: null, kind: "visitor", address: null },
    "Somebody who was forgotten",
    null,
  ],
])("%s", (_, person, called, beside) => {
  expect([callPerson(person), numberBeside(person)]).toEqual([called, beside]);
  expect(titleOf({ flow: { name: "Survey" }, contact: person })).toBe(`${called}: Survey`);
});
