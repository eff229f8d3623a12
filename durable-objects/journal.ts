// One row a turn: dedupe, stored answer and what D1 must hear of, at once.
import type { Outgoing } from "#core/contact/memory";
import type { JournalRecord } from "#core/record";
import type { Store } from "./store.ts";

/** One row a turn: what was received (dedupe), what was answered (the same again to a retry), what D1 must hear of. */
export const JOURNAL = `CREATE TABLE journal (
     key TEXT PRIMARY KEY, at INTEGER NOT NULL, token TEXT, answer TEXT, record TEXT
   ) STRICT, WITHOUT ROWID`;

/** Twilio retries for minutes; a month also covers a replay by hand. */
const REMEMBERED_MS = 30 * 24 * 3_600_000;
/** A batch of the records queue is at most 256 KB (Cloudflare). */
const OFFER_BYTES_MAX = 200_000;
const OFFER_COUNT_MAX = 50;

export interface Entry {
  readonly key: string;
  readonly at: number;
  readonly token: string | null;
  readonly answer: readonly Outgoing[] | null;
  readonly record: JournalRecord;
}

export class Journal {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  add({ key, at, token, answer, record }: Entry): void {
    this.#store.write(
      "INSERT INTO journal (key, at, token, answer, record) VALUES (?, ?, ?, ?, ?)",
      key,
      at,
      token,
      answer === null ? null : JSON.stringify(answer),
      JSON.stringify(record),
    );
  }

  has(key: string): boolean {
    return this.#store.read("SELECT 1 FROM journal WHERE key = ?", key).length > 0;
  }

  /** What was answered to this message: the same again for the same token, nothing for another. null = never seen. */
  answerTo(key: string, token: string | null): readonly Outgoing[] | null {
    const [row] = this.#store.read<{ token: string | null; answer: string | null }>(
      "SELECT token, answer FROM journal WHERE key = ?",
      key,
    );
    if (row === undefined) return null;
    return row.token === token && row.answer !== null ? (JSON.parse(row.answer) as Outgoing[]) : [];
  }

  /** Records D1 has not been offered yet, oldest first: as many as one batch takes. */
  pending(): readonly { readonly key: string; readonly record: JournalRecord }[] {
    const rows = this.#store.read<{ key: string; record: string; bytes: number }>(
      `SELECT key, record, length(CAST(record AS BLOB)) AS bytes FROM journal
        WHERE record IS NOT NULL ORDER BY at LIMIT ?`,
      OFFER_COUNT_MAX,
    );
    const batch: { key: string; record: JournalRecord }[] = [];
    let total = 0;
    for (const { key, record, bytes } of rows) {
      total += bytes;
      if (total > OFFER_BYTES_MAX && batch.length > 0) break;
      batch.push({ key, record: JSON.parse(record) as JournalRecord });
    }
    return batch;
  }

  hasPending(): boolean {
    return this.#store.read("SELECT 1 FROM journal WHERE record IS NOT NULL LIMIT 1").length > 0;
  }

  /** The queue has them now; the text goes, the key stays for dedupe. */
  settle(keys: readonly string[]): void {
    for (const key of keys) this.#store.write("UPDATE journal SET record = NULL WHERE key = ?", key);
  }

  /** When the oldest row may go; null for an empty journal. Epoch milliseconds. */
  forgetsAt(): number | null {
    const [row] = this.#store.read<{ at: number | null }>(
      "SELECT min(at) AS at FROM journal WHERE record IS NULL",
    );
    return row?.at === undefined || row.at === null ? null : row.at + REMEMBERED_MS + 1;
  }

  forgetOld(now: number): void {
    this.#store.write("DELETE FROM journal WHERE at < ? AND record IS NULL", now - REMEMBERED_MS);
  }
}
