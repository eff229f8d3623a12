// Digests by API: who gets one, what it says, and how they end it by themselves.
import { env, exports } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { call, ok, ORIGIN } from "./api-calls.ts";
import { HOUR, openDigests, TUESDAY } from "./digest-world.ts";
import type { DigestWorld } from "./digest-world.ts";

let world: DigestWorld;

beforeEach(async () => {
  world = await openDigests();
});

async function linkOf(): Promise<string> {
  const [email] = await world.emails();
  return (email?.unsubscribeUrl ?? "").replace(/^https?:\/\/[^/]+/, "");
}

function visit(path: string, method = "GET"): Promise<Response> {
  return exports.default.fetch(new Request(`${ORIGIN}${path}`, { method }));
}

describe("the end of it", () => {
  test("the link only shows, a post ends it; again and again", async () => {
    const { id } = await world.subscribe();
    await world.tickAt(TUESDAY + 31 * HOUR);
    const path = await linkOf();
    expect(path).toMatch(new RegExp(`^/calendar/unsubscribe/${id}-[0-9a-f]{32}$`));
    const page = await visit(path);
    expect([page.status, await page.text()]).toEqual([
      200,
      expect.stringContaining("<button>Unsubscribe</button>"),
    ]);
    expect((await ok(`GET /v1/digests/${id}`)).unsubscribedAt).toBeNull();
    for (let time = 0; time < 2; time += 1) {
      const done = await visit(path, "POST");
      expect([done.status, await done.text()]).toEqual([
        200,
        expect.stringContaining("You are unsubscribed"),
      ]);
    }
    expect((await ok(`GET /v1/digests/${id}`)).unsubscribedAt).not.toBeNull();
    expect(await world.tickAt(TUESDAY + 55 * HOUR)).toHaveLength(1);
    const again = await ok(`POST /v1/digests/${id}/resubscribe`);
    expect([again.unsubscribedAt, again.nextAt]).toEqual([null, expect.any(String)]);
  });

  test.each(["", "-0".repeat(16), "x"])("another link ends nothing: %j", async (more) => {
    const { id } = await world.subscribe();
    const path = `/calendar/unsubscribe/${id}${more}`;
    expect([(await visit(path)).status, (await visit(path, "POST")).status]).toEqual([404, 404]);
    expect((await ok(`GET /v1/digests/${id}`)).unsubscribedAt).toBeNull();
  });
});

describe("by API", () => {
  test("added, changed, seen, sent and ended; every deed on record", async () => {
    const added = await ok("POST /v1/digests", {
      email: "ann@example.org",
      zone: "Europe/London",
      at: "06:30",
    });
    expect(added).toMatchObject({ period: "daily", at: "06:30", skipWhenQuiet: false, flows: null });
    const changed = await ok(`PATCH /v1/digests/${added.id}`, { period: "weekly", weekday: 5, at: null });
    expect(changed).toMatchObject({ period: "weekly", weekday: 5, at: "07:00", toldUntil: added.toldUntil });
    const late = await call(`PATCH /v1/digests/${added.id}`, { at: "08:00", changedAt: added.changedAt });
    expect([late.status, late.body.error.code]).toEqual([409, "conflict"]);
    await ok(`PATCH /v1/digests/${added.id}`, { weekday: 5, changedAt: changed.changedAt });
    expect((await ok("GET /v1/digests")).data).toHaveLength(1);
    const preview = await ok(`GET /v1/digests/${added.id}/preview?from=2031-07-08&to=2031-07-10`);
    expect(preview).toMatchObject({ subject: expect.stringMatching(/^8\s?–\s?10 July/), isQuiet: true });
    expect(preview.html).toContain("Nothing happened");
    const sent = await ok(`POST /v1/digests/${added.id}/send`);
    expect(sent).toMatchObject({ kind: "digest" });
    expect((await ok(`GET /v1/digests/${added.id}`)).toldUntil).toBe(added.toldUntil);
    expect((await call(`DELETE /v1/digests/${added.id}`)).status).toBe(204);
    const { results } = await env.DB.prepare("SELECT action FROM audit WHERE subject_id = ? ORDER BY id")
      .bind(added.id)
      .all<{ action: string }>();
    expect(results.map(({ action }) => action)).toEqual([
      "digest.create",
      "digest.change",
      "digest.change",
      "digest.send",
      "digest.remove",
    ]);
  });

  test.each([
    [{ email: "nobody" }],
    [{ email: "a@example.org", zone: "Nowhere" }],
    [{ email: "a@example.org", at: "7" }],
    [{ email: "a@example.org", weekday: 0 }],
    [{ email: "a@example.org", sections: ["all"] }],
  ])("refused: %j", async (body) => {
    expect((await call("POST /v1/digests", body)).status).toBe(422);
  });

  test("a preview is of a month at most", async () => {
    const { id } = await world.subscribe();
    expect((await call(`GET /v1/digests/${id}/preview?from=2031-01-01&to=2031-07-01`)).status).toBe(422);
    expect((await call(`GET /v1/digests/${id}/preview?from=2031-07-08&to=2031-07-01`)).status).toBe(422);
  });

  test("viewers see no numbers", async () => {
    const { id } = await world.subscribe();
    await env.DB.prepare(
      "INSERT INTO notices (id, kind, text, at) VALUES ('01999999-0000-7000-8000-000000000000', 'doubtful', 'stop, or call +447700900123', 0)",
    ).run();
    const { token } = await ok("POST /v1/tokens", { name: "viewer", role: "viewer" });
    const from = new Date(Number.parseInt("019999990000", 16)).toISOString().slice(0, 10);
    const path = `GET /v1/digests/${id}/preview?from=${from}`;
    expect((await ok(path)).html).toContain("+447700900123");
    const seen = await ok(path, undefined, { token });
    expect([seen.html.includes("stop, or call"), seen.html.includes("7700900123")]).toEqual([true, false]);
    expect((await ok(`GET /v1/digests/${id}`, undefined, { token })).email).toBe("a***@example.org");
    expect((await call("POST /v1/digests", { email: "b@example.org" }, { token })).status).toBe(403);
  });
});
