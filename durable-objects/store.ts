// An object's tables in SQLite, and what writing them costs.
import { migrate } from "./migrations.ts";

/** Every write goes through here, so that the cost of a turn can be counted. */
export class Store {
  readonly #storage: DurableObjectStorage;
  /** Rows written since this object woke (alarms are counted by their owner). */
  rowsWritten = 0;

  /** `steps` are the object's own migrations, append only; `kept` itself is made by their bookkeeping. */
  constructor(storage: DurableObjectStorage, steps: readonly string[]) {
    this.#storage = storage;
    migrate(storage, steps);
  }

  write(query: string, ...bindings: SqlStorageValue[]): void {
    this.rowsWritten += this.#storage.sql.exec(query, ...bindings).rowsWritten;
  }

  read<Row extends Record<string, SqlStorageValue>>(query: string, ...bindings: SqlStorageValue[]): Row[] {
    return this.#storage.sql.exec<Row>(query, ...bindings).toArray();
  }

  /** Everything inside commits together or not at all. */
  together<Result>(work: () => Result): Result {
    return this.#storage.transactionSync(work);
  }

  get(key: string): string | null {
    return this.read<{ body: string }>("SELECT body FROM kept WHERE key = ?", key)[0]?.body ?? null;
  }

  put(key: string, value: unknown): void {
    this.write("INSERT OR REPLACE INTO kept (key, body) VALUES (?, ?)", key, JSON.stringify(value));
  }

  drop(key: string): void {
    this.write("DELETE FROM kept WHERE key = ?", key);
  }
}
