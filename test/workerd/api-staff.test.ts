// Staff: invited, let in by a link that works once, changed and shut out from one request to the next.
import { createExecutionContext, env, waitOnExecutionContext } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import worker from "../../worker/index.ts";
import { call, ok, ORIGIN } from "./api-calls.ts";
import { fetchWith } from "./counting.ts";

const MINUTE_MS = 60_000;

let people = 0;
let email = "";

beforeEach(() => {
  people += 1;
  email = `Ann${people}@Riverside.example`;
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Whoever asks comes from an address of their own, so that nobody is throttled for another. */
const stranger = () => ({
  token: null,
  headers: { "cf-connecting-ip": `2001:db8::${people}`, origin: ORIGIN, "sec-fetch-site": "same-origin" },
});

const invite = (role = "editor") => ok("POST /v1/staff", { email, name: "Ann Ruiz", role });

/** The secrets of the links that were sent to an address, oldest first. */
async function linksTo(address: string): Promise<string[]> {
  const { results } = await env.DB.prepare("SELECT body FROM emails WHERE recipient = ? ORDER BY id")
    .bind(address.toLowerCase())
    .all<{ body: string }>();
  return results.flatMap(({ body }) => /#link=([0-9a-f]{64})/.exec(body)?.[1] ?? []);
}

async function lastLink(): Promise<string> {
  return (await linksTo(email)).at(-1) ?? "";
}

const open = (link: string) => call("POST /v1/session/link/open", { link }, stranger());

async function signIn(): Promise<{ cookie: string; csrf: string }> {
  const { headers, body } = await open(await lastLink());
  return { cookie: (headers.get("set-cookie") ?? "").split("; ")[0] ?? "", csrf: body.csrf };
}

const as = ({ cookie, csrf }: { cookie: string; csrf: string }) => ({
  token: null,
  headers: { cookie, "x-csrf-token": csrf, origin: ORIGIN },
});

/** Asks for a link and waits for what happens behind the answer. */
async function askForLink(address: string, ip = `2001:db8::${people}`): Promise<number> {
  const request = new Request(`${ORIGIN}/api/v1/session/link`, {
    method: "POST",
    body: JSON.stringify({ email: address }),
    headers: { "content-type": "application/json", "cf-connecting-ip": ip },
  });
  return (await fetchWith(env, request)).status;
}

describe("an invitation", () => {
  test("is an e-mail whose link signs in under one's own name", async () => {
    const member = await invite();
    expect(member).toMatchObject({
      email: email.toLowerCase(),
      name: "Ann Ruiz",
      role: "editor",
      lastSeenAt: null,
    });
    const ann = await signIn();
    expect(await ok("GET /v1/session", undefined, as(ann))).toMatchObject({
      name: "Ann Ruiz",
      role: "editor",
    });
    const flow = await ok("POST /v1/flows", { slug: `of-ann-${people}`, name: "Of Ann" }, as(ann));
    const { data } = await ok(`GET /v1/audit?actor=staff:${member.id}`);
    expect(
      data.map(({ action, subject }: { action: string; subject: object }) => ({ action, ...subject })),
    ).toEqual([
      { action: "flow.create", kind: "flow", id: flow.id },
      { action: "session.open", kind: "staff", id: member.id },
    ]);
  });

  test("goes to an address once, however it is spelled", async () => {
    await invite();
    const again = await call("POST /v1/staff", { email: email.toUpperCase(), name: "Ann", role: "viewer" });
    expect([again.status, again.body.error.code]).toEqual([409, "conflict"]);
  });

  test("can be sent again, and is audited", async () => {
    const { id } = await invite();
    await ok(`POST /v1/staff/${id}/invite`);
    expect(await linksTo(email)).toHaveLength(2);
    const { data } = await ok(`GET /v1/audit?subjectId=${id}`);
    expect(data.map(({ action }: { action: string }) => action)).toEqual([
      "staff.invite-again",
      "staff.invite",
    ]);
  });

  test("is read by nobody else: neither its e-mail nor its hash shows the link", async () => {
    await invite();
    const link = await lastLink();
    const { data } = await ok("GET /v1/emails?limit=200");
    const { id } = data.find(
      ({ kind, to }: { kind: string; to: string }) => kind === "sign-in" && to === email.toLowerCase(),
    );
    expect(JSON.stringify(await ok(`GET /v1/emails/${id}`))).not.toContain(link);
    const kept = await env.DB.prepare("SELECT hash FROM sign_in_links").all<{ hash: string }>();
    expect(kept.results.map(({ hash }) => hash)).not.toContain(link);
    await signIn();
    expect(await linksTo(email)).toEqual([]);
  });
});

describe("a link", () => {
  test("works once, also when it is opened twice at the same moment", async () => {
    await invite();
    const link = await lastLink();
    const both = await Promise.all([open(link), open(link)]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 401]));
    expect((await open(link)).body.error.message).toBe(
      "This link has been used, or is older than 15 minutes.",
    );
  });

  test("is too old after 15 minutes", async () => {
    await invite();
    const link = await lastLink();
    const later = Date.now() + 15 * MINUTE_MS + 1_000;
    vi.spyOn(Date, "now").mockReturnValue(later);
    expect((await open(link)).status).toBe(401);
  });

  test("is not used up by a GET, as mail scanners do", async () => {
    await invite();
    const link = await lastLink();
    expect((await call(`GET /v1/session/link/open?link=${link}`, undefined, stranger())).status).toBe(405);
    expect((await open(link)).status).toBe(200);
  });

  test("is answered alike whether the address is known or not; nobody gets more than three at once", async () => {
    await invite();
    expect(await askForLink(`nobody${people}@riverside.example`, "2001:db8:1::1")).toBe(202);
    expect(await linksTo(`nobody${people}@riverside.example`)).toEqual([]);
    for (let tries = 0; tries < 4; tries += 1)
      expect(await askForLink(email, `2001:db8:2::${tries}`)).toBe(202);
    expect(await linksTo(email)).toHaveLength(3);
  });

  test("is asked for ten times a minute at most for one address, from wherever", async () => {
    const address = `much${people}@riverside.example`;
    const statuses: number[] = [];
    for (let tries = 0; tries < 25; tries += 1)
      statuses.push(await askForLink(address, `2001:db8:3::${tries}`));
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 202));
    expect(statuses.includes(429)).toBe(true);
  });

  test("of somebody who was shut out meanwhile lets nobody in", async () => {
    const { id } = await invite();
    const link = await lastLink();
    await ok(`PATCH /v1/staff/${id}`, { disabled: true });
    expect((await open(link)).status).toBe(401);
    await askForLink(email);
    expect(await linksTo(email)).toHaveLength(0);
  });
});

describe("a member of staff", () => {
  test("has another role from the next request on", async () => {
    const { id } = await invite();
    const ann = await signIn();
    await ok(`PATCH /v1/staff/${id}`, { role: "viewer" });
    expect(await ok("GET /v1/session", undefined, as(ann))).toMatchObject({ role: "viewer" });
    expect((await call("POST /v1/flows", { slug: `s${people}`, name: "S" }, as(ann))).status).toBe(403);
  });

  test("is changed by two people at once: the second is told, and nothing is overwritten", async () => {
    const { id, changedAt } = await invite();
    const patches = [{ name: "Ann R.", role: "viewer" }, { disabled: true }];
    const answers = await Promise.all(
      patches.map((patch) => call(`PATCH /v1/staff/${id}?over=${changedAt}`, patch)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    const kept = answers.find(({ status }) => status === 200);
    const told = answers.find(({ status }) => status === 409);
    expect(told?.body.error.message).toBe("Somebody else changed this person meanwhile.");
    const { data } = await ok("GET /v1/staff?limit=200");
    expect(data.find((each: { id: string }) => each.id === id)).toEqual(kept?.body);
    const over = kept?.body.changedAt;
    expect((await call(`PATCH /v1/staff/${id}?over=${changedAt}`, { name: "Old" })).status).toBe(409);
    expect(await ok(`PATCH /v1/staff/${id}?over=${over}`, { name: "New" })).toMatchObject({ name: "New" });
  });

  test("who is shut out is out at once, and stays signed out when let in again", async () => {
    const { id } = await invite();
    const ann = await signIn();
    await ok(`PATCH /v1/staff/${id}`, { disabled: true });
    expect((await call("GET /v1/session", undefined, as(ann))).status).toBe(401);
    await ok(`PATCH /v1/staff/${id}`, { disabled: false });
    expect((await call("GET /v1/session", undefined, as(ann))).status).toBe(401);
    await askForLink(email);
    expect((await open(await lastLink())).status).toBe(200);
  });

  test("who is an owner cannot lock themselves out, and sees whole addresses; others see them masked", async () => {
    const { id } = await invite("owner");
    const ann = await signIn();
    for (const patch of [{ role: "viewer" }, { disabled: true }])
      expect((await call(`PATCH /v1/staff/${id}`, patch, as(ann))).status).toBe(409);
    expect(await ok(`PATCH /v1/staff/${id}`, { name: "Ann R." }, as(ann))).toMatchObject({ name: "Ann R." });
    const viewer = (await ok("POST /v1/tokens", { name: "v", role: "viewer" })).token;
    const of = async (token?: string) =>
      (await ok("GET /v1/staff?limit=200", undefined, token === undefined ? as(ann) : { token })).data.find(
        (each: { id: string }) => each.id === id,
      ).email;
    expect([await of(), await of(viewer)]).toEqual([email.toLowerCase(), "a***@riverside.example"]);
  });
});

const enter = async (access?: CloudflareAccessContext, site = "same-origin") => {
  const context = Object.assign(createExecutionContext(), access === undefined ? {} : { access });
  const request = new Request(`${ORIGIN}/api/v1/session/access`, {
    method: "POST",
    headers: {
      "sec-fetch-site": site,
      "cf-connecting-ip": `2001:db8:9::${people}`,
      // Anybody can send these: they count for nothing.
      "cf-access-authenticated-user-email": email,
      "cf-access-jwt-assertion": "a.b.c",
    },
  });
  const response = await worker.fetch(request, env, context);
  await waitOnExecutionContext(context);
  return response;
};
const says = (getIdentity: CloudflareAccessContext["getIdentity"]) => ({ aud: "app", getIdentity });

describe("Cloudflare Access", () => {
  test("lets in the member of staff it names", async () => {
    await invite();
    const response = await enter(says(async () => ({ email })));
    expect([response.status, (await response.json<{ name: string }>()).name]).toEqual([200, "Ann Ruiz"]);
  });

  test.each([
    ["there is no Access", undefined],
    ["it names nobody", says(async () => undefined)],
    ["it names no address", says(async () => ({ email: "" }))],
    ["it names somebody who is not on the staff", says(async () => ({ email: "mallory@evil.example" }))],
    ["it cannot say", says(() => Promise.reject(new Error("away")))],
  ])("lets nobody in where %s", async (_name, access) => {
    await invite();
    expect((await enter(access)).status).toBe(401);
  });

  test("signs nobody in for another site", async () => {
    await invite();
    expect(
      (
        await enter(
          says(async () => ({ email })),
          "cross-site",
        )
      ).status,
    ).toBe(403);
  });
});

test("a token ends by itself on its day", async () => {
  const { token, expiresAt } = await ok("POST /v1/tokens", { name: "for a week", role: "viewer", days: 7 });
  expect((await call("GET /v1/lines", undefined, { token })).status).toBe(200);
  vi.spyOn(Date, "now").mockReturnValue(Date.parse(expiresAt));
  expect((await call("GET /v1/lines", undefined, { token })).status).toBe(401);
});

test("the audit log is read by time", async () => {
  const { id } = await ok("POST /v1/tokens", { name: "timely", role: "viewer" });
  const count = async (query: string) => (await ok(`GET /v1/audit?subjectId=${id}&${query}`)).data.length;
  const [before, after] = [-60_000, 60_000].map((ms) => new Date(Date.now() + ms).toISOString());
  expect(await count(`from=${before}&to=${after}`)).toBe(1);
  expect([await count(`from=${after}`), await count(`to=${before}`)]).toEqual([0, 0]);
});
