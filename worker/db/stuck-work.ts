// Imports and exports that have not moved for a while.
import type { WorkJob } from "#core/work";

/** Few are under way at once. */
const STUCK_MAX = 100;

/** The step each of them waits for; `before` in epoch milliseconds. */
export async function listStuckWork(d1: D1Database, before: number): Promise<readonly WorkJob[]> {
  const { results } = await d1
    .prepare(
      `SELECT id, state FROM imports WHERE state IN ('checking', 'importing', 'undoing') AND step_at < ?1
       UNION ALL SELECT id, 'exporting' FROM exports WHERE state = 'working' AND step_at < ?1 LIMIT ?2`,
    )
    .bind(before, STUCK_MAX)
    .all<{ id: string; state: "checking" | "importing" | "undoing" | "exporting" }>();
  return results.map(({ id, state }): WorkJob => {
    switch (state) {
      case "checking":
      case "importing":
        return { kind: "import", importId: id };
      case "undoing":
        return { kind: "undo-import", importId: id };
      case "exporting":
        return { kind: "export", exportId: id };
      default:
        return state satisfies never;
    }
  });
}
