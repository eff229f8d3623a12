// What funnels come to: how far people get in each stage, and where they are lost.
import type { FunnelConfig } from "#core/funnel/funnel";
import type { Cause } from "#core/funnel/member";

/** Moves of one cause that left from a stage, or (begun) began it. */
export interface MoveCount {
  readonly stage: string;
  readonly cause: Cause;
  readonly count: number;
}

export interface StageFigures {
  readonly stage: string;
  readonly name: string;
  readonly begun: number;
  /** People who gave an answer in it that led somewhere. */
  readonly answered: number;
  readonly silent: number;
  readonly failed: number;
  readonly optedOut: number;
  /** Left out, for good or for now; taken out, erased. */
  readonly other: number;
  /** Begun and nothing of the above yet. */
  readonly open: number;
  /** null while nobody has come to an end in it. */
  readonly dropOff: number | null;
}

export const DROP_OFF_FORMULA = "(silent + failed + opted out) / (those + answered)";

/** By stage, in the funnel's order; stages it no longer has come last. */
export function figuresOf({ stages }: FunnelConfig, counts: readonly MoveCount[]): readonly StageFigures[] {
  const known = stages.map(({ id }) => id);
  const gone = counts.map(({ stage }) => stage).filter((stage) => !known.includes(stage));
  return [...known, ...new Set(gone)].map((stage) => {
    const of = (...causes: readonly Cause[]) =>
      counts.reduce(
        (sum, count) => (count.stage === stage && causes.includes(count.cause) ? sum + count.count : sum),
        0,
      );
    const begun = of("begun");
    const answered = of("answer");
    const [silent, failed, optedOut] = [of("silence"), of("failure"), of("opted-out")];
    const other = of("excluded", "held", "erased", "taken-out", "stage-gone");
    const lost = silent + failed + optedOut;
    const ended = lost + answered;
    return {
      stage,
      name: stages.find(({ id }) => id === stage)?.name ?? stage,
      begun,
      answered,
      silent,
      failed,
      optedOut,
      other,
      open: Math.max(0, begun - ended - other),
      dropOff: ended === 0 ? null : lost / ended,
    };
  });
}
