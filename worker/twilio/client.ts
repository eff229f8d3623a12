// Twilio's REST API, as far as we use it. Every URL is built here, from TWILIO_API_URL and ids; none comes from a form.
import * as z from "zod";
import type { QuickReply } from "#core/conversation/run";
import type { Settings } from "../settings.ts";
import { readContents } from "./contents.ts";
import type { AccountContent } from "./contents.ts";
import { NUMBERS_MAX, pointingForm, readNumber, readNumbers } from "./numbers.ts";
import type { AccountNumber, Pointing } from "./numbers.ts";

/** A POST that takes longer is one whose outcome nobody knows. */
const TIMEOUT_MS = 10_000;

export interface NewMessage {
  readonly to: string;
  readonly from: string;
  readonly body: string;
  readonly media: readonly string[];
  readonly content: { readonly sid: string; readonly variables: Readonly<Record<string, string>> } | null;
  readonly statusCallback: string;
  readonly validitySeconds: number | null;
}

export type Sent =
  | { readonly kind: "accepted"; readonly sid: string }
  /** Refused, and surely not sent. `code` is Twilio's; without one, `status` tells. */
  | { readonly kind: "refused"; readonly code: number | null; readonly status: number }
  /** A time-out, a broken line or a 5xx: it may or may not have been sent. */
  | { readonly kind: "unknown" };

export interface Found {
  readonly sid: string;
  readonly body: string;
  readonly status: string;
  readonly direction: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

/** Twilio will not look up this recipient, however often it is asked. */
export class LookUpRefused extends Error {
  override name = "LookUpRefused";

  constructor(status: number) {
    super(`look-up refused with ${status}`);
  }
}

export interface Twilio {
  send(message: NewMessage): Promise<Sent>;
  /** What the account sent to someone since an instant, newest first; throws when it could not be looked up, LookUpRefused when it never can. */
  find(query: { readonly to: string; readonly since: number }): Promise<readonly Found[]>;
  /** One message as the carrier knows it; null when there is none; throws when it could not be looked up. */
  fetch(sid: string): Promise<Found | null>;
  /** Makes content with quick replies for one question; `{{1}}` is the question. null when Twilio refuses it. */
  createQuickReplies(question: {
    readonly name: string;
    readonly language: string;
    readonly sample: string;
    readonly options: readonly QuickReply[];
  }): Promise<string | null>;
  /** The account's content templates and what WhatsApp said of each; throws when they could not be listed. */
  listContents(): Promise<readonly AccountContent[]>;
  /** A picture or recording somebody sent, from the carrier's store. */
  fetchMedia(messageSid: string, mediaSid: string): Promise<Response>;
  /** The sound of a recording as MP3, from the carrier's store. */
  fetchRecording(recordingSid: string): Promise<Response>;
  /** Gone afterwards, or gone already; throws when it could not be deleted. */
  deleteRecording(recordingSid: string): Promise<void>;
  /** The account's numbers; throws when they could not be listed. */
  listNumbers(): Promise<readonly AccountNumber[]>;
  /** Returns the number as it is then; throws when that is not known. */
  pointNumber(sid: string, pointing: Pointing): Promise<AccountNumber>;
  /** Whether the credentials work. */
  verify(): Promise<
    | { readonly kind: "ok"; readonly name: string; readonly status: string }
    | { readonly kind: "refused"; readonly status: number; readonly code: number | null }
  >;
}

const MessageBody = z.object({
  sid: z.string(),
  body: z.string().nullish(),
  status: z.string(),
  direction: z.string(),
  date_created: z.string().nullish(),
});
const ErrorBody = z.object({ code: z.number().nullish(), message: z.string().nullish() });

/** Quick replies are three at most with 20 characters each, a list ten with 24 (Twilio, Content API). */
const BUTTONS_MAX = 3;
const BUTTON_CHARACTERS_MAX = 20;
const LIST_MAX = 10;
const LIST_CHARACTERS_MAX = 24;
/** Of `friendly_name`, which nobody but staff sees in Twilio's console. */
const CONTENT_NAME_CHARACTERS_MAX = 64;

export function createTwilio(settings: Settings): Twilio {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_API_URL: base } = settings;
  const user = settings.TWILIO_API_KEY ?? accountSid;
  const password =
    settings.TWILIO_API_KEY === undefined ? settings.TWILIO_AUTH_TOKEN : (settings.TWILIO_API_SECRET ?? "");
  const authorization = `Basic ${btoa(`${user}:${password}`)}`;
  const account = `${base}/2010-04-01/Accounts/${accountSid}`;
  // The Content API has a host of its own at Twilio; a stand-in has one for all.
  const content = base.replace("//api.twilio.com", "//content.twilio.com");

  const call = (url: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set("authorization", authorization);
    return fetch(url, { ...init, headers, signal: AbortSignal.timeout(TIMEOUT_MS), redirect: "manual" });
  };

  const download = async (url: string): Promise<Response> => {
    const first = await call(url);
    const elsewhere = first.headers.get("location");
    // Twilio answers with a signed address elsewhere: our credentials do not go there, and it leads no further.
    return first.status >= 300 && first.status < 400 && elsewhere !== null
      ? fetch(new URL(elsewhere, url), { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: "manual" })
      : first;
  };

  return {
    async send(message) {
      const form = new URLSearchParams({ To: message.to, StatusCallback: message.statusCallback });
      form.set(message.from.startsWith("MG") ? "MessagingServiceSid" : "From", message.from);
      if (message.content === null) {
        form.set("Body", message.body);
        for (const url of message.media) form.append("MediaUrl", url);
      } else {
        form.set("ContentSid", message.content.sid);
        form.set("ContentVariables", JSON.stringify(message.content.variables));
      }
      if (message.validitySeconds !== null) form.set("ValidityPeriod", String(message.validitySeconds));
      let response: Response;
      try {
        response = await call(`${account}/Messages.json`, { method: "POST", body: form });
      } catch {
        return { kind: "unknown" };
      }
      if (response.status >= 500) return { kind: "unknown" };
      const json: unknown = await response.json().catch(() => null);
      if (!response.ok) {
        return {
          kind: "refused",
          code: ErrorBody.safeParse(json).data?.code ?? (response.status === 429 ? 20_429 : null),
          status: response.status,
        };
      }
      const parsed = MessageBody.safeParse(json);
      return parsed.success ? { kind: "accepted", sid: parsed.data.sid } : { kind: "unknown" };
    },

    async find({ to, since }) {
      const query = new URLSearchParams({
        To: to,
        "DateSent>": new Date(since).toISOString().slice(0, 10),
        PageSize: "100",
      });
      const response = await call(`${account}/Messages.json?${query.toString()}`);
      if (isRefusal(response.status)) throw new LookUpRefused(response.status);
      if (!response.ok) throw new Error(`look-up answered ${response.status}`);
      const { messages } = z.object({ messages: z.array(z.unknown()) }).parse(await response.json());
      return messages.map(toFound).filter(({ createdAt }) => createdAt >= since);
    },

    async fetch(sid) {
      const response = await call(`${account}/Messages/${encodeURIComponent(sid)}.json`);
      if (response.status === 404) return null;
      if (!response.ok) throw new Error(`look-up answered ${response.status}`);
      return toFound(await response.json());
    },

    async createQuickReplies({ name, language, sample, options }) {
      const types = contentTypes(options);
      if (types === null) return null;
      const friendly_name = name.slice(0, CONTENT_NAME_CHARACTERS_MAX);
      const body = JSON.stringify({ friendly_name, language, variables: { "1": sample }, types });
      const response = await call(`${content}/v1/Content`, {
        method: "POST",
        body,
        headers: { "content-type": "application/json" },
      });
      if (!response.ok) return null;
      return z.object({ sid: z.string() }).safeParse(await response.json()).data?.sid ?? null;
    },

    async listContents() {
      return readContents(async (query) => {
        const response = await call(`${content}/v1/ContentAndApprovals?${query.toString()}`);
        if (!response.ok) throw new Error(`the list of contents answered ${response.status}`);
        return response.json();
      });
    },

    fetchMedia(messageSid, mediaSid) {
      return download(
        `${account}/Messages/${encodeURIComponent(messageSid)}/Media/${encodeURIComponent(mediaSid)}`,
      );
    },

    fetchRecording(recordingSid) {
      return download(`${account}/Recordings/${encodeURIComponent(recordingSid)}.mp3`);
    },

    async deleteRecording(recordingSid) {
      const url = `${account}/Recordings/${encodeURIComponent(recordingSid)}.json`;
      const { ok, status } = await call(url, { method: "DELETE" });
      if (!ok && status !== 404) throw new Error(`deleting a recording was answered with ${status}`);
    },

    async listNumbers() {
      const response = await call(`${account}/IncomingPhoneNumbers.json?PageSize=${NUMBERS_MAX}`);
      if (!response.ok) throw new Error(`the list of numbers answered ${response.status}`);
      return readNumbers(await response.json());
    },

    async pointNumber(sid, pointing) {
      const url = `${account}/IncomingPhoneNumbers/${encodeURIComponent(sid)}.json`;
      const response = await call(url, { method: "POST", body: pointingForm(pointing) });
      if (!response.ok) throw new Error(`pointing a number was answered with ${response.status}`);
      return readNumber(await response.json());
    },

    async verify() {
      const response = await call(`${account}.json`);
      const json: unknown = await response.json().catch(() => null);
      if (!response.ok)
        return {
          kind: "refused",
          status: response.status,
          code: ErrorBody.safeParse(json).data?.code ?? null,
        };
      const { friendly_name: name, status } = z
        .object({ friendly_name: z.string(), status: z.string() })
        .parse(json);
      return { kind: "ok", name, status };
    },
  };
}

/** About the question, unlike what is about credentials (401, 403, 404 for the account) or the moment (408, 429, 5xx). */
function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && ![401, 403, 404, 408, 429].includes(status);
}

function toFound(json: unknown): Found {
  const { sid, body, status, direction, date_created } = MessageBody.parse(json);
  return { sid, body: body ?? "", status, direction, createdAt: Date.parse(date_created ?? "") || 0 };
}

function contentTypes(options: readonly QuickReply[]): object | null {
  const fits = (count: number, characters: number) =>
    options.length <= count && options.every(({ label }) => label.length <= characters);
  if (fits(BUTTONS_MAX, BUTTON_CHARACTERS_MAX)) {
    return {
      "twilio/quick-reply": {
        body: "{{1}}",
        actions: options.map(({ id, label }) => ({ title: label, id })),
      },
    };
  }
  if (fits(LIST_MAX, LIST_CHARACTERS_MAX)) {
    return {
      "twilio/list-picker": {
        body: "{{1}}",
        button: "…",
        items: options.map(({ id, label }) => ({ item: label, id })),
      },
    };
  }
  return null;
}
