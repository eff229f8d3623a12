// Retries and limits of one webhook.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Call, callProduct, type Outcome } from "./call-product.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Step = number | "refuses" | "hangs";

/** A product that does this on each attempt in turn; what it saw is in `tokens` and `urls`. */
function rehearse(address: string, steps: Step[], lost: Partial<Call> = {}) {
  const tokens: (string | null)[] = [];
  const urls: string[] = [];
  const outcomes: Outcome["kind"][] = [];
  const call = callProduct({
    address,
    method: "POST",
    form: [["Body", "hi"]],
    token: "one-token",
    authToken: "token",
    deliver: async (request) => {
      tokens.push(request.headers.get("i-twilio-idempotency-token"));
      urls.push(request.url);
      const step = steps.shift() ?? 200;
      if (step === "refuses") throw new TypeError("connection refused");
      if (step === "hangs") return new Promise<Response>(() => undefined);
      return new Response("", { status: step });
    },
    onAttempt: (_attempt, outcome) => void outcomes.push(outcome.kind),
    ...lost,
  });
  return { call, tokens, urls, outcomes };
}

test.each<[rule: string, address: string, steps: Step[], attempts: number]>([
  ["a refused connection is retried once by default", "https://a.test/h", ["refuses", "refuses", 200], 2],
  ["a 5xx is not retried by default", "https://a.test/h", [503, 200], 1],
  ["a 5xx is retried where asked for", "https://a.test/h#rc=2&rp=5xx,ct,rt", [503, 503, 200], 3],
  ["4xx needs its own policy", "https://a.test/h#rc=2&rp=5xx", [404, 200], 1],
  ["all means all", "https://a.test/h#rc=5&rp=all", [404, 503, "refuses", 200], 4],
  ["a count out of range falls back to one retry", "https://a.test/h#rc=9&rp=all", [500, 500, 200], 2],
  ["rc=0 turns retries off", "https://a.test/h#rc=0", ["refuses", 200], 1],
])("%s", async (_rule, address, steps, attempts) => {
  const { call, tokens, urls } = rehearse(address, steps);
  await call;
  expect(tokens).toEqual(Array.from({ length: attempts }, () => "one-token"));
  expect(new Set(urls)).toEqual(new Set(["https://a.test/h"]));
});

test("an answer that takes longer than 15 s counts as none", async () => {
  const { call } = rehearse("https://a.test/h", ["hangs"]);
  await vi.advanceTimersByTimeAsync(14_999);
  await vi.advanceTimersByTimeAsync(1);
  expect(await call).toEqual({ kind: "timed-out" });
});

test("a shorter read timeout leaves time for the retry within the 15 s", async () => {
  const { call, outcomes } = rehearse("https://a.test/h#rc=2&rp=rt&rt=4000", ["hangs", 200]);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(await call).toMatchObject({ kind: "answered", status: 200 });
  expect(outcomes).toEqual(["timed-out", "answered"]);
});

test("an answer lost on the way back: the product did its work, Twilio does not know", async () => {
  const { call, tokens, outcomes } = rehearse("https://a.test/h#rc=1&rp=rt", [200, 200], { lostAnswers: 1 });
  expect(await call).toMatchObject({ kind: "answered" });
  expect(tokens).toHaveLength(2);
  expect(outcomes).toEqual(["timed-out", "answered"]);
});
