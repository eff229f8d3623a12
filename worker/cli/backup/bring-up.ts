// Brings the copy of a backup's database to the schema of this checkout, and to a state in which nothing goes out by itself.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { Refusal } from "../script.ts";
import { listMigrationsOf, MIGRATIONS } from "./database.ts";

/** The names of a checkout's migrations, first one first. */
export function listMigrations(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .toSorted();
}

/** Applies the migrations that came after the backup; returns which. Throws a Refusal for a backup of another or a newer checkout. */
export function migrateCopy(copy: DatabaseSync, folder: string): string[] {
  const known = listMigrations(folder);
  const applied = listMigrationsOf(copy);
  const strange = applied.find((name, index) => known[index] !== name);
  if (strange !== undefined) {
    throw new Refusal(
      `The backup has a migration that is not here: ${strange}. Restore it with the version of Partyline it was made with, or a newer one. Nothing was changed.`,
    );
  }
  const missing = known.slice(applied.length);
  for (const name of missing) {
    try {
      copy.exec(readFileSync(join(folder, name), "utf8"));
      copy.prepare(`INSERT INTO ${MIGRATIONS} (name) VALUES (?)`).run(name);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Refusal(
        `The migration ${name} cannot be applied to the backup: ${why}. Nothing was changed.`,
      );
    }
  }
  return missing;
}

/** In `#core/status`: nobody can tell whether the carrier took it; staff see it, and nothing sends it again by itself. */
const UNKNOWN = { status: "unknown", rank: 15 } as const;
const WHY = "restored from a backup";

/**
 * What left between the backup and the loss is not in it, so whatever was about to leave is of unknown outcome: it is shown and
 * never sent a second time. Campaigns under way are cancelled, since their Senders forgot them; funnels wait for a person.
 */
export function quieten(copy: DatabaseSync, now: number): void {
  copy.exec("BEGIN");
  copy
    .prepare(
      "UPDATE messages SET status = ?, rank = ?, reason = ?, due_at = NULL WHERE direction = 'out' AND rank = 0",
    )
    .run(UNKNOWN.status, UNKNOWN.rank, WHY);
  const underWay = "state IN ('scheduled', 'sending', 'paused')";
  copy
    .prepare(
      `INSERT INTO campaign_history (campaign_id, seq, state, at, actor, reason)
       SELECT id, state_seq + 1, 'cancelled', ?, 'restore', ? FROM campaigns WHERE ${underWay}`,
    )
    .run(now, WHY);
  copy
    .prepare(
      `UPDATE campaigns SET state = 'cancelled', state_seq = state_seq + 1, state_at = ?, state_by = 'restore', state_reason = ?
        WHERE ${underWay}`,
    )
    .run(now, WHY);
  copy.prepare("UPDATE funnels SET state = 'paused' WHERE state = 'running'").run();
  // Objects that forgot why they wanted to be woken would be woken by every sweep.
  copy.exec("UPDATE addresses SET due_at = NULL; UPDATE timers SET due_at = NULL");
  copy.exec("COMMIT");
}
