// The yardsticks: an empty Hono route, and an object that does nothing but insert one row.
import { DurableObject } from "cloudflare:workers";
import { Hono } from "hono";
import type { JournalRecord } from "#core/record";
import { applyRecords } from "../../worker/actions/apply-records.ts";
import worker from "../../worker/index.ts";
import { openServices } from "../../worker/services.ts";
import { runAudience } from "./audience-run.ts";
import { runDigest } from "./digest-run.ts";
import type { Pass } from "./import-pass.ts";
import { runPages } from "./import-run.ts";

export { Contact, Feed, Helpline, Sender } from "../../worker/index.ts";

export class Bare extends DurableObject {
  #serial = 0;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.storage.sql.exec(
      "CREATE TABLE IF NOT EXISTS rows (id TEXT PRIMARY KEY, body TEXT) STRICT, WITHOUT ROWID",
    );
  }

  insert(body: string): number {
    this.#serial += 1;
    this.ctx.storage.sql.exec(
      "INSERT OR REPLACE INTO rows (id, body) VALUES (?, ?)",
      crypto.randomUUID(),
      body,
    );
    return this.#serial;
  }
}

type BenchEnv = Env & { BARE: DurableObjectNamespace<Bare> };

const bench = new Hono<{ Bindings: BenchEnv }>();
bench.post("/bench/empty", (context) => context.text("ok"));
bench.post("/bench/object", async (context) => {
  const form = new URLSearchParams(await context.req.text());
  const serial = await context.env.BARE.getByName(form.get("From") ?? "").insert(form.get("Body") ?? "");
  return context.text(String(serial));
});
bench.post("/bench/apply", async (context) => {
  const records = await context.req.json<JournalRecord[]>();
  await applyRecords(await openServices(context.env), records);
  return context.text("ok");
});
bench.post("/bench/sql", async (context) => {
  const statements = await context.req.json<{ query: string; bind: (string | number | null)[] }[]>();
  await context.env.DB.batch(
    statements.map(({ query, bind }) => context.env.DB.prepare(query).bind(...bind)),
  );
  return context.text("ok");
});

bench.post("/bench/audience", async (context) => {
  const { what } = await context.req.json<{ what: "forecast" | "freeze" }>();
  return context.json(await runAudience(await openServices(context.env), what));
});

bench.post("/bench/digest", async (context) => {
  const { startsAt, endsAt } = await context.req.json<{ startsAt: number; endsAt: number }>();
  return context.json(await runDigest(await openServices(context.env), startsAt, endsAt));
});

bench.post("/bench/pages", async (context) => {
  const { pass, id } = await context.req.json<{ pass: Pass; id: string }>();
  return context.json(await runPages(await openServices(context.env), pass, id));
});

export default {
  fetch: (request, env, context) =>
    new URL(request.url).pathname.startsWith("/bench/")
      ? bench.fetch(request, env, context)
      : worker.fetch(request, env, context),
  queue: (batch, env) => worker.queue(batch, env),
} satisfies ExportedHandler<BenchEnv>;
