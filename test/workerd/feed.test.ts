// Who watches the admin hears of changes at once, after a gap, and no longer than they may; and nobody ever waits for it.
import {
  createMessageBatch,
  evictDurableObject,
  runDurableObjectAlarm,
  runInDurableObject,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, describe, expect, test, vi } from "vitest";
import { recordDeed } from "../../worker/actions/write-as.ts";
import { OWNER as OWNER_ACTOR } from "../../worker/actor.ts";
import { createFeed } from "../../worker/feed.ts";
import { log } from "../../worker/log.ts";
import { consume } from "../../worker/queues/index.ts";
import { openServices } from "../../worker/services.ts";
import type { Services } from "../../worker/services.ts";
import { call, ok, ORIGIN, OWNER } from "./api-calls.ts";
import { fetchWith } from "./counting.ts";
import { connect, feed, OpenPage } from "./feed-page.ts";
import { makeGroup, makePerson, PhoneCall, rings } from "./voice-line.ts";
import type { Deliver } from "./voice-line.ts";
import { freshNumber, loopFlow, publish, textRequest } from "./story.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

async function signIn(token = OWNER): Promise<string> {
  const { headers } = await call("POST /v1/session", { token }, { token: null });
  return (headers.get("set-cookie") ?? "").split("; ")[0] ?? "";
}

describe("an open page", () => {
  test("hears what staff changed", async () => {
    const page = await (await OpenPage.open()).until(({ frames }) => frames.length > 0);
    await ok("POST /v1/tokens", { name: "colleague", role: "viewer" });
    await page.hears("tokens");
    expect(page.frames.at(-1)).toMatchObject({ kind: "news", topics: expect.arrayContaining(["audit"]) });
  });

  test("hears what was recorded, once it is in D1", async () => {
    const page = await OpenPage.open();
    const services = await openServices(env);
    const record = {
      kind: "alarm",
      id: "alarm-1",
      alarm: "campaign-paused",
      subject: "k1",
      text: "Stopped",
      at: 1,
    };
    await consume(services, createMessageBatch("partyline-records", [messageOf(record)]));
    await page.hears("alarms");
  });

  test("hears a burst as a few pieces of news, in which nothing is missing", async () => {
    const page = await (await OpenPage.open()).until(({ frames }) => frames.length > 0);
    const before = page.frames.length;
    for (let at = 0; at < 40; at += 1) await feed().tell({ topics: [at % 2 === 0 ? "calls" : "flows"] });
    await feed().tell({ topics: ["exports"] });
    await page.hears("exports");
    await page.hears("calls");
    await page.hears("flows");
    expect(page.frames.length - before).toBeLessThan(15);
  });

  test("keeps its socket while the object sleeps, and is answered without waking it", async () => {
    const page = await (await OpenPage.open()).until(({ frames }) => frames.length > 0);
    await evictDurableObject(feed(), { webSockets: "hibernate" });
    page.socket.send("ping");
    await page.until(({ pongs }) => pongs.length === 1);
    await feed().tell({ topics: ["lines"] });
    await page.hears("lines");
  });

  test("that comes back hears what it missed, or that it missed too much", async () => {
    const page = await (await OpenPage.open()).until(({ frames }) => frames.length > 0);
    const { seq } = page;
    page.socket.close(1_000);
    await feed().tell({ topics: ["funnels"] });
    await evictDurableObject(feed(), { webSockets: "close" });
    const back = await OpenPage.open(undefined, `?after=${seq}`);
    await back.hears("funnels");
    const lost = await OpenPage.open(undefined, "?after=999999");
    await lost.until(({ frames }) => frames[0]?.kind === "reset");
  });

  test("that sends anything is shown out", async () => {
    const page = await OpenPage.open();
    page.socket.send("hello");
    await page.until(({ closed }) => closed[0] === 1_008);
  });
});

describe("the door", () => {
  const upgradeless = { upgrade: "" };
  test.each([
    { who: "a stranger", headers: () => ({ origin: ORIGIN }), status: 401 },
    { who: "an unknown token", headers: () => ({ authorization: "Bearer nonsense" }), status: 401 },
    {
      who: "a page elsewhere, with our cookie",
      headers: async () => ({ cookie: await signIn(), origin: "https://evil.example" }),
      status: 403,
    },
    {
      who: "a page elsewhere that says so only by Sec-Fetch-Site",
      headers: async () => ({ cookie: await signIn(), origin: ORIGIN, "sec-fetch-site": "cross-site" }),
      status: 403,
    },
    { who: "a cookie from nowhere", headers: async () => ({ cookie: await signIn() }), status: 403 },
    {
      who: "somebody who wants no socket",
      headers: () => ({ authorization: `Bearer ${OWNER}`, ...upgradeless }),
      status: 400,
    },
  ])("is shut for $who", async ({ headers, status }) => {
    const answer = await connect(await headers());
    expect([answer.status, answer.webSocket]).toEqual([status, null]);
  });

  test("is open for a session from our own page, and for a viewer's token", async () => {
    await OpenPage.open({ cookie: await signIn(), origin: ORIGIN });
    const { token } = await ok("POST /v1/tokens", { name: "screen", role: "viewer" });
    await OpenPage.open({ authorization: `Bearer ${token}` });
  });
});

describe("a listener", () => {
  test("is shown out when their token is revoked, and nobody else is", async () => {
    const { token, id } = await ok("POST /v1/tokens", { name: "leaver", role: "viewer" });
    const page = await OpenPage.open({ cookie: await signIn(token), origin: ORIGIN });
    const owner = await OpenPage.open();
    await ok(`DELETE /v1/tokens/${id}`);
    await page.until(({ closed }) => closed[0] === 4_001);
    expect(owner.closed).toEqual([]);
  });

  test("is shown out when they are, wherever they signed in", async () => {
    const email = "leaver@riverside.example";
    const { id } = await ok("POST /v1/staff", { email, name: "Leaver", role: "viewer" });
    const body = await env.DB.prepare("SELECT body FROM emails WHERE recipient = ?")
      .bind(email)
      .first<string>("body");
    const link = /#link=([0-9a-f]{64})/.exec(body ?? "")?.[1];
    const stranger = { token: null, headers: { origin: ORIGIN, "sec-fetch-site": "same-origin" } };
    const { headers } = await call("POST /v1/session/link/open", { link }, stranger);
    const cookie = (headers.get("set-cookie") ?? "").split("; ")[0] ?? "";
    const page = await OpenPage.open({ cookie, origin: ORIGIN });
    await ok(`PATCH /v1/staff/${id}`, { disabled: true });
    await page.until(({ closed }) => closed[0] === 4_001);
    expect((await connect({ cookie, origin: ORIGIN })).status).toBe(401);
  });

  test("has to come back after a while, when it is looked at anew", async () => {
    const page = await OpenPage.open();
    const later = Date.now() + 16 * 60_000;
    await runInDurableObject(feed(), () => vi.spyOn(Date, "now").mockReturnValue(later));
    await runDurableObjectAlarm(feed());
    await page.until(({ closed }) => closed[0] === 4_000);
  });
});

const broken = {
  fails: () => Promise.reject(new Error("away")),
  hangs: () => new Promise<void>(() => undefined),
  "is not even there": () => {
    throw new Error("no such object");
  },
};

describe("a feed that", () => {
  test.each(Object.entries(broken))("%s holds up no change, no record and no batch", async (_how, tell) => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const services = await withFeed(tell);
    const beganAt = performance.now();
    await recordDeed(services, OWNER_ACTOR, { action: "flow.start", subject: { kind: "flow", id: "f1" } });
    const record = { kind: "timer", object: "sender", id: "l1", dueAt: null, at: 1 };
    const alarm = {
      kind: "alarm",
      id: `a-${_how}`,
      alarm: "campaign-paused",
      subject: _how,
      text: "",
      at: 1,
    };
    const batch = createMessageBatch("partyline-records", [messageOf(record), messageOf(alarm)]);
    await consume(services, batch);
    // Its limit is two seconds: nobody waited for that.
    expect(performance.now() - beganAt).toBeLessThan(1_500);
    await vi.waitFor(() => expect(warn).toHaveBeenCalled(), { timeout: 5_000 });
    expect(
      await env.DB.prepare("SELECT count(*) AS n FROM alarms WHERE subject = ?").bind(_how).first("n"),
    ).toBe(1);
  });
});

test("no text and no answer ever goes by it", async () => {
  await publish("loop", loopFlow, "", { id: "line-feed" });
  const asked = vi.fn(() => {
    throw new Error("asked");
  });
  const spied = { ...env, FEED: { getByName: asked } as unknown as Env["FEED"] };
  const person = freshNumber();
  for (const words of ["hello", "one", "STOP"]) {
    const answer = await fetchWith(spied, textRequest(person, words));
    expect(answer.status).toBe(200);
  }
  expect(asked).not.toHaveBeenCalled();
});

test.each(["fails", "hangs", "is not even there"] as const)(
  "no call waits for one that %s: each step is answered as ever, and it is never asked",
  async (how) => {
    const asked = vi.fn(broken[how]);
    const namespace = { getByName: () => ({ tell: asked }) } as unknown as Env["FEED"];
    const [ann, bob] = [await makePerson("Ann"), await makePerson("Bob")];
    const group = await makeGroup([ann, bob]);
    const deliver: Deliver = (request) => fetchWith({ ...env, FEED: namespace }, request);
    const call = new PhoneCall(freshNumber(), group, deliver);
    const beganAt = performance.now();
    expect(rings(await call.begin())).toBe(ann.phone);
    await call.leg("initiated");
    expect(rings(await call.dialled("no-answer"))).toBe(bob.phone);
    await call.press(await call.pickUp(), "1");
    await call.dialled("completed", { isBridged: true });
    await call.ended();
    const machine = new PhoneCall(freshNumber(), await makeGroup([]), deliver);
    expect(await machine.begin()).toContain("<Record ");
    await machine.recorded(7);
    await machine.ended();
    // A Feed that hangs is given up after two seconds.
    expect(performance.now() - beganAt).toBeLessThan(2_000);
    expect(asked).not.toHaveBeenCalled();
  },
);

async function withFeed(tell: () => unknown): Promise<Services> {
  const namespace = { getByName: () => ({ tell }) } as unknown as Env["FEED"];
  return { ...(await openServices(env)), feed: createFeed(namespace, log) };
}

function messageOf(body: object) {
  return { id: crypto.randomUUID(), timestamp: new Date(0), attempts: 1, body };
}
