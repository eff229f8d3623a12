// Counts what was expected, and keeps what differed.
import { isDeepStrictEqual } from "node:util";

export interface Checks {
  /** Runs one expectation; a difference is kept and thrown on, since what follows in a scene builds on it. */
  readonly expect: <T>(what: string, look: () => Promise<T> | T) => Promise<T>;
  /** Expects two values to be the same. */
  readonly same: (what: string, actual: unknown, expected: unknown) => void;
  readonly count: () => number;
  readonly differences: () => readonly string[];
}

/** Thrown when something differs: the scene ends there. */
export class Difference extends Error {
  override name = "Difference";
}

export function createChecks(): Checks {
  let count = 0;
  const differences: string[] = [];
  const differ = (what: string, why: string): Difference => {
    differences.push(`${what}\n${why}`);
    return new Difference(what);
  };
  return {
    expect: async (what, look) => {
      count += 1;
      try {
        return await look();
      } catch (error) {
        throw differ(what, error instanceof Error ? error.message : String(error));
      }
    },
    same: (what, actual, expected) => {
      count += 1;
      if (isDeepStrictEqual(actual, expected)) return;
      throw differ(what, `as written: ${JSON.stringify(expected)}\nas it is:   ${JSON.stringify(actual)}`);
    },
    count: () => count,
    differences: () => differences,
  };
}
