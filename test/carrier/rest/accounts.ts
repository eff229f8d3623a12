// The account itself and its numbers.
import { Hono } from "hono";
import type { Exchange } from "../exchange.ts";
import { channelOf, type CarrierLine } from "../line.ts";
import { lineUrl } from "../voice/ask.ts";
import { makePage, PAGE_PARAMETERS } from "./page.ts";
import { readForm, readParameters } from "./parameters.ts";
import { notFound, Problem } from "./problem.ts";

/** `GET /Accounts/{sid}.json`: what a credential check reads. */
export function accountJson(exchange: Exchange): Record<string, unknown> {
  const { sid } = exchange.account;
  return {
    sid,
    owner_account_sid: sid,
    friendly_name: "Partyline carrier simulator",
    status: "active",
    type: "Full",
    uri: `/2010-04-01/Accounts/${sid}.json`,
  };
}

export function numberRoutes(exchange: Exchange): Hono {
  const show = (line: CarrierLine) => numberJson(exchange, line);
  return new Hono()
    .get("/IncomingPhoneNumbers.json", (c) => {
      const url = new URL(c.req.url);
      const given = readParameters(url.searchParams, ["PhoneNumber", "FriendlyName", ...PAGE_PARAMETERS]);
      const wanted = given.one("PhoneNumber");
      const numbers = listNumbers(exchange).filter(({ address }) => address === (wanted ?? address));
      return c.json(makePage(url, given, "incoming_phone_numbers", numbers, sidOf, show));
    })
    .post("/IncomingPhoneNumbers/:file", async (c) => {
      const sid = c.req.param("file").replace(/\.json$/, "");
      const line = listNumbers(exchange).find((each) => sidOf(each) === sid);
      if (line === undefined) throw notFound(c.req.path);
      const given = readParameters(await readForm(c.req.raw), [...URL_PARAMETERS, ...METHOD_PARAMETERS]);
      for (const name of METHOD_PARAMETERS) {
        if ((given.one(name) ?? "POST") !== "POST") throw new Problem(400, 20001, `${name} is not POST`);
      }
      for (const name of URL_PARAMETERS) {
        const url = given.one(name);
        if (url !== undefined && !URL.canParse(url)) throw new Problem(400, 21502, `Invalid ${name}: ${url}`);
      }
      const [texts, calls, ended] = URL_PARAMETERS.map(given.one);
      if (texts !== undefined) line.webhookPath = texts;
      if (calls !== undefined) line.voiceUrl = calls;
      if (ended !== undefined) line.voiceStatusUrl = ended;
      return c.json(show(line));
    });
}

/** What may be changed of a number here: where it points, by POST alone. */
const URL_PARAMETERS = ["SmsUrl", "VoiceUrl", "StatusCallback"] as const;
const METHOD_PARAMETERS = ["SmsMethod", "VoiceMethod", "StatusCallbackMethod"] as const;

function listNumbers(exchange: Exchange): readonly CarrierLine[] {
  return exchange.lines.filter(({ address }) => channelOf(address) === "sms" && address.startsWith("+"));
}

function numberJson(exchange: Exchange, line: CarrierLine): Record<string, unknown> {
  return {
    sid: sidOf(line),
    account_sid: exchange.account.sid,
    phone_number: line.address,
    friendly_name: line.name ?? line.address,
    capabilities: { voice: true, sms: true, mms: true, fax: false },
    sms_url: lineUrl(exchange, line.webhookPath),
    sms_method: "POST",
    voice_url: line.voiceUrl === undefined ? "" : lineUrl(exchange, line.voiceUrl),
    voice_method: "POST",
    voice_fallback_url: line.voiceFallbackUrl === undefined ? "" : lineUrl(exchange, line.voiceFallbackUrl),
    voice_fallback_method: "POST",
    status_callback: line.voiceStatusUrl === undefined ? "" : lineUrl(exchange, line.voiceStatusUrl),
    status_callback_method: "POST",
    status: "in-use",
    uri: `/2010-04-01/Accounts/${exchange.account.sid}/IncomingPhoneNumbers/${sidOf(line)}.json`,
  };
}

/** A number's SID follows from the number, so that a restart does not change it. */
function sidOf(line: CarrierLine): string {
  return `PN${line.address.replace(/\D/g, "").padStart(32, "0")}`;
}
