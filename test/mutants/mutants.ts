// One guard removed for each law, and the test that must then fail. A law whose mutant survives is not tested.
import { ANSWERING } from "./answer-first.ts";
import { LIMITS } from "./limits.ts";
import type { Mutant } from "./mutant.ts";
import { NOTHING_LOST } from "./nothing-lost.ts";
import { ONCE } from "./once.ts";
import { ORDER } from "./order.ts";
import { STOP } from "./stop.ts";

const LAWS: readonly Readonly<Record<string, Mutant>>[] = [
  ANSWERING,
  STOP,
  ONCE,
  NOTHING_LOST,
  ORDER,
  LIMITS,
];

const entries = LAWS.flatMap((law) => Object.entries(law));
const names = entries.map(([name]) => name);
const doubled = names.find((name, nth) => names.indexOf(name) !== nth);
if (doubled !== undefined) throw new Error(`two mutants are called "${doubled}"`);

/** By the name that `MUTANT=` takes. */
export const MUTANTS: Readonly<Record<string, Mutant>> = Object.fromEntries(entries);
