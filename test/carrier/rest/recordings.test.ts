// Recordings and calls by the REST API: with credentials only, as files of the right length, gone when deleted.
import { beforeEach, expect, test } from "vitest";
import { ACCOUNT_SID, API_KEY } from "../testing/setup.ts";
import { HUNT, LINE, setUpCalls } from "../testing/voice.ts";

const ACCOUNT = `/2010-04-01/Accounts/${ACCOUNT_SID}`;
let world: ReturnType<typeof setUpCalls>;
let sid = "";

/** Leaves a message of so many seconds; its SID. */
async function leave(text: string, seconds: number): Promise<string> {
  const call = await world.sam.call(LINE);
  await call.hears("beep");
  await call.speak(text, seconds);
  await call.hangUp();
  return world.posted("/recorded").at(-1)?.["RecordingSid"] ?? "";
}

beforeEach(async () => {
  world = setUpCalls({ "/voice": '<Record action="/recorded"/>' });
  sid = await leave("Please call me back.", 10);
});

test("nothing can be fetched before Twilio is done with it", async () => {
  expect((await world.rest.raw(`${ACCOUNT}/Recordings/${sid}.wav`)).status).toBe(404);
  expect((await world.rest.get(`/Recordings/${sid}.json`)).body).toMatchObject({
    status: "processing",
    duration: "-1",
  });
  await world.carrier.pass(5);
  expect((await world.rest.get(`/Recordings/${sid}.json`)).body).toMatchObject({
    sid,
    status: "completed",
    duration: "10",
    source: "RecordVerb",
    channels: 1,
  });
});

test.each(["", ".wav", ".mp3", ".json"])(
  "%s without credentials, or with another's, is refused",
  async (type) => {
    await world.carrier.pass(5);
    for (const authorization of ["", `Basic ${Buffer.from(`${API_KEY}:wrong`).toString("base64")}`]) {
      const response = await world.rest.raw(`${ACCOUNT}/Recordings/${sid}${type}`, {
        headers: { authorization },
      });
      expect(response.status).toBe(401);
    }
  },
);

test("a WAV of the right length, the same every time, and another for other words", async () => {
  await world.carrier.pass(5);
  const fetchWav = async (which: string) =>
    Buffer.from(await (await world.rest.raw(`${ACCOUNT}/Recordings/${which}.wav`)).arrayBuffer());
  const wav = await fetchWav(sid);
  expect(wav.subarray(0, 4).toString()).toBe("RIFF");
  expect(wav.readUInt32LE(4)).toBe(wav.length - 8);
  const [bytesPerSecond, dataBytes] = [wav.readUInt32LE(28), wav.readUInt32LE(40)];
  expect(dataBytes / bytesPerSecond).toBe(10);
  expect(wav.length).toBe(44 + dataBytes);
  // Somebody speaks.
  expect(new Set(wav.subarray(44)).size).toBeGreaterThan(50);
  expect(await fetchWav(sid)).toEqual(wav);
  const other = await leave("Something else.", 10);
  await world.carrier.pass(5);
  expect(await fetchWav(other)).not.toEqual(wav);
});

test("two minutes are less than half a megabyte; an MP3 is frames of the right count behind its tag", async () => {
  const long = await leave("A long story.", 120);
  await world.carrier.pass(5);
  const wav = await world.rest.raw(`${ACCOUNT}/Recordings/${long}`);
  expect(wav.headers.get("content-type")).toBe("audio/x-wav");
  expect((await wav.arrayBuffer()).byteLength).toBeLessThan(512 * 1024);
  const response = await world.rest.raw(`${ACCOUNT}/Recordings/${long}.mp3`);
  expect(response.headers.get("content-type")).toBe("audio/mpeg");
  const mp3 = Buffer.from(await response.arrayBuffer());
  expect(mp3.subarray(0, 3).toString()).toBe("ID3");
  const tagBytes = 10 + [...mp3.subarray(6, 10)].reduce((size, byte) => size * 128 + byte, 0);
  expect(mp3.subarray(tagBytes, tagBytes + 2)).toEqual(Buffer.from([0xff, 0xf3]));
  const frames = (mp3.length - tagBytes) / 26;
  expect(Math.round((frames * 576) / 22_050)).toBe(120);
});

test("a deleted recording is gone, by its list too", async () => {
  await world.carrier.pass(5);
  expect((await world.rest.get("/Recordings.json")).body["recordings"]).toHaveLength(1);
  expect((await world.rest.raw(`${ACCOUNT}/Recordings/${sid}.json`, { method: "DELETE" })).status).toBe(204);
  expect((await world.rest.raw(`${ACCOUNT}/Recordings/${sid}.wav`)).status).toBe(404);
  expect((await world.rest.get("/Recordings.json")).body["recordings"]).toEqual([]);
});

test("calls are listed with their legs, and ended from outside", async () => {
  world = setUpCalls(HUNT);
  const call = await world.sam.call(LINE);
  const ringing = await world.ann.rings();
  expect((await world.rest.get(`/Calls.json?ParentCallSid=${call.sid}`)).body["calls"]).toMatchObject([
    {
      sid: ringing.sid,
      status: "ringing",
      direction: "outbound-dial",
      parent_call_sid: call.sid,
      duration: null,
    },
  ]);
  const end = (status: string) =>
    world.rest.raw(`${ACCOUNT}/Calls/${call.sid}.json`, {
      method: "POST",
      body: new URLSearchParams({ Status: status }),
    });
  expect((await end("paused")).status).toBe(400);
  // An answered call cannot be cancelled any more.
  expect(await (await end("canceled")).json()).toMatchObject({ status: "in-progress" });
  expect(await (await end("completed")).json()).toMatchObject({ status: "completed" });
  expect(ringing.status()).toBe("canceled");
  expect(await call.ended()).toMatchObject({ by: "product" });
});

test("numbers say where their calls go", async () => {
  const { body } = await world.rest.get(`/IncomingPhoneNumbers.json?PhoneNumber=${encodeURIComponent(LINE)}`);
  expect(body["incoming_phone_numbers"]).toMatchObject([
    {
      phone_number: LINE,
      voice_url: "https://line.test/voice",
      status_callback: "https://line.test/voice/status",
    },
  ]);
});
