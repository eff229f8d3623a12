// What the checks count: the Worker's weight, and the tests of a run; and what they pass over.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../../worker/cli/checkout.ts";
import { fingerprint, PARTS } from "../../worker/cli/check/lint.ts";
import { weighWorker } from "../../worker/cli/check/size.ts";
import { makeFolder } from "./folder.ts";

test("a Worker weighs what its modules weigh compressed, without source maps", () => {
  const folder = makeFolder();
  // Text that does not compress: 48 KiB of it stay about 36.
  const random = Array.from({ length: 49_152 }, (_, place) =>
    String.fromCharCode(33 + ((place * place * 2_654_435_761) % 64)),
  );
  writeFileSync(join(folder, "index.js"), "a".repeat(1_000_000));
  const light = weighWorker(folder);
  expect(light).toBeLessThan(2);
  writeFileSync(join(folder, "index.js.map"), random.join(""));
  writeFileSync(join(folder, "README.md"), random.join(""));
  expect(weighWorker(folder)).toBe(light);
  writeFileSync(join(folder, "more.wasm"), random.join(""));
  expect(weighWorker(folder)).toBeGreaterThan(light);
});

const PASSED = { success: true, numPassedTests: 7, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };

test.each<[what: string, reports: object[], line: string, code: number]>([
  ["all passed", [PASSED], "7 passed, 0 failed", 0],
  [
    "two runs",
    [PASSED, { ...PASSED, numPassedTests: 3, numPendingTests: 2 }],
    "10 passed, 0 failed, 2 skipped",
    0,
  ],
  [
    "one failed",
    [{ ...PASSED, success: false, numPassedTests: 6, numFailedTests: 1 }],
    "6 passed, 1 failed",
    1,
  ],
  ["a file did not load", [{ ...PASSED, success: false }], "7 passed, 1 failed", 1],
  ["no report at all", [], "0 passed, 1 failed", 1],
])("%s: the last line says so", (_what, reports, line, code) => {
  const folder = makeFolder();
  for (const [place, report] of reports.entries())
    writeFileSync(join(folder, `${place}.json`), JSON.stringify(report));
  const counted = spawnSync(process.execPath, [join(ROOT, "worker/cli/count-tests.ts"), folder], {
    encoding: "utf8",
  });
  expect(counted.stdout.trimEnd().split("\n").at(-1)).toBe(line);
  expect(counted.status).toBe(code);
});

describe("a part is linted again", () => {
  const PART = { name: "pages", folders: ["pages"], without: ["pages/other"], standsOn: ["types/core"] };
  const FILES = {
    ".oxlintrc.json": "{}",
    "tsconfig.json": "{}",
    "package-lock.json": "{}",
    "pages/a.ts": "1",
    "pages/in/b.tsx": "2",
    "pages/other/c.ts": "3",
    "pages/dist/d.ts": "4",
    "types/core/e.d.ts": "5",
    "core/e.ts": "6",
  };
  const print = (changed: Readonly<Record<string, string>> = {}) => {
    const folder = makeFolder();
    for (const [path, text] of Object.entries({ ...FILES, ...changed })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return fingerprint(folder, PART);
  };

  test.each([
    ["pages/a.ts", "its file"],
    ["pages/new.ts", "a file that is new"],
    ["types/core/e.d.ts", "a declaration it stands on"],
    [".oxlintrc.json", "the rules"],
    ["package-lock.json", "the linter, or a library's types"],
  ])("where %s is another: %s", (path) => {
    expect(print({ [path]: "another" })).not.toBe(print());
  });

  test.each([
    ["core/e.ts", "what is behind a declaration"],
    ["pages/other/c.ts", "another part's file"],
    ["pages/dist/d.ts", "what was built"],
    ["pages/a.md", "what is not linted"],
  ])("not where %s is another: %s", (path) => {
    expect(print({ [path]: "another" })).toBe(print());
  });

  test("and together the parts are everything", () => {
    const folders = PARTS.flatMap((part) => part.folders);
    expect(folders).toEqual(expect.arrayContaining(["worker", "durable-objects", "admin-ui", "test"]));
    for (const left of PARTS.flatMap(({ without }) => without)) expect(folders).toContain(left);
  });
});
