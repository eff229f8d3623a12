// What the checks count: the Worker's weight, and the tests of a run.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../../worker/cli/checkout.ts";
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
