// Erasing a person: the object forgets, the record forgets, files go; that they said STOP stays.
import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import type { EraseRecord } from "#core/record";
import { applyRecords } from "../../worker/actions/apply-records.ts";
import { keepMedia } from "../../worker/actions/keep-media.ts";
import { openServices } from "../../worker/services.ts";
import { ask, contactOf, eventually, freshNumber, loopFlow, publish } from "./story.ts";

beforeAll(async () => {
  await publish("loop", loopFlow, "", { id: "line-erase" });
});

const SECRET = "my secret words";

async function someone(): Promise<{ person: string; addressId: string; messageId: string }> {
  const person = freshNumber();
  await ask(person, "hello");
  await ask(person, SECRET);
  const contact = await contactOf(person);
  const row = await eventually(() =>
    env.DB.prepare(
      "SELECT m.id FROM messages m JOIN addresses a ON a.id = m.address_id WHERE a.value = ? AND body = ?",
    )
      .bind(person, SECRET)
      .first<{ id: string }>(),
  );
  return { person, addressId: contact.name ?? "", messageId: row.id };
}

/** Every text in every table that mentions what must be gone. */
async function mentions(words: string): Promise<string[]> {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
  ).all<{ name: string }>();
  const found: string[] = [];
  for (const { name } of results) {
    const rows = await env.DB.prepare(`SELECT * FROM ${name}`).all();
    if (JSON.stringify(rows.results).includes(words)) found.push(name);
  }
  return found;
}

describe("erasing", () => {
  test("leaves no word and no number in any table, no file, no dead letter", async () => {
    const { person, addressId, messageId } = await someone();
    await env.FILES.put(`media/${messageId}/0`, "picture");
    await env.DB.prepare(
      "INSERT INTO media (message_id, place, type, bytes, file, at) VALUES (?, 0, 'image/png', 7, ?, 0)",
    )
      .bind(messageId, `media/${messageId}/0`)
      .run();
    await env.DB.prepare(
      "INSERT INTO dead_letters (id, queue, body, error, at) VALUES ('letter', 'records', ?, 'x', 0)",
    )
      .bind(JSON.stringify({ addressId, text: SECRET }))
      .run();
    const contact = await contactOf(person);
    await contact.erase({ now: Date.now() });
    await eventually(() =>
      env.DB.prepare("SELECT 1 FROM addresses WHERE id = ? AND erased_at > 0").bind(addressId).first(),
    );

    expect(await mentions(SECRET)).toEqual([]);
    expect(await mentions(person)).toEqual([]);
    expect(await env.FILES.head(`media/${messageId}/0`)).toBeNull();
    const kept = await runInDurableObject(contact, (_object, state) =>
      JSON.stringify(
        ["kept", "journal", "outbox"].map((table) =>
          state.storage.sql.exec(`SELECT * FROM ${table}`).toArray(),
        ),
      ),
    );
    expect(kept).not.toContain(SECRET);
    expect(kept).not.toContain(person);
  });

  test("counts stay: the messages are there, without their words", async () => {
    const { person, addressId } = await someone();
    await (await contactOf(person)).erase({ now: Date.now() });
    await eventually(() =>
      env.DB.prepare("SELECT 1 FROM addresses WHERE id = ? AND erased_at > 0").bind(addressId).first(),
    );
    const row = await env.DB.prepare(
      "SELECT count(*) AS count, max(body) AS body FROM messages WHERE address_id = ?",
    )
      .bind(addressId)
      .first();
    expect(row).toEqual({ count: 4, body: "" });
  });

  test("a picture still being fetched is not kept", async () => {
    const { person, addressId, messageId } = await someone();
    const erasure: EraseRecord = { kind: "erase", addressId, at: Date.now() };
    const services = await openServices(env);
    await applyRecords(services, [erasure]);
    const twilio = { ...services.twilio, fetchMedia: () => Promise.resolve(new Response("picture")) };
    await keepMedia(
      { ...services, twilio },
      { kind: "media", messageId, messageSid: "SM", mediaSid: "ME", place: 0, type: "image/png" },
    );
    expect(await env.FILES.head(`media/${messageId}/0`)).toBeNull();
    expect(person).not.toBe("");
  });

  test("the same person may come back, as someone new", async () => {
    const { person, addressId } = await someone();
    await (await contactOf(person)).erase({ now: Date.now() });
    await eventually(() =>
      env.DB.prepare("SELECT 1 FROM addresses WHERE id = ? AND erased_at > 0").bind(addressId).first(),
    );
    expect(await ask(person, "hello again")).toEqual(["Tell me a word."]);
    const row = await eventually(() =>
      env.DB.prepare("SELECT value FROM addresses WHERE id = ? AND value IS NOT NULL")
        .bind(addressId)
        .first(),
    );
    expect(row).toEqual({ value: person });
  });
});
