// The outcome rates of a survey, each with its formula in words.
// After the AAPOR Standard Definitions (RR1, CON1, COOP1, REF1), with runs as cases.
import type { Disposition } from "#core/conversation/run";

export const RATES = ["response", "contact", "cooperation", "refusal"] as const;
export type RateName = (typeof RATES)[number];

export interface Rate {
  readonly name: RateName;
  /** Between 0 and 1; null where there is nobody to divide by. */
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly formula: string;
}

/** Who was reached and could have answered. A run that failed or was never answered reached nobody. */
const REACHED = ["completed", "partial", "breakoff", "refused", "expired", "interrupted"] as const;
const ELIGIBLE = [...REACHED, "unresponsive", "failed"] as const;
/** AAPOR counts breaking off as a refusal. */
const REFUSED = ["refused", "breakoff"] as const;

const FORMULAS: Readonly<
  Record<RateName, { over: readonly Disposition[]; under: readonly Disposition[]; words: string }>
> = {
  response: {
    over: ["completed"],
    under: ELIGIBLE,
    words: "completed / everyone asked, except the ineligible",
  },
  contact: {
    over: REACHED,
    under: ELIGIBLE,
    words: "everyone who said something or stopped us / everyone asked, except the ineligible",
  },
  cooperation: {
    over: ["completed"],
    under: REACHED,
    words: "completed / everyone who said something or stopped us, except the ineligible",
  },
  refusal: {
    over: REFUSED,
    under: ELIGIBLE,
    words: "refused or broke off / everyone asked, except the ineligible",
  },
};

/** All four rates of the runs that have ended, counted by disposition; running ones are no case yet. */
export function rates(counts: Readonly<Partial<Record<Disposition, number>>>): readonly Rate[] {
  const sum = (dispositions: readonly Disposition[]) =>
    dispositions.reduce((total, disposition) => total + (counts[disposition] ?? 0), 0);
  return RATES.map((name) => {
    const { over, under, words } = FORMULAS[name];
    const [numerator, denominator] = [sum(over), sum(under)];
    return {
      name,
      numerator,
      denominator,
      value: denominator === 0 ? null : numerator / denominator,
      formula: words,
    };
  });
}
