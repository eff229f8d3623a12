// `<Record>`: how long it listens, what is kept, and when the product hears of it.
import { expect, test } from "vitest";
import type { CallbackFault } from "../faults.ts";
import { LINE, setUpCalls } from "../testing/voice.ts";
import type { TranscriptFault } from "./transcript-fault.ts";

const record = (attributes = "") =>
  `<Say>Speak after the tone.</Say><Record action="/recorded" maxLength="120" timeout="5" transcribe="true" transcribeCallback="/transcribed" recordingStatusCallback="/recording" ${attributes}/><Say>Nothing was said.</Say>`;

const MAILBOX = { "/voice": record(), "/recorded": "<Say>Thank you.</Say>" };

async function leave(seconds: number, documents: Record<string, string> = MAILBOX) {
  const world = setUpCalls(documents);
  const call = await world.sam.call(LINE);
  await call.hears("beep");
  await call.speak("Please call me back.", seconds);
  return { ...world, call };
}

test.each<[spoken: number, kept: number, transcripts: number]>([
  [1, 1, 0],
  [2, 2, 0],
  [3, 3, 1],
  [119, 119, 1],
  [120, 120, 0],
  [150, 120, 0],
])("%i s spoken: %i s kept, %i transcripts, ever", async (spoken, kept, transcripts) => {
  const { call, posted, carrier } = await leave(spoken);
  await call.ended();
  await carrier.pass(3600);
  expect(posted("/recorded")[0]).toMatchObject({ RecordingDuration: String(kept) });
  expect(posted("/recording")).toMatchObject([
    { RecordingStatus: "completed", RecordingDuration: String(kept) },
  ]);
  expect(posted("/transcribed")).toHaveLength(transcripts);
});

test.each<[how: string, end: "silence" | "key" | "hang-up", digits: string, heard: string[]]>([
  ["silence ends it", "silence", "", ["en-US: Thank you."]],
  ["a key ends it", "key", "#", ["en-US: Thank you."]],
  ["the caller hangs up", "hang-up", "hangup", []],
])("%s", async (_how, end, digits, heard) => {
  const { call, posted } = await leave(8);
  if (end === "key") await call.press("#");
  if (end === "hang-up") await call.hangUp();
  await call.ended();
  expect(posted("/recorded")).toMatchObject([{ Digits: digits, RecordingDuration: "8" }]);
  expect(call.script()).toEqual(["en-US: Speak after the tone.", "beep", ...heard]);
});

test("two sentences with a pause between them are one recording; trimmed, or not", async () => {
  for (const [trim, seconds] of [
    ["trim-silence", "10"],
    ["do-not-trim", "17"],
  ] as const) {
    const { sam, posted } = setUpCalls({ ...MAILBOX, "/voice": record(`trim="${trim}"`) });
    const call = await sam.call(LINE);
    await call.hears("beep");
    await call.pass(2);
    await call.speak("Hello.", 4);
    await call.pass(3);
    await call.speak("Call me.", 3);
    await call.ended();
    expect(posted("/recorded")[0]).toMatchObject({ RecordingDuration: seconds });
  }
});

test("nothing said: no recording, and the document goes on", async () => {
  const { sam, posted } = setUpCalls({
    ...MAILBOX,
    "/voice": record('recordingStatusCallbackEvent="completed absent"'),
  });
  const call = await sam.call(LINE);
  await call.hears("Nothing was said.");
  await call.ended();
  expect(posted("/recorded")).toEqual([]);
  expect(posted("/recording")).toMatchObject([{ RecordingStatus: "absent" }]);
});

test("who is cut short has said part of it", async () => {
  const { call, carrier } = await leave(240);
  await call.ended();
  expect(carrier.log.entries).toContainEqual(
    expect.objectContaining({ kind: "recorded", seconds: 120, text: "Please cal" }),
  );
});

test.each<[what: string, fault: TranscriptFault | undefined, order: string[]]>([
  ["usually", undefined, ["/recording", "/transcribed"]],
  ["early", { kind: "early" }, ["/transcribed", "/recording"]],
  ["never", { kind: "never" }, ["/recording"]],
  ["twice", { kind: "twice" }, ["/recording", "/transcribed", "/transcribed"]],
  ["failed", { kind: "failed" }, ["/recording", "/transcribed"]],
])("a transcript comes: %s", async (_what, fault, order) => {
  const world = setUpCalls(MAILBOX);
  if (fault !== undefined) world.carrier.faults.transcripts.next(fault);
  const call = await world.sam.call(LINE);
  await call.hears("beep");
  await call.speak("Please call me back.", 10);
  await call.hangUp();
  await world.carrier.pass(600);
  const told = world.product.heard
    .map(({ path }) => path)
    .filter((path) => /\/(recording|transcribed)$/.test(path));
  expect(told).toEqual(order);
  const isFailed = fault?.kind === "failed";
  for (const form of world.posted("/transcribed")) {
    expect(form).toMatchObject({
      TranscriptionStatus: isFailed ? "failed" : "completed",
      TranscriptionText: isFailed ? "" : "Please call me back.",
    });
  }
});

test("a late transcript comes an hour later, after everybody has hung up", async () => {
  const { sam, carrier, posted } = setUpCalls(MAILBOX);
  carrier.faults.transcripts.next({ kind: "late", seconds: 3600 });
  const call = await sam.call(LINE);
  await call.hears("beep");
  await call.speak("Please call me back.", 10);
  await call.hangUp();
  await carrier.pass(3600);
  expect(posted("/transcribed")).toEqual([]);
  await carrier.pass(30);
  expect(posted("/transcribed")).toHaveLength(1);
});

test.each<[fault: CallbackFault, recordings: number]>([
  [{ kind: "dropped" }, 0],
  [{ kind: "repeated", times: 3 }, 3],
  [{ kind: "late", delayMs: 60_000 }, 1],
  [{ kind: "shuffled" }, 1],
])("callbacks of a call: %o", async (fault, count) => {
  const { sam, carrier, posted } = setUpCalls(MAILBOX);
  const call = await sam.call(LINE);
  await call.hears("beep");
  await call.speak("Please call me back.", 10);
  carrier.faults.callbacks.always(fault);
  await call.hangUp();
  await carrier.pass(600);
  expect(posted("/recording")).toHaveLength(count);
  expect(posted("/voice/status")).toHaveLength(count);
});

test("held callbacks leave when they are let go", async () => {
  const { sam, carrier, posted } = setUpCalls(MAILBOX);
  carrier.faults.callbacks.next({ kind: "held" }, 2);
  const call = await sam.call(LINE);
  await call.hears("beep");
  await call.speak("Please call me back.", 10);
  await call.hangUp();
  await carrier.pass(60);
  expect([posted("/voice/status"), posted("/recording")]).toEqual([[], []]);
  carrier.faults.heldCallbacks.release();
  await carrier.settled();
  expect([posted("/voice/status").length, posted("/recording").length]).toEqual([1, 1]);
});

test("a voice webhook that arrives twice is carried out once", async () => {
  const { sam, carrier, posted, product } = setUpCalls(MAILBOX);
  carrier.faults.webhooks.next({ kind: "repeated", times: 2, token: "same", together: true });
  const call = await sam.call(LINE);
  await call.hears("beep");
  expect(posted("/voice")).toHaveLength(2);
  expect(new Set(product.heard.map(({ token }) => token)).size).toBe(1);
  expect(call.script()).toEqual(["en-US: Speak after the tone.", "beep"]);
});

test("a forged one is signed with another token", async () => {
  const { sam, carrier, product } = setUpCalls(MAILBOX);
  carrier.faults.webhooks.next({ kind: "forged", authToken: "f".repeat(32) });
  await sam.call(LINE);
  expect(product.heard[0]?.genuine).toBe(false);
});
