// Recordings: listed, described, fetched as a file (with credentials, always), and deleted.
import { Hono } from "hono";
import type { Context } from "hono";
import type { Exchange } from "../exchange.ts";
import type { Recording } from "../voice/recording.ts";
import { makeMp3, makeWav } from "../voice/sound.ts";
import { rfc2822 } from "./message-json.ts";
import { makePage, PAGE_PARAMETERS } from "./page.ts";
import { readParameters } from "./parameters.ts";
import { notFound } from "./problem.ts";

export function recordingRoutes(exchange: Exchange): Hono {
  const { recordings } = exchange.voice;
  const find = (c: Context, sid: string): Recording => {
    const recording = recordings.get(sid);
    if (recording === undefined) throw notFound(c.req.path);
    return recording;
  };
  const show = (recording: Recording): unknown => recordingJson(exchange, recording);
  return new Hono()
    .get("/Recordings.json", (c) => {
      const url = new URL(c.req.url);
      const given = readParameters(url.searchParams, ["CallSid", ...PAGE_PARAMETERS]);
      const wanted = given.one("CallSid");
      const found = [...recordings.values()].filter(({ callSid }) => callSid === (wanted ?? callSid));
      return c.json(makePage(url, given, "recordings", found.reverse(), ({ sid }) => sid, show));
    })
    .get("/Recordings/:file", (c) => {
      const { sid, type } = splitName(c.req.param("file"));
      const recording = find(c, sid);
      readParameters(new URL(c.req.url).searchParams, ["RequestedChannels"]);
      if (type === "json") return c.json(show(recording));
      // There is nothing to fetch before Twilio is done with it.
      if (recording.status !== "completed") throw notFound(c.req.path);
      const { text, seconds } = recording;
      return type === "mp3"
        ? c.body(makeMp3(text, seconds), 200, { "content-type": "audio/mpeg" })
        : c.body(makeWav(text, seconds), 200, { "content-type": "audio/x-wav" });
    })
    .delete("/Recordings/:file", (c) => {
      recordings.delete(find(c, splitName(c.req.param("file")).sid).sid);
      return c.body(null, 204);
    });
}

/** Without a type it is the WAV. */
function splitName(file: string): { sid: string; type: string } {
  const [, sid = "", type = "wav"] = /^(RE[0-9a-f]{32})(?:\.(json|wav|mp3))?$/.exec(file) ?? [];
  return { sid, type };
}

function recordingJson(exchange: Exchange, recording: Recording): Record<string, unknown> {
  const { sid: accountSid } = exchange.account;
  const { sid, callSid, seconds, status, startedAt } = recording;
  const path = `/2010-04-01/Accounts/${accountSid}/Recordings/${sid}`;
  return {
    sid,
    account_sid: accountSid,
    api_version: "2010-04-01",
    call_sid: callSid,
    conference_sid: null,
    channels: 1,
    date_created: rfc2822(startedAt),
    date_updated: rfc2822(startedAt),
    start_time: rfc2822(startedAt),
    duration: status === "completed" ? String(seconds) : "-1",
    error_code: null,
    encryption_details: null,
    price: null,
    price_unit: "USD",
    source: "RecordVerb",
    status,
    track: "inbound",
    media_url: `https://api.twilio.com${path}`,
    subresource_uris: { transcriptions: `${path}/Transcriptions.json` },
    uri: `${path}.json`,
  };
}
