// E-mails from the product's queue to somebody's mailbox: by Resend as it is, as it is down, and as it says too little.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import type { Mailbox } from "../carrier/mail/post-office.ts";
import { eventually, startSystem, type TestSystem } from "./harness.ts";
import { postWithFile } from "./post-with-file.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A try of a moment ago may have to end first, on a machine that is busy. */
const PATIENCE_MS = 30_000;
const SUBJECT = "Partyline can send e-mails";

const Email = z.object({
  id: z.string(),
  state: z.string(),
  reason: z.string().nullable(),
  history: z.array(z.object({ state: z.string() })),
});
const Suppressions = z.object({
  data: z.array(z.object({ id: z.string(), address: z.string(), cause: z.string() })),
});

let system: TestSystem;

beforeAll(async () => {
  system = await startSystem();
});

beforeEach(() => system.carrier.mail.faults.clear());

afterAll(() => system.stop());

let people = 0;
/** Somebody who never had an e-mail of ours. */
function somebody(): Mailbox {
  people += 1;
  return system.mailbox(`reader-${people}@riverside.test`);
}

/** Asks for a test e-mail; returns its id. */
async function sendTest(to: string): Promise<string> {
  return (await system.api.send("POST", "/api/v1/emails/test", { to }, Email)).id;
}

function show(id: string): Promise<z.infer<typeof Email>> {
  return system.api.get(`/api/v1/emails/${id}`, Email);
}

async function becomes(id: string, state: string): Promise<z.infer<typeof Email>> {
  let seen = await show(id);
  const look = async (): Promise<boolean> => {
    seen = await show(id);
    return seen.state === state;
  };
  await eventually(look, { what: `an e-mail that is ${state}`, withinMs: PATIENCE_MS }).catch(() =>
    expect(seen.state).toBe(state),
  );
  return seen;
}

/** How often Resend took an e-mail to this address; whatever was asked twice and taken once counts once. */
function countTaken({ address }: Mailbox): number {
  const { entries } = system.carrier.mail.log;
  return entries.filter((entry) => entry.kind === "accepted" && entry.to.includes(address)).length;
}

/** So many requests were answered like this. */
function countAnswers(status: number): number {
  const { entries } = system.carrier.mail.log;
  return entries.filter((entry) => entry.kind === "request" && entry.status === status).length;
}

test("an e-mail lands in the mailbox, in HTML and as text, and its row says delivered", async () => {
  const ann = somebody();
  const id = await sendTest(ann.address);
  const mail = await ann.expect(SUBJECT);
  expect(mail.html).toContain("E-mails work");
  expect(mail.text).toContain("This is the test you asked for.");
  expect(mail.link("Open Partyline")).toBe(`${system.publicUrl}/`);
  expect(mail.idempotencyKey).toBe(id);
  const { history } = await becomes(id, "delivered");
  expect(history.map(({ state }) => state)).toContain("sent");
  expect(ann.unclaimed()).toEqual([]);
});

test("an attachment's bytes arrive as they were kept", async () => {
  const ben = somebody();
  const bytes = Uint8Array.from({ length: 70_001 }, (_, place) => (place * 31 + (place >> 8)) % 256);
  const file = { name: "voicemail.mp3", contentType: "audio/mpeg", bytes };
  const id = crypto.randomUUID();
  await postWithFile(system, { id, to: ben.address, file });
  const { attachments } = await ben.expect("A voicemail");
  expect(attachments).toMatchObject([{ filename: file.name, contentType: file.contentType }]);
  expect(Buffer.from(attachments[0]?.bytes ?? []).equals(bytes)).toBe(true);
  await becomes(id, "delivered");
});

describe("exactly one, where Resend", () => {
  test("is down for an hour", async () => {
    const cem = somebody();
    const before = countAnswers(503);
    system.carrier.mail.faults.goDown(HOUR_MS);
    const id = await sendTest(cem.address);
    await eventually(async () => countAnswers(503) > before);
    await becomes(id, "queued");
    expect(cem.mails()).toEqual([]);
    await system.tick(30 * MINUTE_MS);
    await eventually(async () => countAnswers(503) > before + 1, { withinMs: PATIENCE_MS });
    await becomes(id, "queued");
    await system.tick(31 * MINUTE_MS);
    await cem.expect(SUBJECT, { withinMs: PATIENCE_MS });
    await becomes(id, "delivered");
    await system.tick(HOUR_MS);
    expect([countTaken(cem), cem.mails().length]).toEqual([1, 1]);
  });

  test("takes it, and neither its answer nor its webhooks say so", async () => {
    const dee = somebody();
    const { faults, log } = system.carrier.mail;
    faults.sends.next({ kind: "accepted-then-dropped" });
    faults.events.next({ kind: "dropped" }, 2);
    const id = await sendTest(dee.address);
    await dee.expect(SUBJECT);
    await system.tick(5 * MINUTE_MS);
    await becomes(id, "sent");
    expect(log.entries.filter((entry) => entry.kind === "repeated" && entry.key === id)).toHaveLength(1);
    await system.tick(HOUR_MS);
    await system.carrier.settled();
    expect([countTaken(dee), dee.mails().length]).toEqual([1, 1]);
  });

  test("has too many requests at the moment, and says when to come again", async () => {
    const eve = somebody();
    const before = countAnswers(429);
    system.carrier.mail.faults.sends.next({ kind: "refused", status: 429, retryAfterS: 600 });
    const id = await sendTest(eve.address);
    await eventually(async () => countAnswers(429) > before);
    await becomes(id, "queued");
    await system.tick(9 * MINUTE_MS);
    expect(countTaken(eve)).toBe(0);
    await system.tick(5 * MINUTE_MS);
    await eve.expect(SUBJECT);
    expect(countTaken(eve)).toBe(1);
  });
});

describe("what Resend tells", () => {
  test("of a bounce: the address gets no more e-mails", async () => {
    const gone = system.mailbox("bounced@riverside.test");
    await becomes(await sendTest(gone.address), "bounced");
    const { data } = await system.api.get("/api/v1/emails/suppressions", Suppressions);
    expect(data).toMatchObject([{ cause: "bounced" }]);
    await becomes(await sendTest(gone.address), "suppressed");
    expect([countTaken(gone), gone.mails().length]).toEqual([1, 0]);
  });

  test("of a complaint: it arrived, and no more do", async () => {
    const cross = system.mailbox("complained@riverside.test");
    await becomes(await sendTest(cross.address), "complained");
    await becomes(await sendTest(cross.address), "suppressed");
    expect(cross.mails()).toHaveLength(1);
  });

  test("backwards and three times over counts once, in its own order", async () => {
    const fay = somebody();
    const { faults } = system.carrier.mail;
    faults.events.next({ kind: "held" });
    faults.events.next({ kind: "repeated", times: 3 });
    const id = await sendTest(fay.address);
    await becomes(id, "delivered");
    faults.heldEvents.release();
    await system.carrier.settled();
    const { state, history } = await show(id);
    expect(state).toBe("delivered");
    expect(history.filter((each) => each.state === "delivered")).toHaveLength(1);
  });

  test("under another signature is refused, and believed when it comes again rightly signed", async () => {
    const gus = somebody();
    const { faults, log } = system.carrier.mail;
    faults.events.next({ kind: "forged", secret: "whsec_c29tZWJvZHkgZWxzZSdzIHNlY3JldA==" }, 2);
    const id = await sendTest(gus.address);
    await gus.expect(SUBJECT);
    await becomes(id, "sent");
    await system.carrier.settled();
    const told = log.entries.flatMap((entry) =>
      entry.kind === "event" && entry.outcome.kind === "answered" ? [entry.outcome.status] : [],
    );
    expect(told.slice(-2)).toEqual([403, 403]);
    await system.tick(MINUTE_MS);
    await becomes(id, "delivered");
  });
});

describe("what Twilio's debugger complains of", () => {
  test("wakes the operators by e-mail: an error once, a warning never", async () => {
    const { carrier, api, publicUrl } = system;
    const operator = somebody();
    const operatorEmails = [operator.address];
    await api.send("PATCH", "/api/v1/settings", { operatorEmails }, z.unknown());
    carrier.debugger.setUrl(`${publicUrl}/webhooks/twilio/debugger`);
    await carrier.debugger.report({ code: 12_200, message: "Schema validation warning" });
    await carrier.debugger.report({ code: 11_200, message: "HTTP retrieval failure of +447700900123" });
    await carrier.debugger.report({ code: 11_200, message: "HTTP retrieval failure" });
    const mail = await operator.expect("Error 11200");
    // Logs, alarms and e-mails carry no whole numbers.
    expect(mail.text).not.toContain("+447700900123");
    await system.tick(MINUTE_MS);
    await carrier.settled();
    expect(operator.unclaimed()).toEqual([]);
  });
});
