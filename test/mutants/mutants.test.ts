// Every law has a test, and every such test fails when its guard is gone. A mutant that survives is a law nobody watches.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import type { Asked, Told } from "./host.ts";
import type { Mutant } from "./mutant.ts";
import { MUTANTS } from "./mutants.ts";

const host = fileURLToPath(new URL("host.ts", import.meta.url));

/** In a run of the zeros, how many people it takes until one of them is hit. */
const ZEROS_PEOPLE = "60";

/** Hosts that have nothing to do; as many are started as tests run at once. */
const idle: ChildProcess[] = [];
const started: ChildProcess[] = [];

afterAll(() => {
  for (const child of started) child.disconnect();
});

/** What a run of one test file with one guard missing says. */
async function run(name: string): Promise<Told> {
  const child = idle.pop() ?? start();
  const told = Promise.race([
    once(child, "message").then(([message]): Told => message as Told),
    once(child, "exit").then(([code]): Told => {
      throw new Error(`the vitest that ran it ended with ${code}`);
    }),
  ]);
  child.send({ name } satisfies Asked);
  const answer = await told;
  idle.push(child);
  return answer;
}

function start(): ChildProcess {
  const env = { ...process.env, NO_COLOR: "1", ZEROS_PEOPLE };
  // What this vitest says of itself to what it starts is not for another vitest.
  for (const name of Object.keys(env)) if (name.startsWith("VITEST")) delete env[name as keyof typeof env];
  const child = fork(host, { env, stdio: ["ignore", "ignore", "inherit", "ipc"] });
  started.push(child);
  return child;
}

describe.concurrent("a mutant is noticed", () => {
  test.each(Object.entries(MUTANTS))("%s", { timeout: 120_000 }, async (name, mutant: Mutant) => {
    const { failed, errors } = await run(name);
    expect(failed, `${mutant.law}: ${mutant.test} passed although ${mutant.breaks}`).toBe(true);
    // It must fail by an assertion of its own, not because the guard could not be found or the file not run.
    const said = errors.join("\n");
    expect(said).toMatch(/AssertionError|it never came|toMatchObject|expected/);
    expect(said).not.toContain("any more");
  });
});
