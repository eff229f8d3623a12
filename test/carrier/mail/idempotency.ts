// `Idempotency-Key` as Resend documents it: for a day, the same request is answered the same and sent once.
import type { Office } from "./office.ts";
import { MailProblem } from "./problem.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const KEY_CHARS_MAX = 256;

export type IdempotentAnswer =
  | { readonly kind: "under-way"; readonly payload: string }
  | { readonly kind: "done"; readonly payload: string; readonly at: number; readonly body: unknown };

/** The answer to give again, or null where the request is to be carried out; throws Resend's refusals. */
export function recallAnswer(office: Office, key: string | null, payload: string): unknown {
  if (key === null) return null;
  if (key.length === 0 || key.length > KEY_CHARS_MAX)
    throw new MailProblem(400, "invalid_idempotency_key", "The key must be between 1-256 chars.");
  const known = office.answers.get(key);
  if (known === undefined) return null;
  if (known.kind === "done" && office.clock.now() - known.at >= DAY_MS) return null;
  if (known.payload !== payload) {
    throw new MailProblem(
      409,
      "invalid_idempotent_request",
      "Same idempotency key used with a different request payload.",
    );
  }
  if (known.kind === "done") return known.body;
  throw new MailProblem(
    409,
    "concurrent_idempotent_requests",
    "Same idempotency key used while original request is still in progress.",
  );
}

export function beginAnswer(office: Office, key: string | null, payload: string): void {
  if (key !== null) office.answers.set(key, { kind: "under-way", payload });
}

/** What failed is not remembered: the key may be used again. */
export function forgetAnswer(office: Office, key: string | null): void {
  if (key !== null) office.answers.delete(key);
}

export function rememberAnswer(office: Office, key: string | null, payload: string, body: unknown): void {
  if (key !== null) office.answers.set(key, { kind: "done", payload, at: office.clock.now(), body });
}
