// The Worker: HTTP, queues and the clock come in here, and each is handed to the verbs that deal with it.
import { Hono } from "hono";
import { api } from "./api/index.ts";
import type { AppEnv } from "./app.ts";
import { calendar } from "./calendar/index.ts";
import { chat } from "./chat/index.ts";
import { runCron } from "./cron/index.ts";
import { describeError, log } from "./log.ts";
import { consume } from "./queues/index.ts";
import { openServices } from "./services.ts";
import { SettingsError } from "./settings.ts";
import { webhooks } from "./webhooks/index.ts";

export { Contact } from "../durable-objects/contact/index.ts";
export { Feed } from "../durable-objects/feed/index.ts";
export { Helpline } from "../durable-objects/helpline/index.ts";
export { Sender } from "../durable-objects/sender/index.ts";

const app = new Hono<AppEnv>();

app.use(async (context, next) => {
  const requestId = crypto.randomUUID();
  context.set("requestId", requestId);
  context.set("services", await openServices(context.env));
  await next();
  context.header("x-request-id", requestId);
});
app.get("/healthz", (context) => context.json({ ok: true }));
app.route("/webhooks", webhooks);
app.route("/chat", chat);
app.route("/calendar", calendar);
app.route("/api", api);

app.onError((error, context) => {
  const requestId = context.get("requestId") ?? "";
  log.error("request-failed", {
    requestId,
    // What follows /calendar is a secret.
    path: new URL(context.req.url).pathname.replace(/^\/calendar\/.*/, "/calendar"),
    error: describeError(error),
  });
  const message =
    error instanceof SettingsError ? `Not set up: ${error.message}` : "Something went wrong on our side.";
  return context.json({ error: { code: "internal", message, requestId } }, 500, {
    "x-request-id": requestId,
  });
});

export default {
  fetch: app.fetch,
  queue: async (batch, env) => consume(await openServices(env), batch),
  scheduled: async (event, env) => runCron(await openServices(env), event.cron),
} satisfies ExportedHandler<Env>;
