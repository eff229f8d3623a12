// What the palette offers for what is typed.
import { expect, test } from "vitest";
import { keepMatching } from "../../../admin-ui/src/shell/keep-matching.ts";

const GROUPS = [
  { group: "Talk", actions: [{ id: "flows", label: "Flows" }] },
  {
    group: "Setup",
    actions: [
      { id: "numbers", label: "Numbers", keywords: ["twilio", "webhooks"] },
      { id: "lines", label: "Lines", keywords: ["numbers"] },
    ],
  },
  { group: "Contacts", actions: [{ id: "wendy", label: "Wendy Clarke" }] },
];

test.each([
  ["", "flows numbers lines wendy"],
  ["  FLO ", "flows"],
  ["we", "numbers wendy"],
  ["numb", "numbers lines"],
  // A word is known by its beginning alone.
  ["hooks", ""],
])("%j keeps %j, in the order it stands in", (typed, kept) => {
  const groups = keepMatching(typed, GROUPS);
  expect(groups.flatMap((one) => ("actions" in one ? one.actions.map(({ id }) => id) : [])).join(" ")).toBe(
    kept,
  );
  expect(groups.every((one) => "actions" in one && one.actions.length > 0)).toBe(true);
});
