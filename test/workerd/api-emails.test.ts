// E-mails by the API: looked through, shown to those who may read them, sent again, tested; addresses are written to again.
import { createMessageBatch } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { applyRecords } from "../../worker/actions/apply-records.ts";
import { purge } from "../../worker/actions/purge.ts";
import { sendEmail } from "../../worker/actions/send-email.ts";
import { suppressRecipient } from "../../worker/db/email-news.ts";
import { consume } from "../../worker/queues/index.ts";
import { openServices } from "../../worker/services.ts";
import { call, ok } from "./api-calls.ts";
import { freshMail } from "./email-world.ts";

let viewer: string;
const DAY = 24 * 3_600_000;

beforeAll(async () => {
  viewer = (await ok("POST /v1/tokens", { name: "dashboard", role: "viewer" })).token;
});

/** An e-mail in some state, as if it had come to that. */
async function written(state: string, more: Parameters<typeof freshMail>[0] = {}): Promise<string> {
  const mail = freshMail(more);
  await sendEmail(await openServices(env), mail);
  await env.DB.prepare("UPDATE emails SET state = ?, reason = 'No such user.', due_at = NULL WHERE id = ?")
    .bind(state, mail.id)
    .run();
  return mail.id;
}

describe("e-mails", () => {
  test("are listed by state, in pages, without their words", async () => {
    const failed = [await written("failed"), await written("failed"), await written("failed")];
    await written("delivered");
    const first = await ok("GET /v1/emails?state=failed&limit=2");
    const second = await ok(`GET /v1/emails?state=failed&limit=2&cursor=${first.next}`);
    const ids = [...first.data, ...second.data].map(({ id }: { id: string }) => id);
    expect(ids.toSorted()).toEqual(failed.toSorted());
    expect(second.next).toBeNull();
    expect(JSON.stringify(first)).not.toContain("<html");
    expect((await ok("GET /v1/emails")).data).toHaveLength(4);
    expect((await call("GET /v1/emails?state=lost")).status).toBe(422);
  });

  test("show staff whom they went to and what they say; viewers neither", async () => {
    const id = await written("sent", { to: "anna@acme.org", about: { kind: "voicemail", id: "vm-1" } });
    expect(await ok(`GET /v1/emails/${id}`)).toMatchObject({
      to: "anna@acme.org",
      about: { kind: "voicemail", id: "vm-1" },
      text: expect.stringContaining("Somebody called.") as string,
      html: expect.stringContaining("Somebody called.") as string,
      history: [{ state: "not-set-up", detail: null }],
    });
    const seen = await ok(`GET /v1/emails/${id}`, undefined, { token: viewer });
    expect(seen).toMatchObject({ to: "a***@acme.org", text: null, html: null });
    expect(JSON.stringify(await ok("GET /v1/emails", undefined, { token: viewer }))).not.toContain("anna@");
    expect((await call("GET /v1/emails/nothing")).status).toBe(404);
  });

  test("that failed are sent again, and it is known by whom; others are not", async () => {
    const id = await written("failed");
    const again = await ok(`POST /v1/emails/${id}/send-again`);
    expect(again).toMatchObject({ state: "queued", attempts: 0, reason: null });
    expect(again.history.at(-1).detail).toBe("sent again by owner");
    const { data } = await ok(`GET /v1/audit?subjectId=${id}`);
    expect(data).toMatchObject([{ action: "email.send-again", actor: "owner" }]);
    for (const state of ["sent", "delivered", "queued", "bounced"]) {
      const { status, body } = await call(`POST /v1/emails/${await written(state)}/send-again`);
      expect([status, body.error.message]).toEqual([
        409,
        `Only an e-mail that failed, or of which nobody knows, is sent again; this one is ${state}.`,
      ]);
    }
    expect((await call("POST /v1/emails/nothing/send-again")).status).toBe(404);
  });

  test("whose try was buried by its queue are tried again from the dead letters", async () => {
    const id = await written("queued");
    const letter = { id: `letter-${id}`, timestamp: new Date(0), attempts: 21, body: { emailId: id } };
    await consume(await openServices(env), createMessageBatch("partyline-email-dead", [letter]));
    const { data } = await ok("GET /v1/dead-letters");
    expect(data).toMatchObject([{ id: letter.id, queue: "email", body: { emailId: id } }]);
    expect(await ok(`POST /v1/dead-letters/${letter.id}/replay`)).toMatchObject({ replayedBy: "owner" });
  });

  test("are tried by a test, which waits where e-mail is not set up", async () => {
    const test = await ok("POST /v1/emails/test", { to: "anna@acme.org" });
    expect(test).toMatchObject({ kind: "test", state: "not-set-up", subject: "Partyline can send e-mails" });
    expect((await call("POST /v1/emails/test", { to: "anna" })).status).toBe(422);
  });

  test("forget their words and whom they went to after a month; that they were sent stays", async () => {
    const id = await written("delivered");
    const services = await openServices(env);
    const now = services.clock.now();
    const later = (days: number) => purge({ ...services, clock: { now: () => now + days * DAY } });
    await later(29);
    expect((await ok(`GET /v1/emails/${id}`)).html).not.toBeNull();
    await later(31);
    expect(await ok(`GET /v1/emails/${id}`)).toMatchObject({
      state: "delivered",
      to: "",
      subject: "",
      html: null,
      text: null,
    });
    expect((await call(`POST /v1/emails/${await purged(later)}/send-again`)).body.error.message).toMatch(
      /^Its words are gone/,
    );
  });

  test("about somebody who was erased are empty", async () => {
    const services = await openServices(env);
    const addressId = crypto.randomUUID();
    const about = { kind: "voicemail", id: "vm-2", addressId };
    const id = await written("sent", { about });
    const other = await written("sent", { about: { ...about, addressId: crypto.randomUUID() } });
    await applyRecords(services, [{ kind: "erase", addressId, at: services.clock.now() }]);
    expect(await ok(`GET /v1/emails/${id}`)).toMatchObject({ subject: "", html: null, text: null });
    expect((await ok(`GET /v1/emails/${other}`)).html).not.toBeNull();
  });
});

test("addresses that bounced are listed masked, and written to again", async () => {
  for (const [index, recipientId] of ["r1", "r2", "r3"].entries()) {
    const gone = { recipientId, masked: "a***@acme.org", detail: "No such user.", at: index + 1 };
    await suppressRecipient(env.DB, { ...gone, cause: "bounced" }).run();
  }
  const first = await ok("GET /v1/emails/suppressions?limit=2");
  expect(first.data.map(({ id }: { id: string }) => id)).toEqual(["r3", "r2"]);
  const second = await ok(`GET /v1/emails/suppressions?limit=2&cursor=${first.next}`);
  expect(second.data).toMatchObject([{ id: "r1", address: "a***@acme.org", cause: "bounced" }]);
  expect(await ok("POST /v1/emails/suppressions/r2/lift")).toMatchObject({ liftedBy: "owner" });
  const left = await ok("GET /v1/emails/suppressions");
  expect(left.data.map(({ id }: { id: string }) => id)).toEqual(["r3", "r1"]);
  expect((await ok("GET /v1/audit?subjectId=r2")).data).toMatchObject([{ action: "email-suppression.lift" }]);
  expect((await call("POST /v1/emails/suppressions/r9/lift")).status).toBe(404);
});

test("operators are named by owners, and seen whole by staff only", async () => {
  const operatorEmails = ["anna@acme.org", "ben@acme.org"];
  expect(await ok("PATCH /v1/settings", { operatorEmails })).toMatchObject({ operatorEmails });
  const seen = await ok("GET /v1/settings", undefined, { token: viewer });
  expect(seen.operatorEmails).toEqual(["a***@acme.org", "b***@acme.org"]);
  expect((await call("PATCH /v1/settings", { operatorEmails: ["anna"] })).status).toBe(422);
});

/** One that failed, and whose words went with a night so much later. */
async function purged(later: (days: number) => Promise<void>): Promise<string> {
  const id = await written("failed");
  await later(31);
  return id;
}
