// What a request to create a message asks for, checked parameter by parameter with Twilio's codes.
import { Problem } from "./problem.ts";
import type { Parameters } from "./parameters.ts";

/** Every documented parameter of `POST Messages.json`. */
export const MESSAGE_PARAMETERS = [
  "To",
  "From",
  "MessagingServiceSid",
  "Body",
  "MediaUrl",
  "ContentSid",
  "ContentVariables",
  "StatusCallback",
  "ApplicationSid",
  "MaxPrice",
  "ProvideFeedback",
  "Attempt",
  "ValidityPeriod",
  "ForceDelivery",
  "ContentRetention",
  "AddressRetention",
  "SmartEncoded",
  "PersistentAction",
  "TrafficType",
  "ShortenUrls",
  "ScheduleType",
  "SendAt",
  "SendAsMms",
  "RiskCheck",
  "MessageIntent",
  "FallbackFrom",
] as const;

export type MessageRequest = {
  to: string;
  from: string | undefined;
  serviceSid: string | undefined;
  body: string | undefined;
  mediaUrls: string[];
  contentSid: string | undefined;
  contentVariables: Record<string, string>;
  statusCallback: string | undefined;
  validityPeriodS: number | undefined;
  /** Epoch ms. */
  sendAt: number | undefined;
};

const BODY_CHARS_MAX = 1600;
const MEDIA_MAX = 10;
const URL_CHARS_MAX = 4000;
const VALIDITY_PERIOD_MAX_S = 36_000;
const MINUTE_MS = 60_000;
/** `SendAt` lies between 5 minutes and 35 days ahead. */
const SEND_AT_EARLIEST_MS = 5 * MINUTE_MS;
const SEND_AT_LATEST_MS = 35 * 24 * 60 * MINUTE_MS;

export function readMessageRequest(given: Parameters, now: number): MessageRequest {
  const to = given.one("To");
  if (to === undefined) throw new Problem(400, 21604, "A 'To' phone number is required.");
  const from = given.one("From");
  const serviceSid = given.one("MessagingServiceSid");
  if (from === undefined && serviceSid === undefined) {
    throw new Problem(400, 21603, "A 'From' phone number is required.");
  }
  const request: MessageRequest = {
    to,
    from,
    serviceSid,
    body: given.one("Body"),
    mediaUrls: given.all("MediaUrl"),
    contentSid: given.one("ContentSid"),
    contentVariables: readVariables(given.one("ContentVariables")),
    statusCallback: readUrl(given.one("StatusCallback")),
    validityPeriodS: readValidity(given.one("ValidityPeriod")),
    sendAt: readSendAt(given, now),
  };
  checkSubstance(request, given);
  if (given.one("ShortenUrls") === "true" && serviceSid === undefined) {
    throw new Problem(400, 21703, "ShortenUrls needs a MessagingServiceSid");
  }
  return request;
}

function checkSubstance(request: MessageRequest, given: Parameters): void {
  const { body, mediaUrls, contentSid } = request;
  if (contentSid === undefined) {
    if (given.one("ContentVariables") !== undefined) {
      throw new Problem(400, 21654, "A ContentSid must be specified if ContentVariables are provided");
    }
    if (body === undefined && mediaUrls.length === 0) {
      const code = request.serviceSid === undefined ? 21602 : 21619;
      throw new Problem(400, code, "Message body is required.");
    }
  } else if (body !== undefined || mediaUrls.length > 0) {
    // Twilio drops them without a word; here it is a mistake worth hearing of.
    throw new Problem(400, 20001, "Body and MediaUrl are ignored beside ContentSid");
  }
  if ((body ?? "").length > BODY_CHARS_MAX) {
    throw new Problem(400, 21617, "The concatenated message body exceeds the 1600 character limit.");
  }
  if (mediaUrls.length > MEDIA_MAX)
    throw new Problem(400, 21623, `Number of media files exceeds ${MEDIA_MAX}`);
  for (const url of mediaUrls) {
    if (!isWebUrl(url)) throw new Problem(400, 21620, `Invalid media URL: ${url}`);
  }
}

function readVariables(text: string | undefined): Record<string, string> {
  if (text === undefined) return {};
  const wrong = new Problem(400, 21656, "The ContentVariables Parameter is invalid");
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw wrong;
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) throw wrong;
  const entries = Object.entries(parsed);
  if (entries.some(([, value]) => typeof value !== "string" || value === "")) throw wrong;
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

function readUrl(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const valid = url.length <= URL_CHARS_MAX && isWebUrl(url) && !new URL(url).hostname.includes("_");
  if (!valid) throw new Problem(400, 21609, `The 'StatusCallback' URL ${url} is not a valid URL.`);
  return url;
}

function readValidity(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const seconds = Number(text);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > VALIDITY_PERIOD_MAX_S) {
    throw new Problem(
      400,
      21624,
      `Invalid validity period value ${text}: 1 to ${VALIDITY_PERIOD_MAX_S} seconds`,
    );
  }
  return seconds;
}

function readSendAt(given: Parameters, now: number): number | undefined {
  const type = given.one("ScheduleType");
  const sendAt = given.one("SendAt");
  if (type === undefined && sendAt === undefined) return undefined;
  if (type !== "fixed") throw new Problem(400, 35118, "ScheduleType must be 'fixed' when SendAt is given");
  if (given.one("MessagingServiceSid") === undefined) {
    throw new Problem(400, 35118, "MessagingServiceSid is required to schedule a message");
  }
  const at = Date.parse(sendAt ?? "");
  if (Number.isNaN(at)) throw new Problem(400, 35111, "SendAt must be an ISO 8601 time");
  if (at - now < SEND_AT_EARLIEST_MS || at - now > SEND_AT_LATEST_MS) {
    throw new Problem(400, 35114, "SendAt must lie between 5 minutes and 35 days ahead");
  }
  return at;
}

function isWebUrl(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
