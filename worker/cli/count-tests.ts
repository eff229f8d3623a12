// Adds up what test runs left behind as JSON and prints one line that any runner of ours can read.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

/** The part of Vitest's JSON report that is counted (the same as Jest's). */
const Report = z.object({
  success: z.boolean(),
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
});

const folder = process.argv[2];
if (folder === undefined) throw new Error("Name the folder with the reports.");
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
const reports = files.map((name) => Report.parse(JSON.parse(readFileSync(join(folder, name), "utf8"))));

const passed = sum(reports.map((report) => report.numPassedTests));
const skipped = sum(reports.map((report) => report.numPendingTests + report.numTodoTests));
// A file that does not even load has no failed test of its own; a run that left no report failed as a whole.
const failed = reports.length === 0 ? 1 : sum(reports.map(countFailures));
console.log(
  [`${passed} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])].join(", "),
);
process.exitCode = failed > 0 ? 1 : 0;

function countFailures({ success, numFailedTests }: z.infer<typeof Report>): number {
  return success ? 0 : Math.max(numFailedTests, 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
