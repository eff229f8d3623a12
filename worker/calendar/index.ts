// Feeds of shifts for calendar programs, and pages that links in e-mails open. Neither knows a sign-in: the address is the
// secret, and no log has it.
import { Hono } from "hono";
import { readCalendar } from "../actions/read-calendar.ts";
import type { AppEnv } from "../app.ts";
import { hashOf } from "../same.ts";
import { shiftPage } from "./shift-page.ts";
import { unsubscribePage } from "./unsubscribe-page.ts";

export const calendar = new Hono<AppEnv>();

calendar.route("/shift", shiftPage);
calendar.route("/unsubscribe", unsubscribePage);

calendar.get("/:file", async (context) => {
  const secret = context.req.param("file").replace(/\.ics$/, "");
  const text = await readCalendar(context.get("services"), secret);
  if (text === null) return context.text("There is no calendar here.", 404, HEADERS);
  const etag = `"${await hashOf(text)}"`;
  const headers = { ...HEADERS, etag };
  const known = context.req.header("if-none-match") ?? "";
  // A proxy that packs the answer marks its tag as weak.
  if (known.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag))
    return context.body(null, 304, headers);
  return context.body(text, 200, { ...headers, "content-type": "text/calendar; charset=utf-8" });
});

/** For whoever asks with the address and nobody between: looked at anew each time, and not passed on. */
const HEADERS = {
  "cache-control": "private, no-cache",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex",
} as const;
