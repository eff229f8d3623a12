// What may be wrong with a funnel.

export const FUNNEL_PROBLEMS = [
  "line",
  "slots",
  "cap",
  "stage-twice",
  "stage-unknown",
  "stage-unreached",
  "no-way-out",
  "flow",
  "flow-outlives-silence",
  "flow-gives-nothing",
  "category-twice",
  "category-without-rule",
  "category-never-given",
  "date-never-asked",
] as const;

/** An error keeps a funnel from being started. */
export interface FunnelProblem {
  readonly kind: "error" | "warning";
  readonly code: (typeof FUNNEL_PROBLEMS)[number];
  /** The stage, category or part of the funnel it is about. */
  readonly place: string;
  /** A sentence. */
  readonly message: string;
}

export function error(code: FunnelProblem["code"], place: string, message: string): FunnelProblem {
  return { kind: "error", code, place, message };
}

export function warning(code: FunnelProblem["code"], place: string, message: string): FunnelProblem {
  return { kind: "warning", code, place, message };
}
