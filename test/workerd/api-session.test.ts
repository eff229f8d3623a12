// Signing in from a browser: one cookie, a word for writes, and a throttle in front.
import { env, exports } from "cloudflare:workers";
import { afterEach, describe, expect, test, vi } from "vitest";
import { call, ok, ORIGIN, OWNER } from "./api-calls.ts";
import { fetchWith } from "./counting.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

interface SignedIn {
  readonly cookie: string;
  readonly csrf: string;
  readonly flags: string;
}

/** Each test comes from an address of its own, so that one's attempts do not count against another. */
async function signIn(ip: string, token = OWNER): Promise<SignedIn> {
  const { headers, body } = await call(
    "POST /v1/session",
    { token },
    { token: null, headers: { "cf-connecting-ip": ip } },
  );
  const set = headers.get("set-cookie") ?? "";
  const [cookie = "", ...flags] = set.split("; ");
  return { cookie, csrf: body.csrf, flags: flags.toSorted().join("; ") };
}

const from = (cookie: string, headers: Record<string, string> = {}) => ({
  token: null,
  headers: { cookie, ...headers },
});
const ours = (csrf: string) => ({ "x-csrf-token": csrf, origin: ORIGIN, "sec-fetch-site": "same-origin" });

describe("a session", () => {
  test("is one cookie that scripts and other sites cannot read or send", async () => {
    const { cookie, csrf, flags } = await signIn("192.0.2.1");
    expect(cookie).toMatch(/^partyline_session=[\w-]+\.[\w-]+$/);
    // Not Secure, since this is a loopback address.
    expect(flags).toBe("HttpOnly; Max-Age=43200; Path=/; SameSite=Lax");
    expect(await ok("GET /v1/session", undefined, from(cookie))).toMatchObject({ role: "owner", csrf });
  });

  test("is Secure anywhere but on this machine", async () => {
    const request = new Request("https://line.example/api/v1/session", {
      method: "POST",
      body: JSON.stringify({ token: OWNER }),
      headers: { "content-type": "application/json", "cf-connecting-ip": "192.0.2.2" },
    });
    expect((await exports.default.fetch(request)).headers.get("set-cookie")).toContain("; Secure");
  });

  test("ends by signing out and after twelve hours", async () => {
    const { cookie, csrf } = await signIn("192.0.2.3");
    const out = await call("DELETE /v1/session", undefined, from(cookie, ours(csrf)));
    expect(out.headers.get("set-cookie")).toContain("partyline_session=; Max-Age=0");
    const later = Date.now() + 12 * 3_600_000 + 1;
    vi.spyOn(Date, "now").mockReturnValue(later);
    expect((await call("GET /v1/session", undefined, from(cookie))).status).toBe(401);
  });

  test.each([
    ["without the session's word", { origin: ORIGIN }],
    ["with another word", { origin: ORIGIN, "x-csrf-token": crypto.randomUUID() }],
    ["from another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["from a sibling of ours", { origin: ORIGIN, "sec-fetch-site": "same-site" }],
    ["from nowhere in particular", {}],
  ])("does not sign a write %s", async (_name, headers) => {
    const { cookie, csrf } = await signIn(`192.0.2.${10 + _name.length}`);
    const word = "x-csrf-token" in headers || _name.startsWith("without") ? {} : { "x-csrf-token": csrf };
    const answer = await call(
      "POST /v1/flows",
      { slug: "x", name: "X" },
      from(cookie, { ...word, ...headers }),
    );
    expect([answer.status, answer.body.error.code]).toEqual([403, "forbidden"]);
  });

  test("signs a write from our own page", async () => {
    const { cookie, csrf } = await signIn("192.0.2.4");
    const answer = await call("POST /v1/flows", { slug: "by-session", name: "X" }, from(cookie, ours(csrf)));
    expect(answer.status).toBe(201);
  });

  test("that was tampered with, or signed by nobody we know, is none", async () => {
    const { cookie } = await signIn("192.0.2.5");
    const [payload = "", signature = ""] = cookie.replace("partyline_session=", "").split(".");
    const raised = btoa(
      JSON.stringify({ ...JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/"))), until: 9e15 }),
    );
    for (const forged of [
      `${raised.replaceAll("=", "")}.${signature}`,
      `${payload}.`,
      `${payload}.${"A".repeat(43)}`,
      "x",
      "",
    ]) {
      expect((await call("GET /v1/session", undefined, from(`partyline_session=${forged}`))).status).toBe(
        401,
      );
    }
  });

  test("outlives a change of SESSION_SECRET while the one before is kept, and ends with ADMIN_TOKEN", async () => {
    const { cookie } = await signIn("192.0.2.6");
    const seenBy = async (changed: Partial<Env> & { SESSION_SECRET_PREVIOUS?: string }) =>
      (
        await fetchWith(
          { ...env, ...changed },
          new Request(`${ORIGIN}/api/v1/session`, { headers: { cookie } }),
        )
      ).status;
    const [before, after] = [env.SESSION_SECRET, "another-session-secret"];
    expect(await seenBy({ SESSION_SECRET: after, SESSION_SECRET_PREVIOUS: before })).toBe(200);
    expect(await seenBy({ SESSION_SECRET: after })).toBe(401);
    expect(await seenBy({ ADMIN_TOKEN: "another-admin-token" })).toBe(401);
  });

  test("opened with a token ends with that token", async () => {
    const made = await ok("POST /v1/tokens", { name: "colleague", role: "viewer" });
    const { cookie } = await signIn("192.0.2.7", made.token);
    expect(await ok("GET /v1/session", undefined, from(cookie))).toMatchObject({ role: "viewer" });
    await ok(`DELETE /v1/tokens/${made.id}`);
    expect((await call("GET /v1/session", undefined, from(cookie))).status).toBe(401);
  });
});

describe("guessing", () => {
  test.each([
    [
      "at sign-in",
      (headers: Record<string, string>) =>
        call("POST /v1/session", { token: "a guess" }, { token: null, headers }),
    ],
    [
      "by bearer token",
      (headers: Record<string, string>) => call("GET /v1/lines", undefined, { token: "a-guess", headers }),
    ],
  ])("%s is throttled by address", async (name, guess) => {
    const headers = { "cf-connecting-ip": `198.51.100.${name.length}` };
    const answers = [];
    // Ten a minute; the minute may turn once while this runs.
    for (let tries = 0; tries < 25; tries += 1) answers.push(await guess(headers));
    expect(answers.slice(0, 10).every(({ status }) => status === 401)).toBe(true);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.headers.get("retry-after")).toBe("60");
    expect(refused?.body.error.code).toBe("too_many_requests");
  });
});

const preflight = (origin: string, bindings: Env) =>
  fetchWith(
    bindings,
    new Request(`${ORIGIN}/api/v1/lines`, {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "GET" },
    }),
  );

describe("other sites", () => {
  test("may read only where CORS_ORIGINS names them, and never with our cookie", async () => {
    const shared = { ...env, CORS_ORIGINS: "https://friend.example" };
    const friend = await preflight("https://friend.example", shared);
    expect(friend.headers.get("access-control-allow-origin")).toBe("https://friend.example");
    expect(friend.headers.get("access-control-allow-credentials")).toBeNull();
    expect(
      (await preflight("https://evil.example", shared)).headers.get("access-control-allow-origin"),
    ).toBeNull();
    expect(
      (await preflight("https://friend.example", env)).headers.get("access-control-allow-origin"),
    ).toBeNull();
  });
});
