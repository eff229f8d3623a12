// Every form posted about a call has exactly the documented fields.
import { expect, test } from "vitest";
import { readForm } from "../testing/fixture.ts";
import { ANN, HUNT, LINE, setUpCalls } from "../testing/voice.ts";

type World = ReturnType<typeof setUpCalls>;

/** SIDs differ from run to run, nothing else may. */
function withoutSids(form: Record<string, string> | undefined): Record<string, string> {
  const entries = Object.entries(form ?? {});
  return Object.fromEntries(
    entries.map(([name, value]) => [name, value.replaceAll(/(CA|RE|TR)[0-9a-f]{32}/g, "$1")]),
  );
}

const PROGRESS = `<Dial action="/dialled" callerId="${LINE}"><Number statusCallback="/progress" statusCallbackEvent="initiated ringing answered completed">${ANN}</Number></Dial>`;
const MAILBOX =
  '<Say>Hi.</Say><Record action="/recorded" transcribeCallback="/transcribed" recordingStatusCallback="/recording"/>';

async function hunt(world: World): Promise<void> {
  await (await world.sam.call(LINE)).ended();
}

async function leaveMessage({ sam, carrier }: World): Promise<void> {
  const call = await sam.call(LINE);
  await call.hears("beep");
  await call.speak("Please call me back.", 10);
  await call.hangUp();
  await carrier.pass(60);
}

test.each<
  [fixture: string, path: string, documents: Record<string, string>, act: (world: World) => Promise<void>]
>([
  ["voice-incoming", "/voice", {}, hunt],
  [
    "voice-incoming-anonymous",
    "/voice",
    {},
    async ({ sam }) => void (await sam.call(LINE, { shownAs: "anonymous" })),
  ],
  [
    "voice-gathered",
    "/chosen",
    { "/voice": '<Gather action="/chosen" numDigits="1"/>' },
    async ({ sam }) => (await sam.call(LINE)).press("1"),
  ],
  [
    "voice-screen",
    "/screen",
    HUNT,
    async (world) => {
      world.ann.whenCalled({ kind: "answers" });
      await hunt(world);
    },
  ],
  [
    "voice-dialled-bridged",
    "/dialled",
    HUNT,
    async (world) => {
      world.ann.whenCalled({ kind: "answers", presses: "1", talksSeconds: 61 });
      await hunt(world);
    },
  ],
  [
    "voice-dialled-mailbox",
    "/dialled",
    { ...HUNT, "/screen": '<Gather timeout="4"><Say>Press 1 to talk.</Say></Gather><Hangup/>' },
    async (world) => {
      world.ann.whenCalled({ kind: "mailbox" });
      await hunt(world);
    },
  ],
  ["voice-dialled-no-answer", "/dialled", HUNT, hunt],
  ["voice-recorded", "/recorded", { "/voice": MAILBOX }, leaveMessage],
  ["recording-completed", "/recording", { "/voice": MAILBOX }, leaveMessage],
  ["transcription-completed", "/transcribed", { "/voice": MAILBOX }, leaveMessage],
  ["voice-ended", "/voice/status", { "/voice": MAILBOX }, leaveMessage],
])("%s", async (fixture, path, documents, act) => {
  const world = setUpCalls(documents);
  await act(world);
  expect(withoutSids(world.posted(path)[0])).toEqual(withoutSids(readForm(fixture)));
});

test("voice-dial-progress: each event in turn, numbered", async () => {
  const world = setUpCalls({ "/voice": `<Pause length="1"/>${PROGRESS}` });
  world.ann.whenCalled({ kind: "answers", talksSeconds: 30 });
  await hunt(world);
  const told = world.posted("/progress");
  expect(told.map((form) => [form["SequenceNumber"], form["CallStatus"], form["CallDuration"]])).toEqual([
    ["0", "initiated", undefined],
    ["1", "ringing", undefined],
    ["2", "in-progress", undefined],
    ["3", "completed", "30"],
  ]);
  expect(withoutSids(told[1])).toEqual(withoutSids(readForm("voice-dial-progress")));
});
