// How a Contact keeps its memory in SQLite: only what changed is written.
import type { Address } from "#core/phone";
import { rememberNobody } from "#core/contact/memory";
import type { Conversation, Memory, PinnedFlow, Self } from "#core/contact/memory";
import type { Line } from "#core/line";
import { migrate } from "../migrations.ts";

/** Append only. `kept` itself is made by the migrations' own bookkeeping. */
const STEPS = [
  // One row a turn: what was received (dedupe), what was answered (the same again to a retry), what D1 must hear of (outbox).
  `CREATE TABLE journal (
     key TEXT PRIMARY KEY, at INTEGER NOT NULL, token TEXT, answer TEXT, record TEXT
   ) STRICT, WITHOUT ROWID`,
  // What waits to leave by REST, and flows that wait to be begun.
  `CREATE TABLE outbox (
     id TEXT PRIMARY KEY, stage TEXT NOT NULL, due_at INTEGER NOT NULL, changed_at INTEGER NOT NULL,
     claimed_at INTEGER, body TEXT NOT NULL
   ) STRICT, WITHOUT ROWID`,
];

/** Every write goes through here, so that the cost of a turn can be counted. */
export class Store {
  readonly #storage: DurableObjectStorage;
  /** Rows written since this object woke (alarms are counted by their owner). */
  rowsWritten = 0;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
    migrate(storage, STEPS);
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

export function loadMemory(store: Store, id: string, address: Address): Memory {
  const rows = store.read<{ key: string; body: string }>(
    "SELECT key, body FROM kept WHERE key <> 'migrated'",
  );
  const of = <Value>(prefix: string): Record<string, Value> =>
    Object.fromEntries(
      rows
        .filter(({ key }) => key.startsWith(prefix))
        .map(({ key, body }) => [key.slice(prefix.length), JSON.parse(body) as Value]),
    );
  const self = rows.find(({ key }) => key === "self");
  return {
    // What an older version of this object did not keep yet is as it is for somebody new.
    self: { ...rememberNobody(id, address).self, ...(self && (JSON.parse(self.body) as Self)) },
    lines: of<Line>("line:"),
    flows: of<PinnedFlow>("flow:"),
    conversations: of<Conversation>("talk:"),
    unsent: [],
  };
}

/** Writes what differs by identity: decisions never change a memory in place. */
export function saveMemory(store: Store, before: Memory, after: Memory): void {
  if (before.self !== after.self) store.put("self", after.self);
  savePart(store, "line:", before.lines, after.lines);
  savePart(store, "flow:", before.flows, after.flows);
  savePart(store, "talk:", before.conversations, after.conversations);
}

function savePart<Value>(
  store: Store,
  prefix: string,
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
): void {
  if (before === after) return;
  for (const [key, value] of Object.entries(after)) if (before[key] !== value) store.put(prefix + key, value);
  for (const key of Object.keys(before)) if (!(key in after)) store.drop(prefix + key);
}
