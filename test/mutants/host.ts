// A vitest that stays up and runs one mutant after the other: starting one for each would take most of the time.
import { fileURLToPath } from "node:url";
import { createVitest } from "vitest/node";
import { WORKER } from "../fixtures/in-one-module.ts";
import type { Mutant } from "./mutant.ts";
import { MUTANTS } from "./mutants.ts";

export interface Asked {
  readonly name: string;
}

/** What a run of its test file with that guard missing said. */
export interface Told {
  readonly failed: boolean;
  readonly errors: readonly string[];
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const vitest = await createVitest(
  "test",
  {
    root,
    config: "test/vitest.config.ts",
    project: [...new Set(Object.values(MUTANTS).map(({ project }) => project))],
    watch: false,
    bail: 1,
    reporters: [{}],
  },
  {},
);
await vitest.standalone();
const files = await vitest.globTestSpecifications([
  ...new Set(Object.values(MUTANTS).map(({ test }) => test)),
]);

process.on("message", (asked: Asked) => {
  void run(asked.name).then((told) => process.send?.(told));
});
process.on("disconnect", () => void vitest.close().then(() => process.exit()));

async function run(name: string): Promise<Told> {
  const mutant = MUTANTS[name];
  if (mutant === undefined) throw new Error(`there is no mutant "${name}"`);
  process.env["MUTANT"] = name;
  forget(mutant);
  const asked = files.filter(
    ({ project, moduleId }) => project.name === mutant.project && moduleId === root + mutant.test,
  );
  if (asked.length !== 1) throw new Error(`no one file of ${mutant.project} is ${mutant.test}`);
  vitest.setGlobalTestNamePattern(mutant.only ?? "");
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(asked);
  forget(mutant);
  const errors = testModules.flatMap((module) => [
    ...module.errors(),
    ...[...module.children.allTests()].flatMap((test) => test.result().errors ?? []),
  ]);
  return {
    failed: testModules.some((module) => !module.ok()) || unhandledErrors.length > 0,
    errors: [...errors, ...unhandledErrors].map(say),
  };
}

/** What stands in memory of the file, and of the Worker that holds it; the API's description says nothing of guards. */
function forget({ file }: Mutant): void {
  for (const one of [file, WORKER]) vitest.invalidateFile(root + one);
}

/** With what it came of: a property that fails says in its cause what was expected. */
function say(error: unknown): string {
  const { name, message, cause } = error as {
    readonly name?: string;
    readonly message?: string;
    readonly cause?: unknown;
  };
  const told = `${name ?? "?"}: ${message ?? String(error)}`;
  return cause === undefined ? told : `${told}, ${say(cause)}`;
}
