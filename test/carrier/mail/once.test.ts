// Idempotency keys and batches, as Resend documents them; and requests that go wrong half-way.
import { describe, expect, test } from "vitest";
import { MAIL, setUpMail } from "../testing/mail.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const KEY = { "idempotency-key": "voicemail/7" };

describe("an idempotency key", () => {
  test("sends once in a day, and answers the same every time", async () => {
    const { send, mail, carrier } = setUpMail();
    const first = await send({}, KEY);
    expect(await send({}, KEY)).toEqual(first);
    carrier.advance(DAY_MS - 1);
    expect(await send({}, KEY)).toEqual(first);
    await carrier.settled();
    expect(mail.mailbox("ann@example.org").mails()).toHaveLength(1);
    carrier.advance(1);
    expect(await send({}, KEY)).not.toEqual(first);
    await carrier.settled();
    expect(mail.mailbox("ann@example.org").mails()).toHaveLength(2);
  });

  test("is for one request only", async () => {
    const { send, post } = setUpMail();
    await send({}, KEY);
    const conflict = { status: 409, body: { statusCode: 409, name: "invalid_idempotent_request" } };
    expect(await send({ subject: "Another" }, KEY)).toMatchObject(conflict);
    expect(await post("/emails/batch", [MAIL], KEY)).toMatchObject(conflict);
  });

  test("that was refused may be used again, once the request is right", async () => {
    const { send } = setUpMail();
    expect((await send({ subject: "" }, KEY)).status).toBe(422);
    expect((await send({}, KEY)).status).toBe(200);
  });

  test("is in use while the first request still waits for its answer", async () => {
    const { send, mail, carrier } = setUpMail();
    mail.faults.sends.next({ kind: "answer-held" });
    const first = send({}, KEY);
    await carrier.settled();
    await expect.poll(() => mail.faults.heldAnswers.waitingCount).toBe(1);
    expect(await send({}, KEY)).toMatchObject({
      status: 409,
      body: { name: "concurrent_idempotent_requests" },
    });
    mail.faults.heldAnswers.release();
    expect(await send({}, KEY)).toEqual(await first);
    await carrier.settled();
    expect(mail.mailbox("ann@example.org").mails()).toHaveLength(1);
  });

  test("has 1 to 256 characters", async () => {
    const { send } = setUpMail();
    expect(await send({}, { "idempotency-key": "k".repeat(257) })).toMatchObject({
      status: 400,
      body: { name: "invalid_idempotency_key" },
    });
    expect((await send({}, { "idempotency-key": "k".repeat(256) })).status).toBe(200);
  });
});

describe("a request that goes wrong", () => {
  test.each([
    ["the connection breaks after it was taken", { kind: "accepted-then-dropped" }],
    ["it was taken, and answered 500", { kind: "accepted-but-answers", status: 500 }],
    ["the connection breaks before", { kind: "dropped" }],
    ["it is refused by 503", { kind: "refused", status: 503 }],
  ] as const)("%s: tried again by its key there is one e-mail", async (_what, fault) => {
    const { send, mail, carrier } = setUpMail();
    mail.faults.sends.next(fault);
    await send({}, KEY).catch(() => undefined);
    expect((await send({}, KEY)).status).toBe(200);
    await carrier.settled();
    expect(mail.mailbox("ann@example.org").mails()).toHaveLength(1);
  });

  test("too many: with the seconds to wait", async () => {
    const { raw, mail } = setUpMail();
    mail.faults.sends.next({ kind: "refused", status: 429, retryAfterS: 7 });
    const answer = await raw("/emails", {
      method: "POST",
      headers: { authorization: "Bearer re_123456789", "user-agent": "x" },
    });
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "7"]);
  });

  test("down for an hour, by the clock", async () => {
    const { send, get, mail, carrier } = setUpMail();
    mail.faults.goDown(3_600_000);
    expect(await send()).toMatchObject({ status: 503, body: { name: "internal_server_error" } });
    carrier.advance(3_599_999);
    expect((await get("/emails")).status).toBe(503);
    carrier.advance(1);
    expect((await send()).status).toBe(200);
  });
});

describe("a batch", () => {
  const two = [MAIL, { ...MAIL, to: "ben@example.org" }];

  test("is many e-mails, by one key", async () => {
    const { post, mail, carrier } = setUpMail();
    const { status, body } = await post("/emails/batch", two, KEY);
    expect(status).toBe(200);
    expect(body["data"]).toHaveLength(2);
    expect((await post("/emails/batch", two, KEY)).body).toEqual(body);
    await carrier.settled();
    expect(mail.mailbox("ann@example.org").mails()).toHaveLength(1);
    expect(mail.mailbox("ben@example.org").mails()).toHaveLength(1);
  });

  test("is all or nothing, unless it says that it is permissive", async () => {
    const { post, mail, carrier } = setUpMail();
    const withBad = [...two, { ...MAIL, to: "nobody" }];
    expect((await post("/emails/batch", withBad)).status).toBe(422);
    await carrier.settled();
    expect(mail.mailbox("ann@example.org").mails()).toEqual([]);
    const { body } = await post("/emails/batch", withBad, { "x-batch-validation": "permissive" });
    expect(body).toMatchObject({ data: [{}, {}], errors: [{ index: 2 }] });
  });

  test.each<[what: string, batch: unknown]>([
    ["more than a hundred", Array.from({ length: 101 }, () => MAIL)],
    ["none", []],
    ["one that is no list", MAIL],
    ["attachments", [{ ...MAIL, attachments: [{ filename: "a", content: "YQ==" }] }]],
    ["a time", [{ ...MAIL, scheduled_at: "2026-11-22T10:00:00Z" }]],
  ])("refuses %s", async (_what, batch) => {
    expect(await setUpMail().post("/emails/batch", batch)).toMatchObject({
      status: 422,
      body: { name: "validation_error" },
    });
  });
});
