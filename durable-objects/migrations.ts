// Brings an object's storage up to date: statements are only ever appended, and each runs once per object.

/** Runs what this object has not run yet; the count of those already run is kept in the object itself. */
export function migrate(storage: DurableObjectStorage, steps: readonly string[]): void {
  const { sql } = storage;
  sql.exec(
    "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID",
  );
  const [row] = sql.exec<{ body: string }>("SELECT body FROM kept WHERE key = 'migrated'").toArray();
  const done = Number(row?.body ?? 0);
  if (done >= steps.length) return;
  storage.transactionSync(() => {
    for (const step of steps.slice(done)) sql.exec(step);
    sql.exec("INSERT OR REPLACE INTO kept (key, body) VALUES ('migrated', ?)", String(steps.length));
  });
}
