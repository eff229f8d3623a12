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

/** R2 deletes no more keys in one call, and nobody is in more files than that. */
const NAMING_MAX = 1_000;

/** Ids of the imports that are done with and had a row about the person of an address; `until` in epoch milliseconds. */
export async function listUploadsNaming(d1: D1Database, addressId: string, until: number): Promise<string[]> {
  const { results } = await d1
    .prepare(
      `SELECT DISTINCT i.id FROM addresses a JOIN import_rows r ON r.contact_id = a.contact_id
         JOIN imports i ON i.id = r.import_id
        WHERE a.id = ? AND i.created_at <= ? AND i.state IN ('imported', 'undone', 'failed') LIMIT ?`,
    )
    .bind(addressId, until, NAMING_MAX)
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
