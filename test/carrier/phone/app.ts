// The phone in the browser: its page, its commands and its stream of events. Loopback only.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Hono } from "hono";
import type { Context } from "hono";
import type { Exchange } from "../exchange.ts";
import { createMailPage } from "../mail/page/app.ts";
import type { PostOffice } from "../mail/post-office.ts";
import { bundlePage } from "./bundle.ts";
import { callCommand, callFromPhone } from "./calls.ts";
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
import { readCommand } from "./read-command.ts";
import { streamEvents } from "./stream.ts";
import { turnSwitches } from "./switchboard.ts";

const here = (name: string): URL => new URL(`browser/${name}`, import.meta.url);
const asset = (name: string): string => readFileSync(here(name), "utf8");

/** In the order of the cascade; the page gets them as one file. */
const STYLES = [
  "base",
  "page",
  "clock",
  "people",
  "device",
  "thread",
  "composer",
  "call",
  "network",
  "hover",
  "wide",
];

/** The phone, the mailboxes beside it, their assets and its commands; everything else is Twilio's API. */
export function isPhonePath(url: string): boolean {
  return /^\/($|phone\.|mail($|\.)|sim\/)/.test(new URL(url).pathname);
}

export function createPhone(exchange: Exchange, mail: PostOffice, chatFlows: readonly string[]): Hono {
  const desk: Desk = {
    exchange,
    office: mail.office,
    switches: { delayMs: exchange.pace.delayMs, webhooks: "normal", callbacks: "normal" },
    chatFlows,
    pages: new Set(),
    mailVersion: 0,
    seen: exchange.log.entries.length,
  };
  watchLog(desk);
  const app = new Hono();
  app.use(loopbackOnly);
  app.route(
    "/",
    createMailPage(mail, () => {
      desk.mailVersion += 1;
      sendAllToEveryone(desk);
    }),
  );
  app.get("/", (c) => c.html(asset("phone.html")));
  app.get("/phone.css", (c) =>
    c.body(STYLES.map((name) => asset(`styles/${name}.css`)).join("\n"), 200, {
      "content-type": "text/css; charset=utf-8",
    }),
  );
  app.get("/phone.svg", (c) => c.body(asset("phone.svg"), 200, { "content-type": "image/svg+xml" }));
  app.get("/phone.js", async (c) =>
    c.body(await bundlePage(fileURLToPath(here("main.tsx"))), 200, {
      "content-type": "text/javascript; charset=utf-8",
    }),
  );
  app.get("/sim/events", (c) => streamEvents(c, desk));
  app.get("/sim/clock", async (c) => c.json(await readClock(exchange)));
  app.post("/sim/clock", async (c) => {
    const clock = await moveClock(exchange, await readCommand(c, clockCommand));
    for (const page of desk.pages) page.send({ kind: "clock", clock });
    return c.json(clock);
  });
  app.post("/sim/send", async (c) => {
    sendFromPhone(exchange, await readCommand(c, sendCommand));
    return c.body(null, 204);
  });
  app.post("/sim/call", async (c) => {
    callFromPhone(exchange, await readCommand(c, callCommand));
    return done(c, desk);
  });
  app.post("/sim/people", async (c) => {
    addPerson(exchange, await readCommand(c, personCommand));
    return done(c, desk);
  });
  app.post("/sim/switches", async (c) => {
    desk.switches = await readCommand(c, switchesCommand);
    turnSwitches(exchange, desk.switches);
    return done(c, desk);
  });
  app.post("/sim/phone", async (c) => {
    turnPhone(exchange, await readCommand(c, phoneCommand));
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

function done(c: Context, desk: Desk): Response {
  sendAllToEveryone(desk);
  return c.body(null, 204);
}
