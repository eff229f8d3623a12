// What waits to leave: messages for the carrier and flows to begin, each offered to the queue until it is done with.
import type { Waiting } from "#core/contact/claim";
import type { OutboundJob } from "#core/contact/jobs";
import type { Outgoing } from "#core/contact/memory";
import type { Store } from "./store.ts";

/** A job nobody reported on for so long is offered again: its queue message may be lost, its consumer dead. */
const OFFER_AGAIN_MS = 120_000;
const OFFER_COUNT_MAX = 50;

type Body =
  | { kind: "message"; message: Outgoing }
  | { kind: "enrol"; job: Extract<OutboundJob, { kind: "enrol" }> };
type Row = { id: string; stage: Waiting["stage"]; due_at: number; changed_at: number; body: string };

export class Outbox {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  add(id: string, body: Body, now: number): void {
    this.#store.write(
      "INSERT OR IGNORE INTO outbox (id, stage, due_at, changed_at, body) VALUES (?, 'due', ?, ?, ?)",
      id,
      now,
      now,
      JSON.stringify(body),
    );
  }

  find(id: string): Waiting | null {
    const [row] = this.#store.read<Row>("SELECT * FROM outbox WHERE id = ?", id);
    const body = row && (JSON.parse(row.body) as Body);
    if (row === undefined || body?.kind !== "message") return null;
    const claimedAt = row.stage === "claimed" ? row.changed_at : null;
    return { message: body.message, stage: row.stage, dueAt: row.due_at, claimedAt };
  }

  /** Jobs to offer now: due ones, and those that went quiet. */
  toOffer(now: number): readonly { readonly id: string; readonly body: Body }[] {
    return this.#store
      .read<Row>(
        `SELECT * FROM outbox
          WHERE (stage = 'due' AND due_at <= ?) OR (stage <> 'due' AND changed_at <= ?)
          ORDER BY due_at LIMIT ?`,
        now,
        now - OFFER_AGAIN_MS,
        OFFER_COUNT_MAX,
      )
      .map(({ id, body }) => ({ id, body: JSON.parse(body) as Body }));
  }

  /** A claimed job stays claimed when it is offered again: whether it left is in doubt until someone looks. */
  offered(id: string, now: number): void {
    this.#store.write(
      "UPDATE outbox SET stage = CASE stage WHEN 'due' THEN 'offered' ELSE stage END, changed_at = ? WHERE id = ?",
      now,
      id,
    );
  }

  claimed(id: string, now: number): void {
    this.#store.write("UPDATE outbox SET stage = 'claimed', changed_at = ? WHERE id = ?", now, id);
  }

  putOff(id: string, dueAt: number, now: number): void {
    this.#store.write(
      "UPDATE outbox SET stage = 'due', due_at = ?, changed_at = ? WHERE id = ?",
      dueAt,
      now,
      id,
    );
  }

  drop(id: string): void {
    this.#store.write("DELETE FROM outbox WHERE id = ?", id);
  }

  /** When the next job is to be offered; one that is due already is being offered, and once more at `again`. Epoch milliseconds or null. */
  nextAt(now: number, again: number): number | null {
    const [row] = this.#store.read<{ at: number | null }>(
      `SELECT min(CASE WHEN stage <> 'due' THEN changed_at + ?3 WHEN due_at > ?1 THEN due_at ELSE ?2 END) AS at FROM outbox`,
      now,
      again,
      OFFER_AGAIN_MS,
    );
    return row?.at ?? null;
  }
}
