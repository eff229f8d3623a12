// Time in calls: several calls at once, jumps of the clock, real seconds, and what counts as settled.
import { afterEach, expect, test, vi } from "vitest";
import { createExchange } from "../exchange.ts";
import { findHandset } from "../handset-state.ts";
import { callFromPhone, showCall } from "../phone/calls.ts";
import { AUTH_TOKEN, PRODUCT_URL } from "../testing/product.ts";
import { ACCOUNT_SID, API_KEY, seeded } from "../testing/setup.ts";
import { ANN, HUNT, LINE, setUpCalls } from "../testing/voice.ts";

afterEach(() => void vi.useRealTimers());

test("calls at the same time share their seconds, and each takes as long as it takes", async () => {
  const { carrier, sam, ann, posted } = setUpCalls(HUNT);
  ann.whenCalled({ kind: "answers", presses: "1", talksSeconds: 100 });
  const begun = carrier.now();
  const others = ["+12065550131", "+12065550132"].map((number) => carrier.handset(number));
  const calls = [await sam.call(LINE), ...(await Promise.all(others.map((each) => each.call(LINE))))];
  await calls[0]?.pass(10);
  expect((carrier.now() - begun) / 1000).toBe(10);
  const endings = await Promise.all(calls.map((call) => call.ended()));
  // Greeted for a second, rung for 4 s, asked for 2 s, 100 s of talk, a second of farewell; the others meet a busy line.
  expect(endings.map(({ seconds }) => seconds)).toEqual([108, 3, 3]);
  expect(posted("/dialled").map((form) => form["DialCallStatus"])).toEqual(["busy", "busy", "completed"]);
  expect((carrier.now() - begun) / 1000).toBe(108);
});

test("what passes beside a longer wait is exact all the same", async () => {
  const { carrier, sam } = setUpCalls(HUNT);
  const begun = carrier.now();
  const call = await sam.call(LINE);
  await Promise.all([call.ended(), call.pass(7).then(() => expect((carrier.now() - begun) / 1000).toBe(7))]);
});

test("settled means that nobody is asked any more, not that nobody waits", async () => {
  const { carrier, sam, ann } = setUpCalls(HUNT);
  const call = await sam.call(LINE);
  await ann.rings();
  await carrier.settled();
  expect(call.status()).toBe("in-progress");
  expect(call.script().at(-1)).toBe("ringing");
});

test("a jump of the clock ends a ring", async () => {
  const { carrier, sam, ann, posted } = setUpCalls(HUNT);
  await sam.call(LINE);
  const ringing = await ann.rings();
  carrier.advance(3_600_000);
  await carrier.settled();
  expect(ringing.status()).toBe("no-answer");
  expect(posted("/dialled")[0]).toMatchObject({ DialCallStatus: "no-answer" });
});

test("every request of a call is signed as Twilio's library expects, by GET as well", async () => {
  const { carrier, sam, ann, product } = setUpCalls({
    ...HUNT,
    "/voice": `<Gather action="/menu?lang=é&amp;n=1" method="GET" numDigits="1"/>`,
    "/menu": `<Dial action="/dialled" method="GET"><Number url="/screen" method="GET" statusCallback="/progress?x=y" statusCallbackEvent="initiated completed">${ANN}</Number></Dial>`,
    "/dialled": `<Record transcribeCallback="/transcribed" recordingStatusCallback="/recording" recordingStatusCallbackMethod="GET"/>`,
  });
  ann.whenCalled({ kind: "answers" });
  const call = await sam.call(LINE);
  await call.press("1");
  await call.hears("beep");
  await call.speak("Zoë, ring me: it's urgent & important.", 12);
  await call.hangUp();
  await carrier.pass(60);
  const paths = new Set(product.heard.map(({ path }) => path));
  expect([...paths]).toEqual([
    "/voice",
    "/menu",
    "/progress",
    "/screen",
    "/dialled",
    "/voice/status",
    "/recording",
    "/transcribed",
  ]);
  expect(product.heard.filter(({ genuine }) => !genuine)).toEqual([]);
});

test("by hand a call takes real seconds, and nothing keeps running once it is over", async () => {
  vi.useFakeTimers();
  const line = { address: LINE, kind: "long-code", webhookPath: "/messages", voiceUrl: "/voice" } as const;
  const exchange = createExchange({
    accountSid: ACCOUNT_SID,
    authToken: AUTH_TOKEN,
    apiKey: API_KEY,
    apiSecret: "secret",
    productUrl: PRODUCT_URL,
    lines: [line],
    random: seeded(3),
    deliver: () =>
      Promise.resolve(
        new Response('<Response><Say>Hello.</Say><Pause length="5"/></Response>', {
          headers: { "content-type": "text/xml" },
        }),
      ),
  });
  const handset = findHandset(exchange.handsets, "+12065550123");
  callFromPhone(exchange, { kind: "dial", number: handset.number, line: LINE });
  const stateAfter = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    return showCall(exchange, handset)?.state;
  };
  expect(await stateAfter(500)).toBe("talking");
  expect(await stateAfter(5_000)).toBe("talking");
  expect(await stateAfter(1_000)).toBe("over");
  expect(vi.getTimerCount()).toBe(0);
});
