// Builds the code under test with one guard missing; the product itself has no switch for it.
import type { Plugin } from "vitest/config";
import type { Mutant } from "./mutant.ts";
import { MUTANTS } from "./mutants.ts";

/** The mutant that `MUTANT=<name>` names now: who runs one after the other changes it in between. Null where it is not set. */
export function currentMutant(): Mutant | null {
  const name = process.env["MUTANT"] ?? "";
  if (name === "") return null;
  const mutant = MUTANTS[name];
  if (mutant === undefined) throw new Error(`there is no mutant "${name}"`);
  return mutant;
}

/** Takes the current mutant's guard away. A guard that is not found any more is an error, not a pass. */
export function mutate(root: string): Plugin {
  const isMutated = (mutant: Mutant, id: string) =>
    id.split("?")[0] === `${root.replace(/\/$/, "")}/${mutant.file}`;
  return {
    name: "mutate",
    enforce: "pre",
    // Every other file is what a run without mutants has in its cache; this one is never taken from it, nor put there.
    api: { vitest: { ignoreFsModuleCache: true } },
    configureVitest({ defineCacheKeyGenerator }) {
      defineCacheKeyGenerator(({ id }) => {
        const mutant = currentMutant();
        return mutant !== null && isMutated(mutant, id) ? false : null;
      });
    },
    transform(code, id) {
      const mutant = currentMutant();
      if (mutant === null || !isMutated(mutant, id)) return null;
      if (!code.includes(mutant.guard))
        throw new Error(`${mutant.file} has no guard "${mutant.guard}" any more`);
      return { code: code.replace(mutant.guard, mutant.without), map: null };
    },
  };
}
