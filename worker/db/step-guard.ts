// Work in steps, each done once: a step's first statement fails where another has done it already, and its batch with it.

/**
 * The columns a step begins with. `step` was read before the work: where it is another by now, the column becomes null, which
 * the table refuses. ?1 is the row's id, ?2 the step, ?3 the state it must be in.
 */
export const STEP_ONCE = "step = CASE WHEN step = ?2 AND state = ?3 THEN step + 1 END";

/** Whether a batch failed because its step was done by somebody else. */
export function isDoneAlready(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /NOT NULL constraint failed: \w+\.step\b/.test(error.message) || isDoneAlready(error.cause);
}
