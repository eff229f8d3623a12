// How a Contact keeps its memory in SQLite: only what changed is written.
import type { Address } from "#core/phone";
import { rememberNobody } from "#core/contact/memory";
import type { Conversation, Memory, PinnedFlow, Self } from "#core/contact/memory";
import type { Line } from "#core/line";
import { JOURNAL } from "../journal.ts";
import type { Store } from "../store.ts";

/** Append only. */
export const STEPS = [
  JOURNAL,
  // What waits to leave by REST, and flows that wait to be begun.
  `CREATE TABLE outbox (
     id TEXT PRIMARY KEY, stage TEXT NOT NULL, due_at INTEGER NOT NULL, changed_at INTEGER NOT NULL,
     claimed_at INTEGER, body TEXT NOT NULL
   ) STRICT, WITHOUT ROWID`,
  // When the carrier first refused it for now, since it last came due by itself.
  "ALTER TABLE outbox ADD COLUMN refused_at INTEGER",
];

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
