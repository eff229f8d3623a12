// Named values of this deployment in D1, as JSON.
import { Organisation } from "#core/organisation";

export async function readSetting(db: D1Database, name: string): Promise<unknown> {
  const row = await db
    .prepare("SELECT value FROM settings WHERE name = ?")
    .bind(name)
    .first<{ value: string }>();
  return row === null ? null : JSON.parse(row.value);
}

export interface NamedSettings {
  readonly values: ReadonlyMap<string, unknown>;
  /** Of the last that was changed, epoch milliseconds; 0 where none ever was. */
  readonly changedAt: number;
}

/** Several at once, by name; what was never set is not among them. */
export async function readSettingsNamed(db: D1Database, names: readonly string[]): Promise<NamedSettings> {
  const { results } = await db
    .prepare("SELECT name, value, changed_at FROM settings WHERE name IN (SELECT value FROM json_each(?))")
    .bind(JSON.stringify(names))
    .all<{ name: string; value: string; changed_at: number }>();
  return {
    values: new Map(results.map(({ name, value }) => [name, JSON.parse(value) as unknown])),
    changedAt: Math.max(0, ...results.map(({ changed_at: at }) => at)),
  };
}

/** What holds for everything we begin with people. */
export async function readOrganisation(db: D1Database): Promise<Organisation> {
  return Organisation.parse((await readSetting(db, "organisation")) ?? {});
}

/** By whose clock the organisation's days begin and end, IANA. */
export async function readZone({
  d1,
  settings: { TIME_ZONE },
}: {
  readonly d1: D1Database;
  readonly settings: { readonly TIME_ZONE: string };
}): Promise<string> {
  return (await readOrganisation(d1)).zone ?? TIME_ZONE;
}

export async function writeSetting(db: D1Database, name: string, value: unknown, now: number): Promise<void> {
  await db
    .prepare("INSERT OR REPLACE INTO settings (name, value, changed_at) VALUES (?, ?, ?)")
    .bind(name, JSON.stringify(value), now)
    .run();
}
