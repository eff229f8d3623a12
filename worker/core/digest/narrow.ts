// The same figures for somebody who looks after a part only, or may not see anybody's numbers.
import { maskNumbers } from "#core/phone";
import type { DigestConfig } from "./config.ts";
import type { DigestFigures } from "./figures.ts";

/** Flows and groups that are theirs; what needs somebody and what concerns everybody stays. */
export function narrow(
  figures: DigestFigures,
  { flows, helplines }: Pick<DigestConfig, "flows" | "helplines">,
): DigestFigures {
  const { totals, before } = figures;
  const theirs = keep(figures.flows, flows);
  const sum = (what: "completed" | "completedBefore") =>
    theirs.reduce((total, flow) => total + flow[what], 0);
  return {
    ...figures,
    flows: theirs,
    helplines: keep(figures.helplines, helplines),
    ...(flows !== null && {
      totals: { ...totals, answers: sum("completed") },
      before: { ...before, answers: sum("completedBefore") },
    }),
  };
}

function keep<One extends { readonly id: string }>(
  all: readonly One[],
  ids: readonly string[] | null,
): readonly One[] {
  return ids === null ? all : all.filter(({ id }) => ids.includes(id));
}

/** Nobody's number is in it, whatever people wrote. */
export function maskFigures(figures: DigestFigures): DigestFigures {
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

function hide(words: string | null): string | null {
  return words === null ? null : maskNumbers(words);
}
