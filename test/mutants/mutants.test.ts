// Every law has a test, and every such test fails when its guard is gone. A mutant that survives is a law nobody watches.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Mutant } from "./mutant.ts";
import { MUTANTS } from "./mutants.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const vitest = fileURLToPath(new URL("../../node_modules/vitest/vitest.mjs", import.meta.url));

/** What a run of one test file with one guard missing says. */
function run(name: string, { project, test, people }: Mutant): Promise<{ failed: boolean; output: string }> {
  const args = [
    vitest,
    "run",
    "--config",
    "test/vitest.config.ts",
    "--project",
    project,
    test,
    "--bail",
    "1",
  ];
  const env = {
    ...process.env,
    MUTANT: name,
    NO_COLOR: "1",
    ...(people !== undefined && { ZEROS_PEOPLE: String(people) }),
  };
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, env, maxBuffer: 64e6 }, (error, stdout, stderr) =>
      resolve({ failed: error !== null, output: stdout + stderr }),
    );
  });
}

describe.concurrent("a mutant is noticed", () => {
  test.each(Object.entries(MUTANTS))("%s", { timeout: 120_000 }, async (name, mutant: Mutant) => {
    const { failed, output } = await run(name, mutant);
    expect(failed, `${mutant.law}: ${mutant.test} passed although ${mutant.breaks}`).toBe(true);
    // It must fail by an assertion of its own, not because the guard could not be found or the file not run.
    expect(output).toMatch(/AssertionError|it never came|toMatchObject|expected/);
    expect(output).not.toContain("any more");
  });
});
