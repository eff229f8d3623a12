// The phone in the browser: its page, its commands and its stream of events. Loopback only.
import { readFileSync } from "node:fs";
import { Hono } from "hono";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type * as z from "zod";
import type { Exchange } from "../exchange.ts";
import { bundlePhone } from "./bundle.ts";
import { moveClock, readClock } from "./clock.ts";
import {
  addPerson,
  clockCommand,
  personCommand,
  phoneCommand,
  sendCommand,
  sendFromPhone,
  switchesCommand,
  turnPhone,
} from "./commands.ts";
import { type Desk, sendAllToEveryone, watchLog } from "./events.ts";
import { loopbackOnly } from "./guard.ts";
import { streamEvents } from "./stream.ts";
import { turnSwitches } from "./switchboard.ts";

const asset = (name: string): string => readFileSync(new URL(`browser/${name}`, import.meta.url), "utf8");

/** In the order of the cascade; the page gets them as one file. */
const STYLES = [
  "base",
  "page",
  "clock",
  "people",
  "device",
  "thread",
  "composer",
  "network",
  "hover",
  "wide",
];

/** The page itself, its assets and its commands; everything else is Twilio's API. */
export function isPhonePath(url: string): boolean {
  return /^\/($|phone\.|sim\/)/.test(new URL(url).pathname);
}

export function createPhone(exchange: Exchange, chatFlows: readonly string[]): Hono {
  const desk: Desk = {
    exchange,
    switches: { delayMs: exchange.pace.delayMs, webhooks: "normal", callbacks: "normal" },
    chatFlows,
    pages: new Set(),
    seen: exchange.log.entries.length,
  };
  watchLog(desk);
  const app = new Hono();
  app.use(loopbackOnly);
  app.get("/", (c) => c.html(asset("phone.html")));
  app.get("/phone.css", (c) =>
    c.body(STYLES.map((name) => asset(`styles/${name}.css`)).join("\n"), 200, {
      "content-type": "text/css; charset=utf-8",
    }),
  );
  app.get("/phone.svg", (c) => c.body(asset("phone.svg"), 200, { "content-type": "image/svg+xml" }));
  app.get("/phone.js", async (c) =>
    c.body(await bundlePhone(), 200, { "content-type": "text/javascript; charset=utf-8" }),
  );
  app.get("/sim/events", (c) => streamEvents(c, desk));
  app.get("/sim/clock", async (c) => c.json(await readClock(exchange)));
  app.post("/sim/clock", async (c) => {
    const clock = await moveClock(exchange, await read(c, clockCommand));
    for (const page of desk.pages) page.send({ kind: "clock", clock });
    return c.json(clock);
  });
  app.post("/sim/send", async (c) => {
    sendFromPhone(exchange, await read(c, sendCommand));
    return c.body(null, 204);
  });
  app.post("/sim/people", async (c) => {
    addPerson(exchange, await read(c, personCommand));
    return done(c, desk);
  });
  app.post("/sim/switches", async (c) => {
    desk.switches = await read(c, switchesCommand);
    turnSwitches(exchange, desk.switches);
    return done(c, desk);
  });
  app.post("/sim/phone", async (c) => {
    turnPhone(exchange, await read(c, phoneCommand));
    return done(c, desk);
  });
  app.get("/sim/media/:message/:media", (c) => {
    const message = exchange.messages.get(c.req.param("message"));
    const media = message?.media.find((each) => each.sid === c.req.param("media"));
    if (media?.kind !== "stored") return c.notFound();
    return c.body(media.bytes, 200, { "content-type": media.contentType });
  });
  return app;
}

/** The JSON body of a command; a form or another content type could come from any page of the web. */
async function read<T>(c: Context, shape: z.ZodType<T>): Promise<T> {
  if (!(c.req.header("content-type") ?? "").startsWith("application/json")) {
    throw new HTTPException(415, { message: "JSON only" });
  }
  const parsed = shape.safeParse(await c.req.json());
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new HTTPException(400, { message: `${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`.trim() });
}

function done(c: Context, desk: Desk): Response {
  sendAllToEveryone(desk);
  return c.body(null, 204);
}
