// One webhook on its way to the product: signed, limited to 15 s, retried as its URL asks.
import type { Form } from "../form.ts";
import { readOverrides, type Overrides } from "./overrides.ts";
import { sign } from "./signature.ts";

export type Outcome =
  | { kind: "answered"; status: number; contentType: string; body: string }
  | { kind: "no-connection"; reason: string }
  | { kind: "timed-out" };

export type Call = {
  /** As configured, fragment included. */
  address: string;
  method: "POST" | "GET";
  form: Form;
  /** `I-Twilio-Idempotency-Token`: the same on every attempt. */
  token: string;
  authToken: string;
  deliver: (request: Request) => Promise<Response>;
  /** Told of every attempt as it ends. */
  onAttempt: (attempt: number, outcome: Outcome, url: string) => void;
  /** Faults: how many first attempts never arrive, how many first answers never come back. */
  lostAttempts?: number;
  lostAnswers?: number;
};

/** Makes the call and its retries; the outcome is that of the last attempt. */
export async function callProduct(call: Call): Promise<Outcome> {
  const overrides = readOverrides(call.address);
  const startedAt = performance.now();
  for (let attempt = 0; ; attempt += 1) {
    const leftMs = overrides.totalTimeoutMs - (performance.now() - startedAt);
    const limitMs = Math.min(overrides.readTimeoutMs, Math.max(leftMs, 0));
    const outcome = await attemptOnce(call, overrides.url, attempt, limitMs);
    call.onAttempt(attempt, outcome, overrides.url);
    if (attempt >= overrides.retries || !asksForRetry(outcome, overrides.policies)) return outcome;
  }
}

async function attemptOnce(call: Call, url: string, attempt: number, limitMs: number): Promise<Outcome> {
  if (attempt < (call.lostAttempts ?? 0)) return { kind: "no-connection", reason: "simulated" };
  const outcome = await race(deliverOnce(call, url), limitMs);
  return attempt < (call.lostAnswers ?? 0) ? { kind: "timed-out" } : outcome;
}

async function deliverOnce(call: Call, url: string): Promise<Outcome> {
  try {
    const response = await call.deliver(makeRequest(call, url));
    const contentType = response.headers.get("content-type") ?? "";
    return { kind: "answered", status: response.status, contentType, body: await response.text() };
  } catch (error) {
    return { kind: "no-connection", reason: error instanceof Error ? error.message : String(error) };
  }
}

function makeRequest(call: Call, url: string): Request {
  const encoded = new URLSearchParams(call.form.map(([name, value]) => [name, value])).toString();
  const shared = {
    "user-agent": "TwilioProxy/1.1",
    accept: "*/*",
    "i-twilio-idempotency-token": call.token,
  };
  if (call.method === "GET") {
    const full = call.form.length === 0 ? url : url + (url.includes("?") ? "&" : "?") + encoded;
    const headers = { ...shared, "x-twilio-signature": sign(call.authToken, full, []) };
    return new Request(full, { headers, redirect: "manual" });
  }
  const headers = {
    ...shared,
    "x-twilio-signature": sign(call.authToken, url, call.form),
    "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
  };
  return new Request(url, { method: "POST", headers, body: encoded, redirect: "manual" });
}

async function race(work: Promise<Outcome>, limitMs: number): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ kind: "timed-out" }), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

function asksForRetry(outcome: Outcome, policies: Overrides["policies"]): boolean {
  switch (outcome.kind) {
    case "no-connection":
      return policies.has("ct") || policies.has("all");
    case "timed-out":
      return policies.has("rt") || policies.has("all");
    case "answered":
      if (outcome.status >= 500) return policies.has("5xx") || policies.has("all");
      return outcome.status >= 400 && (policies.has("4xx") || policies.has("all"));
    default:
      return outcome satisfies never;
  }
}
