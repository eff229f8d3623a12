// Resend's API, as far as we use it (resend.com/docs/api-reference): e-mails alone or up to a hundred at once, under a key of ours.
import * as z from "zod";
import type { Settings } from "../settings.ts";
import { clipWords } from "./recipient.ts";

/** A POST that takes longer is one whose outcome nobody knows; the largest attachments take some seconds. */
const TIMEOUT_MS = 30_000;
/** Resend's most in one request. */
export const BATCH_MAX = 100;

export interface OutgoingEmail {
  /** Comes back as a tag with every webhook. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly unsubscribeUrl: string | null;
  /** None in a batch. */
  readonly attachments: readonly {
    readonly name: string;
    readonly contentType: string;
    readonly base64: string;
  }[];
}

export type Posted =
  /** In the order they were given. */
  | { readonly kind: "accepted"; readonly providerIds: readonly string[] }
  /** Surely not taken, and no later try will be: the provider says why. */
  | { readonly kind: "refused"; readonly words: string }
  /** Surely not taken, by our own set-up: the key, the domain, the plan. */
  | { readonly kind: "not-allowed"; readonly words: string }
  /** Surely not taken: too many at the moment. */
  | { readonly kind: "busy"; readonly words: string; readonly retryAfterSeconds: number | null }
  /** A time-out, a broken line or a 5xx: it may or may not have been taken. */
  | { readonly kind: "unknown"; readonly words: string; readonly retryAfterSeconds: number | null }
  /** Something else was taken under this key before. */
  | { readonly kind: "key-used"; readonly words: string };

export interface Resend {
  /** Under the same key within 24 hours (Resend), the same again is taken once. */
  post(emails: readonly OutgoingEmail[], key: string): Promise<Posted>;
  /** Whether the key is taken, and which domains are verified; throws where Resend does not say. */
  verify(): Promise<
    | { readonly kind: "ok"; readonly domains: readonly string[] }
    | { readonly kind: "may-only-send" }
    | { readonly kind: "refused"; readonly words: string }
  >;
}

/** Without both nothing can be sent, and e-mails wait. */
export function isEmailSetUp({ RESEND_API_KEY, EMAIL_FROM }: Settings): boolean {
  return RESEND_API_KEY !== undefined && EMAIL_FROM !== undefined;
}

const One = z.object({ id: z.string() });
const Many = z.object({ data: z.array(One) });
const Domains = z.object({ data: z.array(z.object({ name: z.string(), status: z.string() })) });
const Refusal = z.object({ name: z.string().catch(""), message: z.string().catch("") });

export function createResend({ RESEND_API_URL, RESEND_API_KEY = "", EMAIL_FROM = "" }: Settings): Resend {
  return {
    async post(emails, key) {
      const [first] = emails;
      const isAlone = emails.length === 1 && first !== undefined;
      const bodies = emails.map((email) => toBody(email, EMAIL_FROM));
      let response: Response;
      try {
        response = await fetch(`${RESEND_API_URL}/emails${isAlone ? "" : "/batch"}`, {
          method: "POST",
          headers: {
            authorization: `Bearer ${RESEND_API_KEY}`,
            "content-type": "application/json",
            "idempotency-key": key,
            // Resend refuses requests without one.
            "user-agent": "partyline",
          },
          body: JSON.stringify(isAlone ? bodies[0] : bodies),
          signal: AbortSignal.timeout(TIMEOUT_MS),
          redirect: "manual",
        });
      } catch {
        return { kind: "unknown", words: "Resend did not answer.", retryAfterSeconds: null };
      }
      const json: unknown = await response.json().catch(() => null);
      return response.ok ? readAcceptance(json) : readRefusal(response, json);
    },

    async verify() {
      const response = await fetch(`${RESEND_API_URL}/domains`, {
        headers: { authorization: `Bearer ${RESEND_API_KEY}`, "user-agent": "partyline" },
        signal: AbortSignal.timeout(TIMEOUT_MS),
        redirect: "manual",
      });
      const json: unknown = await response.json().catch(() => null);
      const { name = "", message = "" } = Refusal.safeParse(json).data ?? {};
      if (name === "restricted_api_key") return { kind: "may-only-send" };
      if (response.status === 401 || response.status === 403)
        return { kind: "refused", words: clipWords(`Resend answered ${response.status}: ${message}`) };
      if (!response.ok) throw new Error(`the list of domains answered ${response.status}`);
      const verified = Domains.parse(json).data.filter(({ status }) => status === "verified");
      return { kind: "ok", domains: verified.map((domain) => domain.name.toLowerCase()) };
    },
  };
}

function readAcceptance(json: unknown): Posted {
  const many = Many.safeParse(json).data?.data ?? [];
  const one = One.safeParse(json).data;
  return { kind: "accepted", providerIds: (one === undefined ? many : [one]).map(({ id }) => id) };
}

/** See resend.com/docs/api-reference/errors. */
function readRefusal({ status, headers }: Response, json: unknown): Posted {
  const { name = "", message = "" } = Refusal.safeParse(json).data ?? {};
  const words = clipWords(`Resend answered ${status}${message === "" ? "" : `: ${message}`}`);
  const retryAfterSeconds = readSeconds(headers.get("retry-after"));
  if (status === 429) return { kind: "busy", words, retryAfterSeconds };
  if (status === 401 || status === 403) return { kind: "not-allowed", words };
  if (name === "invalid_idempotent_request") return { kind: "key-used", words };
  // Any other conflict is a request of the same key that is under way.
  if (status >= 500 || status === 408 || status === 409 || status < 400)
    return { kind: "unknown", words, retryAfterSeconds };
  return { kind: "refused", words };
}

function readSeconds(header: string | null): number | null {
  const seconds = Number(header ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds) : null;
}

function toBody(email: OutgoingEmail, from: string): object {
  const { id, to, subject, html, text, unsubscribeUrl, attachments } = email;
  return {
    from,
    to: [to],
    subject,
    html,
    text,
    tags: [{ name: "email", value: id }],
    // One click ends it, without a page in between (RFC 8058).
    ...(unsubscribeUrl !== null && {
      headers: {
        "List-Unsubscribe": `<${unsubscribeUrl}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      },
    }),
    ...(attachments.length > 0 && {
      attachments: attachments.map(({ name, contentType, base64 }) => ({
        filename: name,
        content: base64,
        content_type: contentType,
      })),
    }),
  };
}
