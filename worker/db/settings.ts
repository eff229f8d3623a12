// Named values of this deployment in D1, as JSON.
import { Organisation } from "#core/organisation";

export async function readSetting(db: D1Database, name: string): Promise<unknown> {
  const row = await db
    .prepare("SELECT value FROM settings WHERE name = ?")
    .bind(name)
    .first<{ value: string }>();
  return row === null ? null : JSON.parse(row.value);
}

/** Several at once, by name; what was never set is not among them. */
export async function readSettingsNamed(
  db: D1Database,
  names: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  const { results } = await db
    .prepare("SELECT name, value FROM settings WHERE name IN (SELECT value FROM json_each(?))")
    .bind(JSON.stringify(names))
    .all<{ name: string; value: string }>();
  return new Map(results.map(({ name, value }) => [name, JSON.parse(value) as unknown]));
}

/** What holds for everything we begin with people. */
export async function readOrganisation(db: D1Database): Promise<Organisation> {
  return Organisation.parse((await readSetting(db, "organisation")) ?? {});
}

export async function writeSetting(db: D1Database, name: string, value: unknown, now: number): Promise<void> {
  await db
    .prepare("INSERT OR REPLACE INTO settings (name, value, changed_at) VALUES (?, ?, ?)")
    .bind(name, JSON.stringify(value), now)
    .run();
}
