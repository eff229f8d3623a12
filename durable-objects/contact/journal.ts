// One row a turn: dedupe, stored answer and outbox at once.
import type { Outgoing } from "#core/contact/memory";
import type { JournalRecord } from "#core/record";
import type { Store } from "./store.ts";

/** Twilio retries for minutes; a month also covers a replay by hand. */
const REMEMBERED_MS = 30 * 24 * 3_600_000;
/** A batch of the records queue is at most 256 KB (Cloudflare); ten turns stay well below it. */
const OFFER_COUNT_MAX = 10;

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

  /** Records D1 has not been offered yet, oldest first. */
  pending(): readonly { readonly key: string; readonly record: JournalRecord }[] {
    return this.#store
      .read<{ key: string; record: string }>(
        "SELECT key, record FROM journal WHERE record IS NOT NULL ORDER BY at LIMIT ?",
        OFFER_COUNT_MAX,
      )
      .map(({ key, record }) => ({ key, record: JSON.parse(record) as JournalRecord }));
  }

  hasPending(): boolean {
    return this.#store.read("SELECT 1 FROM journal WHERE record IS NOT NULL LIMIT 1").length > 0;
  }

  /** The queue has them now; the text goes, the key stays for dedupe. */
  settle(keys: readonly string[]): void {
    for (const key of keys) this.#store.write("UPDATE journal SET record = NULL WHERE key = ?", key);
  }

  forgetOld(now: number): void {
    this.#store.write("DELETE FROM journal WHERE at < ? AND record IS NULL", now - REMEMBERED_MS);
  }
}
