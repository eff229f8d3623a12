// Every night: texts, media, notices and letters older than their retention go. The rows that count what happened stay.
import * as z from "zod";
import { idFloor } from "#core/id";
import { changeInPieces } from "../db/in-pieces.ts";
import { readSetting, writeSetting } from "../db/settings.ts";
import type { Services } from "../services.ts";
import { Retention } from "../retention.ts";

const DAY_MS = 24 * 3_600_000;
/** R2 deletes at most 1,000 keys a call. */
const FILES_PER_CALL = 1_000;

/** A caller's own queue may retry over a weekend; after that the same key is a new request. */
const ANSWERS_KEPT_DAYS = 3;

const Last = z.object({ textsUntil: z.number() });

export async function purge(services: Services): Promise<void> {
  const { d1, clock } = services;
  const now = clock.now();
  const days = Retention.parse((await readSetting(d1, "retention")) ?? {});
  const before = (count: number) => now - count * DAY_MS;
  const last = Last.safeParse(await readSetting(d1, "purge.last")).data;
  const textsUntil = before(days.messages);
  // A letter may be sent again as long as it is kept: what it brings is that much older than the night before.
  const textsFrom = last === undefined ? 0 : last.textsUntil - days.deadLetters * DAY_MS;
  const done = {
    messages: await purgeTexts(d1, textsFrom, textsUntil),
    notices: await purgeNotices(d1, textsUntil),
    media: await purgeMedia(services, before(days.media)),
    voicemails: await purgeVoicemails(d1, before(days.media), now),
    emails: await purgeEmails(d1, before(days.emails)),
    askings: await purgeAskings(d1, textsUntil),
    deadLetters: await changeInPieces(
      d1,
      "DELETE FROM dead_letters WHERE id IN (SELECT id FROM dead_letters WHERE at < ?2 LIMIT ?1)",
      before(days.deadLetters),
    ),
    receipts: await changeInPieces(
      d1,
      "DELETE FROM stray_receipts WHERE (sid, status) IN (SELECT sid, status FROM stray_receipts WHERE at < ?2 LIMIT ?1)",
      before(days.deadLetters),
    ),
    answers: await changeInPieces(
      d1,
      "DELETE FROM idempotency WHERE (actor, key) IN (SELECT actor, key FROM idempotency WHERE at < ?2 LIMIT ?1)",
      before(ANSWERS_KEPT_DAYS),
    ),
  };
  await writeSetting(d1, "purge.last", { ...done, textsUntil }, now);
  services.log.info("purged", done);
}

/** Ids are in the order of time, so old messages are found without an index of their own. Epoch milliseconds. */
function purgeTexts(d1: D1Database, from: number, until: number): Promise<number> {
  return changeInPieces(
    d1,
    `UPDATE messages SET body = '', media = '[]', location = NULL
      WHERE id IN (SELECT id FROM messages WHERE id >= ?2 AND id < ?3
                      AND (body <> '' OR media <> '[]' OR location IS NOT NULL) LIMIT ?1)`,
    idFloor(from),
    idFloor(until),
  );
}

/** What the staff are done with; what still waits for them waits. */
function purgeNotices(d1: D1Database, until: number): Promise<number> {
  return changeInPieces(
    d1,
    "DELETE FROM notices WHERE id IN (SELECT id FROM notices WHERE id < ?2 AND done_at IS NOT NULL LIMIT ?1)",
    idFloor(until),
  );
}

/** Their words go at once, their sound when they are looked after next. */
function purgeVoicemails(d1: D1Database, before: number, now: number): Promise<number> {
  return changeInPieces(
    d1,
    `UPDATE voicemails SET transcript = NULL, deleted_at = ?3, due_at = ?3, tries = 0
      WHERE id IN (SELECT id FROM voicemails WHERE called_at < ?2 AND deleted_at IS NULL LIMIT ?1)`,
    before,
    now,
  );
}

/** Questions about shifts that are as old, with their answers, the places that were open, and whose words were passed on. */
async function purgeAskings(d1: D1Database, until: number): Promise<number> {
  // By group, as they are indexed.
  const old = "helpline_id IN (SELECT id FROM helplines) AND starts_at < ?2";
  await changeInPieces(
    d1,
    `DELETE FROM asking_ways WHERE (asking_id, way) IN (
       SELECT asking_id, way FROM asking_ways WHERE asking_id IN (SELECT id FROM askings WHERE ${old}) LIMIT ?1)`,
    until,
  );
  await changeInPieces(
    d1,
    "DELETE FROM relayed_texts WHERE message_id IN (SELECT message_id FROM relayed_texts WHERE at < ?2 LIMIT ?1)",
    until,
  );
  await changeInPieces(
    d1,
    `DELETE FROM openings WHERE id IN (
       SELECT id FROM openings WHERE helpline_id IN (SELECT id FROM helplines) AND date < ?2 LIMIT ?1)`,
    new Date(until).toISOString().slice(0, 10),
  );
  return changeInPieces(
    d1,
    `DELETE FROM askings WHERE id IN (SELECT id FROM askings WHERE ${old} LIMIT ?1)`,
    until,
  );
}

function purgeEmails(d1: D1Database, before: number): Promise<number> {
  return changeInPieces(
    d1,
    `UPDATE emails SET recipient = '', subject = '', html = '', body = '', attachments = '[]', unsubscribe_url = NULL
      WHERE id IN (SELECT id FROM emails WHERE created_at < ?2 AND html <> '' LIMIT ?1)`,
    before,
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
