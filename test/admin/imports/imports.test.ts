// The import wizard's own logic: files that are none, what a column is taken for, how changes read.
import { describe, expect, test } from "vitest";
import { checkMapping, Target } from "#core/csv/mapping";
import { findTrouble } from "../../../admin-ui/src/features/imports/check-file.ts";
import { nameFor, withKind } from "../../../admin-ui/src/features/imports/settle/target.ts";
import { fieldName, fieldValue, TARGET_WORDS } from "../../../admin-ui/src/features/imports/words.ts";
import { listCountries } from "../../../admin-ui/src/data/countries.ts";

const file = (name: string, ...parts: BlobPart[]): File => new File(parts, name);

describe("a file is refused before it travels", () => {
  test.each([
    ["nothing in it", file("a.csv"), "“a.csv” is empty."],
    ["a PDF", file("a.csv", "%PDF-1.7"), "“a.csv” is no CSV but a PDF"],
    ["a workbook", file("a.xlsx", new Uint8Array([0x50, 0x4b, 3, 4])), "save the sheet as CSV"],
    ["JSON", file("a.csv", '[{"phone": 1}]'), "is no CSV but JSON"],
    ["101 MB", file("a.csv", new Uint8Array(101 * 1024 * 1024)), "100 MB is the most"],
  ])("%s", async (_, given, said) => {
    expect(await findTrouble(given)).toContain(said);
  });

  test("and a CSV is not, however large it may be", async () => {
    expect(await findTrouble(file("a.csv", "phone\n", new Uint8Array(50_000_000).fill(65)))).toBeNull();
  });
});

describe("a column", () => {
  const attribute: Target = { kind: "attribute", name: "plan", type: "text" };

  test.each(Object.keys(TARGET_WORDS))("is taken for %s", (kind) => {
    const target = withKind({ kind: "keep" }, kind, "Favourite colour");
    expect(target.kind).toBe(kind);
    expect(Target.safeParse(target).success).toBe(true);
    expect(withKind(target, kind, "Anything")).toBe(target);
  });

  test("keeps what was said of it until it is taken for something else", () => {
    expect(withKind(attribute, "attribute", "Plan")).toBe(attribute);
    expect(withKind(attribute, "tags", "Plan")).toEqual({ kind: "tags" });
    expect(checkMapping([{ kind: "number" }, attribute])).toBeNull();
  });

  test.each([
    ["Shoe size", "x", "shoe_size"],
    ["", "Größe (cm)", "grosse_cm"],
    ["42", "日本", "column"],
  ])("is called %j of %j", (typed, heading, name) => {
    expect(nameFor(typed, heading)).toMatch(name === "grosse_cm" ? /^gr[a-z_]+cm$/ : new RegExp(`^${name}$`));
  });
});

test.each([
  ["name", "Ana", "Name: Ana"],
  ["attributes.shoe_size", 42, "shoe size: 42"],
  ["tags.vip", true, "Tag “vip”: yes"],
  ["grant.*", Date.UTC(2026, 6, 4, 12), "Agreed: 4 Jul 2026"],
  ["suppression.sms", Date.UTC(2026, 6, 4, 12), "To be left alone on sms: 4 Jul 2026"],
  ["zone", null, "Time zone: nothing"],
])("a change of %s reads", (field, value, said) => {
  expect(`${fieldName(field)}: ${fieldValue(field, value)}`).toBe(said);
});

test("countries are there once each, by their own codes", () => {
  const countries = listCountries();
  expect(countries.filter(({ label }) => label === "United Kingdom")).toEqual([
    { value: "GB", label: "United Kingdom" },
  ]);
  expect(new Set(countries.map(({ label }) => label)).size).toBe(countries.length);
});
