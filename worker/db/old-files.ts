// Uploads and exports past their time, and what of them is in tables.

/** Ids of the imports whose file is still kept; `before` in epoch milliseconds. */
export async function listOldUploads(d1: D1Database, before: number, limit: number): Promise<string[]> {
  const { results } = await d1
    .prepare(
      `SELECT id FROM imports WHERE created_at < ? AND purged_at IS NULL
          AND state NOT IN ('checking', 'importing') LIMIT ?`,
    )
    .bind(before, limit)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** Of rejected rows only that they were is left: the person they name is in no contact that could be erased. */
export async function forgetUploads(d1: D1Database, ids: readonly string[], now: number): Promise<void> {
  const list = JSON.stringify(ids);
  await d1.batch([
    d1
      .prepare(
        `UPDATE import_rows SET cells = NULL, reason = NULL
          WHERE import_id IN (SELECT value FROM json_each(?)) AND outcome = 'rejected'`,
      )
      .bind(list),
    d1
      .prepare("UPDATE imports SET purged_at = ? WHERE id IN (SELECT value FROM json_each(?))")
      .bind(now, list),
  ]);
}

export async function listOldExports(
  d1: D1Database,
  before: number,
  limit: number,
): Promise<readonly { readonly id: string; readonly parts: number }[]> {
  const { results } = await d1
    .prepare(
      `SELECT id, json_array_length(parts) AS parts FROM exports WHERE created_at < ? AND state = 'done' LIMIT ?`,
    )
    .bind(before, limit)
    .all<{ id: string; parts: number }>();
  return results;
}

export async function forgetExports(d1: D1Database, ids: readonly string[]): Promise<void> {
  await d1
    .prepare("DELETE FROM exports WHERE id IN (SELECT value FROM json_each(?))")
    .bind(JSON.stringify(ids))
    .run();
}
