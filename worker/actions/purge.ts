// Every night: texts, media and letters older than their retention go. The rows that count what happened stay.
import { idFloor } from "#core/id";
import { readSetting, writeSetting } from "../db/settings.ts";
import type { Services } from "../services.ts";
import { Retention } from "../retention.ts";

const DAY_MS = 24 * 3_600_000;
/** R2 deletes at most 1,000 keys a call. */
const FILES_PER_CALL = 1_000;
/** Rows a statement changes: D1 is single-threaded, and a webhook may wait behind it. */
const ROWS_PER_STATEMENT = 2_000;

export async function purge(services: Services): Promise<void> {
  const { d1, clock } = services;
  const now = clock.now();
  const days = Retention.parse((await readSetting(d1, "retention")) ?? {});
  const before = (count: number) => now - count * DAY_MS;
  const done = {
    messages: await purgeTexts(d1, before(days.messages)),
    media: await purgeMedia(services, before(days.media)),
    deadLetters: await change(
      d1,
      "DELETE FROM dead_letters WHERE id IN (SELECT id FROM dead_letters WHERE at < ?1 LIMIT ?2)",
      before(days.deadLetters),
    ),
    receipts: await change(
      d1,
      "DELETE FROM stray_receipts WHERE (sid, status) IN (SELECT sid, status FROM stray_receipts WHERE at < ?1 LIMIT ?2)",
      before(days.deadLetters),
    ),
  };
  await writeSetting(d1, "purge.last", done, now);
  services.log.info("purged", done);
}

/** Ids are in the order of time, so old messages are found without an index of their own. */
async function purgeTexts(d1: D1Database, before: number): Promise<number> {
  return change(
    d1,
    `UPDATE messages SET body = '', media = '[]', location = NULL
      WHERE id IN (SELECT id FROM messages WHERE id < ?1 AND body <> '' LIMIT ?2)`,
    idFloor(before),
  );
}

async function purgeMedia({ d1, files }: Services, before: number): Promise<number> {
  let gone = 0;
  for (;;) {
    const { results } = await d1
      .prepare("SELECT message_id AS messageId, place, file FROM media WHERE message_id < ? LIMIT ?")
      .bind(idFloor(before), FILES_PER_CALL)
      .all<{ messageId: string; place: number; file: string }>();
    if (results.length === 0) return gone;
    await files.delete(results.map(({ file }) => file));
    await d1
      .prepare(
        `DELETE FROM media WHERE (message_id, place) IN (
           SELECT j.value->>'messageId', j.value->>'place' FROM json_each(?) j)`,
      )
      .bind(JSON.stringify(results))
      .run();
    gone += results.length;
  }
}

/** Runs a statement until it finds nothing more to change; `?1` the bound, `?2` how many rows a time. */
async function change(d1: D1Database, query: string, bound: number | string): Promise<number> {
  let changed = 0;
  for (;;) {
    const { meta } = await d1.prepare(query).bind(bound, ROWS_PER_STATEMENT).run();
    changed += meta.changes;
    if (meta.changes < ROWS_PER_STATEMENT) return changed;
  }
}
