// What concerns more rows than one statement should.

/** Rows a statement changes: D1 is single-threaded, and a webhook may wait behind it. */
const ROWS_PER_STATEMENT = 2_000;

/** Runs a statement until it finds nothing more to change; `?1` is how many rows a time, the bounds follow. Returns how many. */
export async function changeInPieces(
  d1: D1Database,
  query: string,
  ...bounds: readonly (number | string)[]
): Promise<number> {
  let changed = 0;
  for (;;) {
    const { meta } = await d1
      .prepare(query)
      .bind(ROWS_PER_STATEMENT, ...bounds)
      .run();
    changed += meta.changes;
    if (meta.changes < ROWS_PER_STATEMENT) return changed;
  }
}
