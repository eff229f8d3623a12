// Leaving a message on a group's machine, and reading of it in the mailbox it is sent to.
import { expect } from "vitest";
import * as z from "zod";
import type { Call, LogEntry } from "../../carrier/carrier.ts";
import type { MailAttachment } from "../../carrier/mail/mail.ts";
import type { Mailbox, ReceivedMail } from "../../carrier/mail/mailbox.ts";
import { makeMp3 } from "../../carrier/voice/sound.ts";
import { eventually, type TestSystem } from "../harness.ts";
import { addThree, type Given, somebody, type Three } from "./three.ts";

export interface Machine {
  readonly group: Three;
  /** Where its messages go. */
  readonly box: Mailbox;
}

export interface Left {
  readonly call: Call;
  /** As Twilio keeps it. */
  readonly recording: Extract<LogEntry, { kind: "recorded" }>;
}

export const WORDS = "Hello, this is Sam. Please call me back about the food parcel.";
/** On a machine that is busy with other things, queues take their time. */
const WITHIN_MS = 30_000;
/** Twilio is done with a recording and its transcript long before. */
const DONE_SECONDS = 120;

let machines = 0;
/** A group with nobody on shift, whose messages go to a mailbox of its own. */
export async function addMachine(system: TestSystem, given: Given = {}): Promise<Machine> {
  machines += 1;
  const box = system.mailbox(`messages-${machines}@riverside.test`);
  const voicemail = { emails: [box.address] };
  return { group: await addThree(system, { shifts: "none", voicemail, ...given }), box };
}

/** Somebody calls and speaks for so long; Twilio does not tell of it yet. */
export async function leaveMessage(system: TestSystem, { group }: Machine, seconds: number): Promise<Left> {
  const call = await somebody(system).call(group.number);
  await call.hears("beep");
  await call.speak(WORDS, seconds);
  await call.hangUp();
  await call.ended();
  const recording = system.carrier.log.entries.find(
    (entry): entry is Left["recording"] => entry.kind === "recorded" && entry.sid === call.sid,
  );
  if (recording === undefined) throw new Error("nothing was recorded");
  return { call, recording };
}

/** Lets Twilio tell of recordings and their transcripts. */
export async function tellOfMessages({ carrier }: TestSystem): Promise<void> {
  await carrier.pass(DONE_SECONDS);
}

const Voicemails = z.object({ data: z.array(z.object({ recordedAt: z.string().nullable() })) });

/** Waits until the API knows of it, and the demo's clock of what it waits for. */
export async function isOnRecord({ api }: TestSystem, { group }: Machine): Promise<void> {
  const path = `/api/v1/voicemails?helplineId=${group.id}`;
  const look = async () =>
    (await api.get(path, Voicemails)).data.some(({ recordedAt }) => recordedAt !== null);
  await eventually(look, { withinMs: WITHIN_MS, what: "the message on record" });
}

/** The next e-mail about a message, with the very bytes of its recording. */
export async function expectMail({ box }: Machine, { recording }: Left): Promise<ReceivedMail> {
  const mail = await box.expect(/^Riverside: voicemail from /, { withinMs: WITHIN_MS });
  expect(mail.attachments.map(describe)).toEqual([
    { contentType: "audio/mpeg", isTheRecording: true, isNamed: true },
  ]);
  return mail;

  function describe({ contentType, filename, bytes }: MailAttachment): unknown {
    const kept = makeMp3(recording.text, recording.seconds);
    const isNamed = /^voicemail-\d{8}-\d{4}\.mp3$/.test(filename);
    return { contentType, isTheRecording: Buffer.from(bytes).equals(kept), isNamed };
  }
}

/** A transcript that comes after its message was sent. */
export async function expectTranscriptMail({ box }: Machine): Promise<ReceivedMail> {
  const mail = await box.expect(/^Re: Riverside: voicemail from /, { withinMs: WITHIN_MS });
  expect(mail.attachments).toEqual([]);
  expect(mail.text).toContain(WORDS);
  return mail;
}

/** Nothing came but what was expected, nor does it an hour later. */
export async function expectNoMore(system: TestSystem, { box }: Machine): Promise<void> {
  await system.advance(60 * 60_000);
  await system.carrier.settled();
  expect(box.unclaimed().map(({ subject }) => subject)).toEqual([]);
}
