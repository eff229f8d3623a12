// The audit log in words: every deed that the Worker records is said, and about something one can filter by.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sayDeed } from "../../../admin-ui/src/features/setup/audit/say-deed.ts";
import { sayDetail } from "../../../admin-ui/src/features/setup/audit/say-detail.ts";
import { SUBJECTS } from "../../../admin-ui/src/features/setup/audit/subjects.ts";

const WORKER = join(import.meta.dirname, "../../../worker");

function found(pattern: RegExp): readonly string[] {
  const texts = readdirSync(WORKER, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => readFileSync(join(WORKER, path), "utf8"));
  return [
    ...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name ?? ""))),
  ].toSorted();
}

test("every deed has a sentence", () => {
  const actions = found(/action: "([a-z-]+\.[a-z-]+)"/g);
  expect(actions.length).toBeGreaterThan(60);
  expect(actions.filter((action) => sayDeed(action) === action)).toEqual([]);
});

test("everything that deeds are about can be asked for", () => {
  const known: readonly string[] = SUBJECTS;
  expect(found(/subject: \{ kind: "([a-z-]+)"/g).filter((kind) => !known.includes(kind))).toEqual([]);
});

test.each([
  ["line.change", "Changed a line"],
  ["staff.invite", "Invited a member of staff"],
  ["something.new", "something.new"],
])("%s is said as “%s”", (action, sentence) => {
  expect(sayDeed(action)).toBe(sentence);
});

test("what is kept of a deed stands in one line", () => {
  expect(sayDetail({ role: "editor", fields: ["name", "hours"] })).toBe(
    "role: editor · changed: name, hours",
  );
  expect(sayDetail({})).toBe("");
  expect(sayDetail({ fields: [], helplines: ["01a20d12-36ce-7571-a1c3-719df8b53ea6"], people: 3 })).toBe(
    "people: 3",
  );
  expect(sayDetail({ revision: 1, startAt: Date.UTC(2026, 10, 24, 12) })).toMatch(
    /^begins: 24 Nov 2026, \d\d:\d\d$/,
  );
  expect(sayDetail({ by: "segment", added: 1_200, returned: 0, same: 0 })).toBe("by: segment · added: 1,200");
  expect(sayDetail({ fields: ["defaultCountry"], advanceMs: 86_400_000, texts: true, note: null })).toBe(
    "changed: default country · ahead by: 1 day · texts: yes",
  );
});
