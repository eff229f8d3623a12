// Faults on demand: each shows what a product that trusts the network would get wrong.
import { describe, expect, test } from "vitest";
import { say } from "./testing/product.ts";
import { LINES, setUp } from "./testing/setup.ts";

const LINE = LINES.longCode.address;
const ME = "+12065550123";
const STATUS = "https://line.test/webhooks/twilio/status";

describe("webhooks", () => {
  test("doubled with the same token: the product hears it twice, one answer is carried out", async () => {
    const { carrier, product } = setUp();
    product.answer = () => say("once");
    const sam = carrier.handset(ME);
    carrier.faults.webhooks.next({ kind: "repeated", times: 5, token: "same", together: true });
    await sam.text(LINE, "hi");
    const inbound = product.heard.filter(({ form }) => form["Body"] === "hi");
    expect(new Set(inbound.map(({ token }) => token)).size).toBe(1);
    expect(new Set(inbound.map(({ form }) => form["MessageSid"])).size).toBe(1);
    expect(inbound).toHaveLength(5);
    expect(sam.inbox()).toHaveLength(1);
  });

  test("doubled with another token: both answers are carried out, so the product must keep silent once", async () => {
    const { carrier, product } = setUp();
    product.answer = () => say("twice");
    const sam = carrier.handset(ME);
    carrier.faults.webhooks.next({ kind: "repeated", times: 2, token: "new" });
    await sam.text(LINE, "hi");
    expect(new Set(product.heard.map(({ token }) => token)).size).toBeGreaterThan(1);
    expect(sam.inbox()).toHaveLength(2);
  });

  test("an answer lost on the way back is never carried out and nobody retries it", async () => {
    const { carrier, product } = setUp();
    product.answer = () => say("lost");
    const sam = carrier.handset(ME);
    carrier.faults.webhooks.next({ kind: "answer-lost" });
    await sam.text(LINE, "hi");
    expect(product.heard).toHaveLength(1);
    expect(sam.inbox()).toEqual([]);
    expect(carrier.log.entries).toContainEqual(expect.objectContaining({ kind: "debugger", code: 11200 }));
  });

  test("... unless the webhook URL asks for retries", async () => {
    const line = { ...LINES.longCode, webhookPath: "/webhooks/twilio/messages#rc=2&rp=5xx,ct,rt" };
    const { carrier, product } = setUp({ lines: [line] });
    product.answer = () => say("found");
    const sam = carrier.handset(ME);
    carrier.faults.webhooks.next({ kind: "answer-lost" });
    await sam.text(LINE, "hi");
    const inbound = product.heard.filter(({ form }) => form["Body"] === "hi");
    expect(inbound).toHaveLength(2);
    expect(inbound.every(({ genuine }) => genuine)).toBe(true);
    expect(new Set(inbound.map(({ token }) => token)).size).toBe(1);
    expect(sam.inbox().map(({ body }) => body)).toEqual(["found"]);
  });

  test("a connection that fails once is tried again; one that keeps failing is given up", async () => {
    const { carrier, product } = setUp();
    product.answer = () => say("here");
    const sam = carrier.handset(ME);
    carrier.faults.webhooks.next({ kind: "no-connection" });
    await sam.text(LINE, "one");
    carrier.faults.webhooks.next({ kind: "no-connection", attempts: 9 });
    await sam.text(LINE, "two");
    expect(product.heard.map(({ form }) => form["Body"]).filter(Boolean)).toEqual(["one"]);
    expect(carrier.log.entries).toContainEqual(expect.objectContaining({ kind: "debugger", code: 11205 }));
  });

  test("forged: another account's signature", async () => {
    const { carrier, product } = setUp();
    carrier.faults.webhooks.next({ kind: "forged", authToken: "ffffffffffffffffffffffffffffffff" });
    await carrier.handset(ME).text(LINE, "hi");
    expect(product.heard[0]?.genuine).toBe(false);
  });
});

describe("status callbacks", () => {
  const send = { To: ME, From: LINE, Body: "hi", StatusCallback: STATUS };

  test.each<[what: string, order: (waiting: number[]) => number[]]>([
    ["in order", (all) => all],
    ["backwards", (all) => all.toReversed()],
  ])("held back, then released %s", async (_what, order) => {
    const { carrier, product, rest } = setUp();
    carrier.faults.callbacks.next({ kind: "held" }, 2);
    await rest.send(send);
    await carrier.settled();
    expect(product.statuses()).toEqual([]);
    carrier.faults.heldCallbacks.release((waiting) => {
      const places = order(waiting.map((_, index) => index));
      return places.flatMap((place) => waiting.slice(place, place + 1));
    });
    await carrier.settled();
    expect(product.statuses()).toEqual(order([0, 1]).map((place) => ["sent", "delivered"][place]));
  });

  test("dropped, doubled, shuffled", async () => {
    const { carrier, product, rest } = setUp();
    carrier.faults.callbacks.next({ kind: "dropped" });
    carrier.faults.callbacks.next({ kind: "repeated", times: 3 });
    await rest.send(send);
    await carrier.settled();
    expect(product.statuses()).toEqual(["delivered", "delivered", "delivered"]);

    product.heard.length = 0;
    carrier.faults.callbacks.always({ kind: "shuffled" });
    for (let count = 0; count < 8; count += 1) await rest.send(send);
    await carrier.settled();
    const firsts = new Set(product.heard.map(({ form }) => form["MessageSid"]));
    expect(product.statuses().sort()).toEqual([...Array(8).fill("delivered"), ...Array(8).fill("sent")]);
    expect([...firsts].some((sid) => product.statuses(sid)[0] === "delivered")).toBe(true);
  });

  test("late: they come, after the pause", async () => {
    const { carrier, product, rest } = setUp();
    carrier.faults.callbacks.always({ kind: "late", delayMs: 1 });
    await rest.send(send);
    await carrier.settled();
    expect(product.statuses().sort()).toEqual(["delivered", "sent"]);
  });

  test("before the answer to the request that caused them", async () => {
    const { carrier, product, rest } = setUp();
    carrier.faults.sends.next({ kind: "answered-last" });
    const answer = await rest.send(send);
    expect(product.statuses()).toEqual(["sent", "delivered"]);
    expect(answer.body["status"]).toBe("queued");
  });
});

describe("sending", () => {
  const send = { To: ME, From: LINE, Body: "hi" };

  test.each([429, 500, 503])("%i: nothing happened", async (status) => {
    const { carrier, rest } = setUp();
    carrier.faults.sends.next({ kind: "refused", status });
    expect(await rest.send(send)).toMatchObject({ status, body: { code: status === 429 ? 20429 : 20500 } });
    await carrier.settled();
    expect(carrier.handset(ME).inbox()).toEqual([]);
  });

  test("a 5xx after the fact: the message went out, and only a look-up tells", async () => {
    const { carrier, rest } = setUp();
    carrier.faults.sends.next({ kind: "accepted-but-answers", status: 503 });
    expect((await rest.send(send)).status).toBe(503);
    await carrier.settled();
    expect(carrier.handset(ME).inbox()).toHaveLength(1);
    const found = await rest.get(`/Messages.json?To=${encodeURIComponent(ME)}&DateSent%3E=2026-11-21`);
    expect(found.body["messages"]).toMatchObject([{ body: "hi", status: "delivered" }]);
  });

  test("a connection that breaks after, or before, the message was taken", async () => {
    const { carrier, rest } = setUp();
    carrier.faults.sends.next({ kind: "accepted-then-dropped" });
    await expect(rest.send(send)).rejects.toThrow();
    carrier.faults.sends.next({ kind: "dropped" });
    await expect(rest.send(send)).rejects.toThrow();
    await carrier.settled();
    expect(carrier.handset(ME).inbox()).toHaveLength(1);
  });

  test("a look-up can fail as well", async () => {
    const { carrier, rest } = setUp();
    carrier.faults.requests.next({ kind: "refused", status: 503 });
    expect((await rest.get("/Messages.json")).status).toBe(503);
    expect((await rest.get("/Messages.json")).status).toBe(200);
  });

  test("a message that waits in the queue past its validity period is not sent (30036)", async () => {
    const { carrier, rest } = setUp();
    const sam = carrier.handset(ME);
    carrier.faults.outgoing.hold();
    const brief = await rest.send({ ...send, Body: "brief", ValidityPeriod: "60" });
    await rest.send({ ...send, Body: "patient", ValidityPeriod: "36000" });
    await carrier.settled();
    expect(carrier.faults.outgoing.waitingCount).toBe(2);
    carrier.advance(61_000);
    carrier.faults.outgoing.release();
    await carrier.settled();
    expect(sam.inbox().map(({ body }) => body)).toEqual(["patient"]);
    const after = await rest.get(`/Messages/${String(brief.body["sid"])}.json`);
    expect(after.body).toMatchObject({ status: "failed", error_code: 30036, date_sent: null });
  });
});

describe("phones", () => {
  test("switched off: sent, and delivered once it is on", async () => {
    const { carrier, product, rest } = setUp();
    const sam = carrier.handset(ME);
    sam.setDelivery({ kind: "off" });
    await rest.send({ To: ME, From: LINE, Body: "hi", StatusCallback: STATUS });
    await carrier.settled();
    expect(product.statuses()).toEqual(["sent"]);
    sam.setDelivery({ kind: "normal" });
    await carrier.settled();
    expect(product.statuses()).toEqual(["sent", "delivered"]);
    expect(sam.inbox()).toHaveLength(1);
  });

  test.each<[what: string, kind: "undelivered" | "failed", code: number, statuses: string[]]>([
    ["a landline", "undelivered", 30006, ["sent", "undelivered"]],
    ["filtered before it left", "failed", 30007, ["failed"]],
  ])("%s", async (_what, kind, code, statuses) => {
    const { carrier, product, rest } = setUp();
    carrier.handset(ME).setDelivery({ kind, code });
    await rest.send({ To: ME, From: LINE, Body: "hi", StatusCallback: STATUS });
    await carrier.settled();
    expect(product.statuses()).toEqual(statuses);
    expect(product.heard.at(-1)?.form["ErrorCode"]).toBe(String(code));
    expect(carrier.handset(ME).inbox()).toEqual([]);
  });

  test("a network that never reports: it arrived, but nobody learns", async () => {
    const { carrier, product, rest } = setUp();
    carrier.handset(ME).setDelivery({ kind: "no-receipt" });
    await rest.send({ To: ME, From: LINE, Body: "hi", StatusCallback: STATUS });
    await carrier.settled();
    expect(product.statuses()).toEqual(["sent"]);
    expect(carrier.handset(ME).inbox()).toHaveLength(1);
  });
});
