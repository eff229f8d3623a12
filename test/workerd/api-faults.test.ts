// Our own faults, as callers and our log see them.
import { beforeAll, describe, expect, test, vi } from "vitest";
import { ok, ORIGIN, OWNER } from "./api-calls.ts";
import { countedEnv, fetchWith } from "./counting.ts";
import { eventually } from "./story.ts";

beforeAll(async () => {
  // The demo's clock is read from D1 once; from then on a request needs D1 only for what it is about.
  await ok("GET /v1/lines");
});

describe("our own faults", () => {
  test("say nothing but the request's id, and our log says no number and no name", async () => {
    const lines: string[] = [];
    vi.spyOn(console, "error").mockImplementation((line: string) => void lines.push(line));
    const counted = countedEnv();
    counted.fail.d1 = true;
    const request = new Request(`${ORIGIN}/api/v1/contacts`, {
      method: "POST",
      body: JSON.stringify({ number: "+15005550199", name: "Ana Secret" }),
      headers: { "content-type": "application/json", authorization: `Bearer ${OWNER}` },
    });
    const response = await fetchWith(counted.env, request);
    const answer = await response.text();
    expect(response.status).toBeGreaterThanOrEqual(500);
    expect(answer).not.toMatch(/\bD1\b|SQL|insert|Ana|5005550199/i);
    const logged = await eventually(async () => lines.find((line) => line.includes("request-failed")));
    expect(logged).toContain(response.headers.get("x-request-id"));
    expect(logged).not.toMatch(/Ana|5005550199/);
  });

  test("of a database that is away for a moment are worth another try", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const counted = countedEnv();
    counted.fail.d1 = true;
    const request = new Request(`${ORIGIN}/api/v1/lines`, { headers: { authorization: `Bearer ${OWNER}` } });
    const response = await fetchWith(counted.env, request);
    expect([response.status, (await response.json<{ error: { code: string } }>()).error.code]).toEqual([
      503,
      "unavailable",
    ]);
  });
});
