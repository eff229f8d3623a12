// Which request has a key, and how far it came.

/** A request under its key. */
export interface Keyed {
  readonly actor: string;
  readonly key: string;
  /** What it asks for, as one digest. */
  readonly request: string;
}

export interface KeyRow {
  readonly request: string;
  /** When it was last begun, epoch milliseconds. */
  readonly at: number;
  /** null while it runs. */
  readonly status: number | null;
  readonly answer: string | null;
}

/**
 * Takes the key for this request: `taken` where it was free, or where the same request was begun before `lostBefore` and
 * never ended. Else the row of whoever has it. One round trip, and of two at once only one takes it.
 */
export async function takeKey(
  d1: D1Database,
  { actor, key, request }: Keyed,
  now: number,
  lostBefore: number,
): Promise<"taken" | KeyRow> {
  const [took, found] = await d1.batch<KeyRow>([
    d1
      .prepare(
        `INSERT INTO idempotency (actor, key, request, at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (actor, key) DO UPDATE SET at = excluded.at
          WHERE idempotency.status IS NULL AND idempotency.request = excluded.request AND idempotency.at < ?5`,
      )
      .bind(actor, key, request, now, lostBefore),
    d1
      .prepare("SELECT request, at, status, answer FROM idempotency WHERE actor = ? AND key = ?")
      .bind(actor, key),
  ]);
  const row = found?.results[0];
  return (took?.meta.changes ?? 0) > 0 || row === undefined ? "taken" : row;
}

/** Keeps the answer of the request that was begun at `at`; one that was taken over meanwhile keeps the other's. */
export async function keepAnswer(
  d1: D1Database,
  { actor, key }: Keyed,
  at: number,
  { status, answer }: { readonly status: number; readonly answer: string },
): Promise<void> {
  await d1
    .prepare(
      "UPDATE idempotency SET status = ?, answer = ? WHERE actor = ? AND key = ? AND at = ? AND status IS NULL",
    )
    .bind(status, answer, actor, key, at)
    .run();
}

/** Gives the key back: what it was taken for came to nothing. */
export async function freeKey(d1: D1Database, { actor, key }: Keyed, at: number): Promise<void> {
  await d1
    .prepare("DELETE FROM idempotency WHERE actor = ? AND key = ? AND at = ? AND status IS NULL")
    .bind(actor, key, at)
    .run();
}

/** Nobody knows what came of it: the same request may take it up at once, another may not. */
export async function loseKey(d1: D1Database, { actor, key }: Keyed, at: number): Promise<void> {
  await d1
    .prepare("UPDATE idempotency SET at = 0 WHERE actor = ? AND key = ? AND at = ? AND status IS NULL")
    .bind(actor, key, at)
    .run();
}
