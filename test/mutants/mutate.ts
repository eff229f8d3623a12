// Builds the code under test with one guard missing; the product itself has no switch for it.
import type { Plugin } from "vitest/config";
import { MUTANTS } from "./mutants.ts";

/** The plugin for `MUTANT=<name>`; none without it. A guard that is not found any more is an error, not a pass. */
export function mutate(root: string, name: string | undefined): Plugin[] {
  if (name === undefined || name === "") return [];
  const mutant = MUTANTS[name];
  if (mutant === undefined) throw new Error(`there is no mutant "${name}"`);
  const isMutated = (id: string) => id.split("?")[0] === `${root.replace(/\/$/, "")}/${mutant.file}`;
  return [
    {
      name: "mutate",
      enforce: "pre",
      // Every other file is what a run without mutants has in its cache; this one is never taken from it, nor put there.
      api: { vitest: { ignoreFsModuleCache: true } },
      configureVitest({ defineCacheKeyGenerator }) {
        defineCacheKeyGenerator(({ id }) => (isMutated(id) ? false : null));
      },
      transform(code, id) {
        if (!isMutated(id)) return null;
        if (!code.includes(mutant.guard))
          throw new Error(`${mutant.file} has no guard "${mutant.guard}" any more`);
        return { code: code.replace(mutant.guard, mutant.without), map: null };
      },
    },
  ];
}
