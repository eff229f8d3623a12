// The same figures for somebody who looks after a part only, or may not see anybody's numbers.
import { maskNumbers } from "#core/phone";
import type { DigestConfig } from "./config.ts";
import type { DigestFigures } from "./figures.ts";

/** Flows and groups that are theirs; what needs somebody and what concerns everybody stays. */
export function narrow(
  figures: DigestFigures,
  { flows, helplines }: Pick<DigestConfig, "flows" | "helplines">,
): DigestFigures {
  const isMine = (scope: readonly string[] | null) => (one: { readonly id: string }) =>
    scope === null || scope.includes(one.id);
  const mine = figures.flows.filter(isMine(flows));
  const answers = mine.reduce((sum, { completed }) => sum + completed, 0);
  // What others' flows were answered the day before is not known by flow, so it is not compared.
  const isSame = flows === null;
  return {
    ...figures,
    flows: mine,
    helplines: figures.helplines.filter(isMine(helplines)),
    totals: isSame ? figures.totals : { ...figures.totals, answers },
  };
}

/** Nobody's number is in it, whatever people wrote. */
export function maskFigures(figures: DigestFigures): DigestFigures {
  const hide = <Words extends string | null>(words: Words) => (words === null ? words : maskNumbers(words));
  const { attention, flows } = figures;
  return {
    ...figures,
    flows: flows.map((flow) => ({
      ...flow,
      notable: flow.notable.map((one) => ({ ...one, name: hide(one.name), words: hide(one.words) })),
    })),
    attention: {
      ...attention,
      doubtful: attention.doubtful.map(({ name, words }) => ({
        name: hide(name),
        words: maskNumbers(words),
      })),
    },
  };
}
