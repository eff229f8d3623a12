// A message left on the machine, between a simulated caller and the mailboxes of the group: once, with its very bytes.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import * as z from "zod";
import type { TranscriptFault } from "../carrier/voice/transcript-fault.ts";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { eventually, startSystem, type TestSystem } from "./harness.ts";

const NUMBER = "+447700900600";
const DESK = "desk@riverside.test";
const MINUTE_MS = 60_000;

let system: TestSystem;
let helplineId: string;

beforeAll(async () => {
  system = await startSystem();
  helplineId = await system.addHelpline({
    name: "Riverside",
    number: NUMBER,
    zone: "Europe/London",
    voicemail: { emails: [DESK] },
  });
});

beforeEach(() => system.carrier.faults.clear());

afterAll(() => system.stop());

const Voicemail = z.object({
  id: z.string(),
  state: z.string(),
  transcript: z.object({ text: z.string() }).nullable(),
  caller: z.object({ address: z.string().nullable() }).nullable(),
});
const Voicemails = z.object({ data: z.array(Voicemail) });

/** Nobody is on shift: they are asked for a message. */
async function leave(from: string, words: string, seconds: number): Promise<void> {
  const call = await system.handset(from).call(NUMBER);
  await call.hears("beep");
  await call.speak(words, seconds);
  await call.hangUp();
}

async function newest(): Promise<z.infer<typeof Voicemail> | undefined> {
  const { data } = await system.api.get(`/api/v1/voicemails?helplineId=${helplineId}`, Voicemails);
  return data[0];
}

/** The newest recording, as Twilio has it. */
async function soundAtTwilio(): Promise<Buffer> {
  const { TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: token } = TEST_SECRETS;
  const headers = { authorization: `Basic ${btoa(`${sid}:${token}`)}` };
  const ask = (path: string) =>
    system.carrier.fetch(new Request(`https://carrier.test/2010-04-01/Accounts/${sid}${path}`, { headers }));
  const { recordings } = Recordings.parse(await (await ask("/Recordings.json")).json());
  const [newest] = recordings.toSorted((one, other) => other.date_created.localeCompare(one.date_created));
  return Buffer.from(await (await ask(`/Recordings/${newest?.sid ?? ""}.mp3`)).arrayBuffer());
}

const Recordings = z.object({
  recordings: z.array(
    z.object({ sid: z.string(), date_created: z.string().transform((text) => new Date(text).toISOString()) }),
  ),
});

test("its e-mail has the transcript, and the recording's very bytes", async () => {
  await leave("+447700900601", "Please call me back about tomorrow.", 12);
  await system.carrier.pass(60);
  const mail = await system.mailbox(DESK).expect("Please call me back about tomorrow.");
  expect(mail.subject).toBe("Riverside: voicemail from +447700900601");
  expect(mail.attachments).toMatchObject([{ contentType: "audio/mpeg" }]);
  const bytes = Buffer.from(mail.attachments[0]?.bytes ?? []);
  expect(bytes.length).toBeGreaterThan(1_000);
  expect(bytes.equals(await soundAtTwilio())).toBe(true);
  const voicemail = await newest();
  expect(voicemail).toMatchObject({ state: "emailed", caller: { address: "+447700900601" } });
  expect(mail.link("Open the voicemail")).toBe(`${system.publicUrl}/voicemails/${voicemail?.id ?? ""}`);
  expect(system.mailbox(DESK).unclaimed()).toEqual([]);
});

test.for<{ what: string; fault: TranscriptFault; mails: number }>([
  { what: "that comes before its recording", fault: { kind: "early" }, mails: 1 },
  { what: "that comes twice", fault: { kind: "twice" }, mails: 1 },
  { what: "that nobody could make out", fault: { kind: "failed" }, mails: 1 },
  { what: "that never comes", fault: { kind: "never" }, mails: 1 },
  { what: "that comes after ten minutes", fault: { kind: "late", seconds: 600 }, mails: 2 },
])("a transcript $what", async ({ what, fault, mails }) => {
  system.carrier.faults.transcripts.next(fault);
  const before = system.mailbox(DESK).mails().length;
  await leave("+447700900602", `About one ${what}.`, 30);
  const box = system.mailbox(DESK);
  const since = () => box.mails().slice(before);
  await system.carrier.pass(60);
  await system.advance(6 * MINUTE_MS);
  await eventually(async () => since().length >= 1, { what: "its e-mail", withinMs: 20_000 });
  await system.carrier.pass(600);
  await eventually(async () => since().length >= mails, { what: "all its e-mails", withinMs: 20_000 });
  await system.advance(6 * MINUTE_MS);
  const texts = since().map(({ text, attachments }) => [text.includes(what), attachments.length]);
  const isKnown = fault.kind === "early" || fault.kind === "twice";
  expect(texts).toEqual([[isKnown, 1], ...(mails > 1 ? [[true, 0]] : [])]);
});
