// What every part of the organisation's form is given.
import type { ProblemAt } from "../../../data/field-problems.ts";
import type { Settings } from "../questions.ts";

export interface Fields {
  readonly settings: Settings;
  readonly change: (part: Partial<Settings>) => void;
  readonly problemAt: ProblemAt;
}
