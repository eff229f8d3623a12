// Calls: listed, described, and ended from outside.
import { Hono } from "hono";
import type { Context } from "hono";
import type { Exchange } from "../exchange.ts";
import { endLeg } from "../voice/change-leg.ts";
import { type Leg, talkSeconds } from "../voice/leg.ts";
import { rfc2822 } from "./message-json.ts";
import { makePage, PAGE_PARAMETERS } from "./page.ts";
import { readForm, readParameters } from "./parameters.ts";
import { notFound, Problem } from "./problem.ts";

export function callRoutes(exchange: Exchange): Hono {
  const { legs } = exchange.voice;
  const find = (c: Context): Leg => {
    const leg = legs.get((c.req.param("file") ?? "").replace(/\.json$/, ""));
    if (leg === undefined) throw notFound(c.req.path);
    return leg;
  };
  const show = (leg: Leg): unknown => callJson(exchange, leg);
  return new Hono()
    .get("/Calls.json", (c) => {
      const url = new URL(c.req.url);
      const given = readParameters(url.searchParams, [
        "To",
        "From",
        "Status",
        "ParentCallSid",
        ...PAGE_PARAMETERS,
      ]);
      const [to, from, status, parent] = ["To", "From", "Status", "ParentCallSid"].map(given.one);
      const found = [...legs.values()].filter(
        (leg) =>
          leg.to === (to ?? leg.to) &&
          leg.from === (from ?? leg.from) &&
          leg.status === (status ?? leg.status) &&
          leg.parent?.sid === (parent ?? leg.parent?.sid),
      );
      return c.json(makePage(url, given, "calls", found.reverse(), ({ sid }) => sid, show));
    })
    .get("/Calls/:file", (c) => c.json(show(find(c))))
    .post("/Calls/:file", async (c) => {
      const leg = find(c);
      const status = readParameters(await readForm(c.req.raw), ["Status"]).one("Status");
      if (status !== "completed" && status !== "canceled") {
        throw new Problem(400, 21218, `Invalid Status: ${status ?? "none"}`);
      }
      // `canceled` stops only a call that nobody has answered yet.
      if (status === "completed" || leg.answeredTick === undefined) endLeg(exchange, leg, status, "product");
      return c.json(show(leg));
    });
}

function callJson(exchange: Exchange, leg: Leg): Record<string, unknown> {
  const { sid: accountSid } = exchange.account;
  const path = `/2010-04-01/Accounts/${accountSid}/Calls/${leg.sid}`;
  const isOver = leg.endedAt !== undefined;
  return {
    sid: leg.sid,
    account_sid: accountSid,
    api_version: "2010-04-01",
    parent_call_sid: leg.parent?.sid ?? null,
    from: leg.from,
    from_formatted: leg.from,
    to: leg.to,
    to_formatted: leg.to,
    caller_name: null,
    forwarded_from: null,
    answered_by: null,
    direction: leg.direction,
    status: leg.status,
    date_created: rfc2822(leg.startedAt),
    date_updated: rfc2822(leg.endedAt ?? leg.startedAt),
    start_time: rfc2822(leg.startedAt),
    end_time: leg.endedAt === undefined ? null : rfc2822(leg.endedAt),
    duration: isOver ? String(talkSeconds(leg, exchange.voice.timers.now())) : null,
    price: null,
    price_unit: "USD",
    queue_time: "0",
    trunk_sid: null,
    group_sid: null,
    annotation: null,
    phone_number_sid: null,
    subresource_uris: { recordings: `${path}/Recordings.json` },
    uri: `${path}.json`,
  };
}
