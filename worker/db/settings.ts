// Named values of this deployment in D1, as JSON.

export async function readSetting(db: D1Database, name: string): Promise<unknown> {
  const row = await db
    .prepare("SELECT value FROM settings WHERE name = ?")
    .bind(name)
    .first<{ value: string }>();
  return row === null ? null : JSON.parse(row.value);
}

export async function writeSetting(db: D1Database, name: string, value: unknown, now: number): Promise<void> {
  await db
    .prepare("INSERT OR REPLACE INTO settings (name, value, changed_at) VALUES (?, ?, ?)")
    .bind(name, JSON.stringify(value), now)
    .run();
}
