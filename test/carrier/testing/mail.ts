// A post office before a tiny product that listens to its webhooks, for the tests of the simulated Resend.
import type { Carrier } from "../carrier.ts";
import type { MailOptions } from "../mail/office.ts";
import { signSvix } from "../mail/svix.ts";
import type { Answer } from "./setup.ts";
import { setUp, START } from "./setup.ts";

export const API_KEY = "re_123456789";
export const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
export const FROM = "Riverside Centre <hello@riverside.test>";

export interface HeardEvent {
  readonly id: string;
  readonly type: string;
  /** Of the e-mail. */
  readonly emailId: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly timestampS: number;
  readonly genuine: boolean;
}

export interface MailLab {
  readonly carrier: Carrier;
  readonly mail: Carrier["mail"];
  readonly events: HeardEvent[];
  /** What was posted elsewhere on the product: method, address, body. */
  readonly clicked: string[];
  /** The statuses the product answers with, one after the other; 200 after that. */
  readonly answers: number[];
  /** `POST /emails`, of a mail that is right but for what is given. */
  readonly send: (fields?: object, headers?: Record<string, string>) => Promise<Answer>;
  readonly post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>;
  readonly get: (path: string) => Promise<Answer>;
  readonly raw: (path: string, init: RequestInit) => Promise<Response>;
}

export const MAIL = {
  from: FROM,
  to: "ann@example.org",
  subject: "Tomorrow",
  html: "<p>Your shift is at <b>14:00</b>.</p>",
};

export function setUpMail(options: Partial<MailOptions> = {}): MailLab {
  const events: HeardEvent[] = [];
  const answers: number[] = [];
  const clicked: string[] = [];
  const { carrier } = setUp({
    mail: { apiKey: API_KEY, webhookSecret: SECRET, ...options },
    deliver: async (request) => {
      // Pages ask for the product's time as well.
      if (request.url.endsWith("/demo/clock")) return Response.json({ now: new Date(START) });
      if (!request.url.endsWith("/webhooks/resend")) {
        clicked.push(`${request.method} ${request.url} ${await request.text()}`);
        return new Response(null, { status: 202 });
      }
      events.push(hear(request.headers, await request.text()));
      return new Response(null, { status: answers.shift() ?? 200 });
    },
  });
  const raw: MailLab["raw"] = (path, init) => carrier.fetch(new Request(`https://mail.test${path}`, init));
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await raw(path, {
      method,
      headers: {
        authorization: `Bearer ${API_KEY}`,
        "user-agent": "partyline",
        "content-type": "application/json",
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    return { status: response.status, body: typeof answer === "object" ? { ...answer } : {} };
  };
  return {
    carrier,
    mail: carrier.mail,
    events,
    answers,
    clicked,
    raw,
    post: (path, body, headers) => call("POST", path, body, headers),
    get: (path) => call("GET", path),
    send: (fields = {}, headers = {}) => call("POST", "/emails", { ...MAIL, ...fields }, headers),
  };
}

function hear(headers: Headers, text: string): HeardEvent {
  const id = headers.get("svix-id") ?? "";
  const timestampS = Number(headers.get("svix-timestamp"));
  const body: Record<string, unknown> = JSON.parse(text);
  const data = Object(body["data"]) as Record<string, unknown>;
  return {
    id,
    type: String(body["type"]),
    emailId: String(data["email_id"]),
    body,
    timestampS,
    genuine: headers.get("svix-signature") === signSvix(SECRET, id, timestampS, text),
  };
}
