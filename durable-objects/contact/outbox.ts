// What waits to leave: messages for the carrier and flows to begin, each offered to the queue until it is done with.
import type { Waiting } from "#core/contact/claim";
import type { OutboundJob } from "#core/contact/jobs";
import type { Outgoing } from "#core/contact/memory";
import type { Store } from "../store.ts";

/** A job nobody reported on for so long is offered again: its queue message may be lost, its consumer dead. */
const OFFER_AGAIN_MS = 120_000;
const OFFER_COUNT_MAX = 50;

type Body =
  | { kind: "message"; message: Outgoing }
  | { kind: "enrol"; job: Extract<OutboundJob, { kind: "enrol" }> };
type Row = {
  id: string;
  stage: Waiting["stage"];
  due_at: number;
  changed_at: number;
  claimed_at: number | null;
  refused_at: number | null;
  body: string;
};

export interface Job {
  readonly id: string;
  readonly body: Body;
  /** As it was read: what became of it since is not overwritten. */
  readonly changedAt: number;
}

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
    const { stage, due_at: dueAt, claimed_at: claimedAt, refused_at: refusedAt } = row;
    return { message: body.message, stage, dueAt, claimedAt, refusedAt };
  }

  /** Jobs to offer now: due ones, and those that went quiet. */
  toOffer(now: number): readonly Job[] {
    return this.#store
      .read<Row>(
        `SELECT * FROM outbox
          WHERE (stage = 'due' AND due_at <= ?) OR (stage <> 'due' AND changed_at <= ?)
          ORDER BY due_at LIMIT ?`,
        now,
        now - OFFER_AGAIN_MS,
        OFFER_COUNT_MAX,
      )
      .map(({ id, body, changed_at }) => ({ id, body: JSON.parse(body) as Body, changedAt: changed_at }));
  }

  /** A claimed job stays claimed when it is offered again: whether it left is in doubt until someone looks. */
  offered({ id, changedAt }: Job, now: number): void {
    this.#store.write(
      `UPDATE outbox SET stage = CASE stage WHEN 'due' THEN 'offered' ELSE stage END, changed_at = ?
        WHERE id = ? AND changed_at = ?`,
      now,
      id,
      changedAt,
    );
  }

  /** Takes a message in that is claimed as it comes, or marks one as claimed that waits already. */
  hold(message: Outgoing, now: number): void {
    this.#store.write(
      `INSERT INTO outbox (id, stage, due_at, changed_at, claimed_at, body) VALUES (?1, 'claimed', ?2, ?2, ?2, ?3)
       ON CONFLICT (id) DO UPDATE SET stage = 'claimed', changed_at = ?2, claimed_at = ?2`,
      message.id,
      now,
      JSON.stringify({ kind: "message", message } satisfies Body),
    );
  }

  claimed(id: string, now: number): void {
    this.#store.write(
      "UPDATE outbox SET stage = 'claimed', changed_at = ?1, claimed_at = ?1 WHERE id = ?2",
      now,
      id,
    );
  }

  /** `refusedAt` is when the carrier first refused it for now; null where it waits for something else. */
  putOff(id: string, dueAt: number, now: number, refusedAt: number | null = null): void {
    this.#store.write(
      "UPDATE outbox SET stage = 'due', due_at = ?, changed_at = ?, claimed_at = NULL, refused_at = ? WHERE id = ?",
      dueAt,
      now,
      refusedAt,
      id,
    );
  }

  /** What was put off is due again, to be decided anew; a campaign's messages are its own to bring again. */
  recall(now: number): void {
    this.#store.write(
      `UPDATE outbox SET due_at = ?1, changed_at = ?1
        WHERE stage = 'due' AND due_at > ?1 AND body->>'$.message.campaign' IS NULL`,
      now,
    );
  }

  drop(id: string): void {
    this.#store.write("DELETE FROM outbox WHERE id = ?", id);
  }

  /** Messages that wait to leave, but for those that may have left already. */
  messages(): readonly Outgoing[] {
    return this.#store
      .read<Row>("SELECT * FROM outbox WHERE stage <> 'claimed'")
      .map(({ body }) => JSON.parse(body) as Body)
      .flatMap((body) => (body.kind === "message" ? [body.message] : []));
  }

  /** Whether something is about to leave, or may have left this moment; what is put off is not. */
  isBusy(now: number): boolean {
    return (
      this.#store.read("SELECT 1 FROM outbox WHERE stage <> 'due' OR due_at <= ? LIMIT 1", now).length > 0
    );
  }

  /** When the first that is put off is due; null for none. Epoch milliseconds. */
  dueAfter(now: number): number | null {
    const [row] = this.#store.read<{ at: number | null }>(
      "SELECT min(due_at) AS at FROM outbox WHERE stage = 'due' AND due_at > ?",
      now,
    );
    return row?.at ?? null;
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
