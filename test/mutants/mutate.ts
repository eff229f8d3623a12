// Builds the code under test with one guard missing; the product itself has no switch for it.
import type { Plugin } from "vite";
import { MUTANTS } from "./mutants.ts";

/** The plugin for `MUTANT=<name>`; none without it. A guard that is not found any more is an error, not a pass. */
export function mutate(root: string, name: string | undefined): Plugin[] {
  if (name === undefined || name === "") return [];
  const mutant = MUTANTS[name];
  if (mutant === undefined) throw new Error(`there is no mutant "${name}"`);
  return [
    {
      name: "mutate",
      enforce: "pre",
      transform(code, id) {
        if (id.split("?")[0] !== `${root.replace(/\/$/, "")}/${mutant.file}`) return null;
        if (!code.includes(mutant.guard))
          throw new Error(`${mutant.file} has no guard "${mutant.guard}" any more`);
        return { code: code.replace(mutant.guard, mutant.without), map: null };
      },
    },
  ];
}
