// Each night what is kept too long goes: texts, places, pictures, notices that are done, letters. The rows that count stay.
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { mintId } from "#core/id";
import { purge } from "../../worker/actions/purge.ts";
import { openServices } from "../../worker/services.ts";
import type { Services } from "../../worker/services.ts";
import { countedEnv } from "./counting.ts";
import { newHelpline } from "./helpline-world.ts";

const DAY = 24 * 3_600_000;
const NOW = Date.parse("2026-11-21T03:17:00Z");

async function services(): Promise<Services> {
  return { ...(await openServices(env)), clock: { now: () => NOW } };
}

let serial = 0;
/** An id of so many days ago. */
function agedId(days: number): string {
  serial += 1;
  return mintId(NOW - days * DAY, new Uint8Array(16).fill(serial));
}

interface Kept {
  readonly body?: string;
  readonly media?: string;
  readonly location?: string | null;
}

async function keep(days: number, { body = "", media = "[]", location = null }: Kept): Promise<string> {
  const id = agedId(days);
  await env.DB.prepare(
    `INSERT INTO messages (id, address_id, direction, channel, kind, body, media, location, status, rank, receipts, at)
     VALUES (?, 'someone', 'in', 'sms', 'inbound', ?, ?, ?, 'received', 100, '[]', 0)`,
  )
    .bind(id, body, media, location)
    .run();
  return id;
}

const isBlank = async (id: string) =>
  (await env.DB.prepare(
    "SELECT 1 FROM messages WHERE id = ? AND body = '' AND media = '[]' AND location IS NULL",
  )
    .bind(id)
    .first()) !== null;

test.each<[string, Kept]>([
  ["words", { body: "words" }],
  ["a place alone", { location: '{"latitude":1,"longitude":2}' }],
  ["a picture alone", { media: '[{"type":"image/png","ref":"ME1"}]' }],
])("of a message with %s only the row is left", async (_name, kept) => {
  const [old, recent] = [await keep(731, kept), await keep(729, kept)];
  await env.DB.exec("DELETE FROM settings WHERE name = 'purge.last'");
  await purge(await services());
  expect([await isBlank(old), await isBlank(recent)]).toEqual([true, false]);
});

test("a notice goes once it is old and done; one that waits stays", async () => {
  const ids = [agedId(800), agedId(800), agedId(10)];
  const insert = env.DB.prepare(
    "INSERT INTO notices (id, kind, text, at, done_at) VALUES (?, 'stray', 'x', 0, ?)",
  );
  await env.DB.batch([insert.bind(ids[0], 1), insert.bind(ids[1], null), insert.bind(ids[2], 1)]);
  await purge(await services());
  const { results } = await env.DB.prepare("SELECT id FROM notices ORDER BY id").all();
  expect(results.map(({ id }) => id)).toEqual(ids.slice(1));
});

test("pictures go from the store, and letters from their table", async () => {
  const [old, recent] = [agedId(400), agedId(2)];
  for (const id of [old, recent]) {
    await env.FILES.put(`media/${id}/0`, "picture");
    await env.DB.prepare(
      "INSERT INTO media (message_id, place, type, bytes, file, at) VALUES (?, 0, 'image/png', 7, ?, 0)",
    )
      .bind(id, `media/${id}/0`)
      .run();
  }
  const letter = env.DB.prepare(
    "INSERT INTO dead_letters (id, queue, body, error, at) VALUES (?, 'records', '{}', 'x', ?)",
  );
  await env.DB.batch([letter.bind("old", NOW - 91 * DAY), letter.bind("recent", NOW - 89 * DAY)]);
  await purge(await services());
  expect(await env.FILES.head(`media/${old}/0`)).toBeNull();
  expect(await env.FILES.head(`media/${recent}/0`)).not.toBeNull();
  const { results } = await env.DB.prepare("SELECT id FROM dead_letters").all();
  expect(results).toEqual([{ id: "recent" }]);
});

test("a night reads on from the night before, as far back as a letter may bring something", async () => {
  for (let count = 0; count < 100; count += 1) await keep(1_500, {});
  await purge(await services());
  const late = await keep(730 + 89, { body: "brought by a letter" });
  const { env: bindings, counts } = countedEnv();
  await purge({ ...(await services()), d1: bindings.DB });
  expect(await isBlank(late)).toBe(true);
  expect(counts.d1RowsRead).toBeLessThan(100);
});

test("questions about shifts go with their ways and places, and what says whose words were passed on", async () => {
  const { id } = await newHelpline();
  for (const [name, days] of [
    ["old", 731],
    ["recent", 729],
  ] as const) {
    const at = NOW - days * DAY;
    const date = new Date(at).toISOString().slice(0, 10);
    await env.DB.batch([
      env.DB.prepare(
        "INSERT INTO askings VALUES (?1, ?1, 'reminder', ?2, 'ana', 'shift', ?3, ?4, ?4, ?4, NULL, NULL)",
      ).bind(name, id, date, at),
      env.DB.prepare(
        "INSERT INTO asking_ways (asking_id, way, state, at) VALUES (?1, 'sms', 'sent', ?2), (?1, 'email', 'sent', ?2)",
      ).bind(name, at),
      env.DB.prepare(
        "INSERT INTO openings (id, helpline_id, shift_id, date, starts_at, ends_at, opened_at, alert_at) VALUES (?1, ?2, 'shift', ?3, ?4, ?4, ?4, ?4)",
      ).bind(name, id, date, at),
      env.DB.prepare("INSERT INTO relayed_texts VALUES (?, 'caller', ?)").bind(name, at),
    ]);
  }
  await purge(await services());
  const left = await env.DB.prepare(
    `SELECT group_concat(id, ' ') AS ids FROM (
       SELECT id FROM askings UNION ALL SELECT asking_id || '-' || way FROM asking_ways
       UNION ALL SELECT id FROM openings UNION ALL SELECT message_id FROM relayed_texts)`,
  ).first("ids");
  expect(left).toBe("recent recent-email recent-sms recent recent");
});
