// The account itself and its numbers.
import { Hono } from "hono";
import type { Exchange } from "../exchange.ts";
import { channelOf, type CarrierLine } from "../line.ts";
import { lineUrl } from "../voice/ask.ts";
import { makePage, PAGE_PARAMETERS } from "./page.ts";
import { readParameters } from "./parameters.ts";

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
  return new Hono().get("/IncomingPhoneNumbers.json", (c) => {
    const url = new URL(c.req.url);
    const given = readParameters(url.searchParams, ["PhoneNumber", "FriendlyName", ...PAGE_PARAMETERS]);
    const wanted = given.one("PhoneNumber");
    const numbers = exchange.lines.filter(
      (line) =>
        channelOf(line.address) === "sms" &&
        line.address.startsWith("+") &&
        (wanted === undefined || wanted === line.address),
    );
    const show = (line: CarrierLine) => numberJson(exchange, line);
    return c.json(makePage(url, given, "incoming_phone_numbers", numbers, sidOf, show));
  });
}

function numberJson(exchange: Exchange, line: CarrierLine): Record<string, unknown> {
  return {
    sid: sidOf(line),
    account_sid: exchange.account.sid,
    phone_number: line.address,
    friendly_name: line.name ?? line.address,
    capabilities: { voice: true, sms: true, mms: true, fax: false },
    sms_url: exchange.productUrl + line.webhookPath,
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
