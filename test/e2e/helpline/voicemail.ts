// A message left on the machine reaches a mailbox once, with its recording: with what was said in it, before it, or without it.
import { expect, test } from "vitest";
import type { TestSystem } from "../harness.ts";
import {
  addMachine,
  expectMail,
  expectNoMore,
  expectTranscriptMail,
  isOnRecord,
  leaveMessage,
  tellOfMessages,
  WORDS,
} from "./messages.ts";
import { somebody } from "./three.ts";
import type { TranscriptFault } from "../../carrier/voice/transcript-fault.ts";

const MINUTE_MS = 60_000;

/** Twilio writes down what is longer than two seconds and shorter than two minutes; of the rest nothing ever comes. */
const LENGTHS: readonly { seconds: number; says: string; isWrittenDown: boolean }[] = [
  { seconds: 1, says: "1 s", isWrittenDown: false },
  { seconds: 10, says: "10 s", isWrittenDown: true },
  { seconds: 119, says: "1 min 59 s", isWrittenDown: true },
  { seconds: 120, says: "2 min", isWrittenDown: false },
];

const TRANSCRIPTS: readonly {
  what: string;
  fault: TranscriptFault;
  /** In the e-mail with the recording; behind it, in one of its own; nowhere. */
  comes: "with it" | "after it" | "never";
  waitsMinutes: number;
}[] = [
  { what: "comes before the recording", fault: { kind: "early" }, comes: "with it", waitsMinutes: 0 },
  { what: "comes twice", fault: { kind: "twice" }, comes: "with it", waitsMinutes: 0 },
  { what: "cannot be made", fault: { kind: "failed" }, comes: "never", waitsMinutes: 0 },
  { what: "never comes", fault: { kind: "never" }, comes: "never", waitsMinutes: 5 },
  {
    what: "comes twenty minutes later",
    fault: { kind: "late", seconds: 1_200 },
    comes: "after it",
    waitsMinutes: 5,
  },
];

export function playVoicemail(running: () => TestSystem): void {
  test.for(LENGTHS)("a recording of $seconds s", async ({ seconds, says, isWrittenDown }) => {
    const system = running();
    const machine = await addMachine(system);
    const left = await leaveMessage(system, machine, seconds);
    await tellOfMessages(system);
    const { text } = await expectMail(machine, left);
    expect(left.recording.seconds).toBe(seconds);
    expect(text).toMatch(new RegExp(`Length:? +${says}`));
    expect(text.includes(WORDS)).toBe(isWrittenDown);
    await expectNoMore(system, machine);
  });

  test.for(TRANSCRIPTS)("a transcript that $what", async ({ fault, comes, waitsMinutes }) => {
    const system = running();
    const machine = await addMachine(system);
    system.carrier.faults.transcripts.next(fault);
    const left = await leaveMessage(system, machine, 30);
    await tellOfMessages(system);
    if (waitsMinutes > 0) {
      await isOnRecord(system, machine);
      expect(machine.box.mails()).toEqual([]);
      await system.tick(waitsMinutes * MINUTE_MS);
    }
    const { text } = await expectMail(machine, left);
    expect(text.includes(WORDS)).toBe(comes === "with it");
    if (comes === "after it") {
      await system.carrier.pass(1_200);
      await expectTranscriptMail(machine);
    }
    await expectNoMore(system, machine);
  });

  test("a message by somebody who hides: there is nobody to call back", async () => {
    const system = running();
    const machine = await addMachine(system);
    const call = await somebody(system).call(machine.group.number, { shownAs: "anonymous" });
    await call.hears("beep");
    await call.speak(WORDS, 10);
    await call.hangUp();
    await tellOfMessages(system);
    const { text } = await machine.box.expect("Riverside: voicemail from a withheld number");
    expect(text).toContain("nobody can call back");
  });

  test("a caller who says nothing leaves nothing", async () => {
    const system = running();
    const machine = await addMachine(system);
    const call = await somebody(system).call(machine.group.number);
    await call.hears("beep");
    await call.pass(3);
    await call.hangUp();
    await tellOfMessages(system);
    await expectNoMore(system, machine);
  });
}
