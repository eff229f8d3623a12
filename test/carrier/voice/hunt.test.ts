// `<Dial>`: what the volunteer's telephone does, and what the caller hears and the product is told of it.
import { expect, test } from "vitest";
import type { Answering } from "../carrier.ts";
import { ANN, HUNT, LINE, setUpCalls } from "../testing/voice.ts";

type Outcome = { status: string; bridged: string; duration?: string };

test.each<[what: string, answering: Answering, outcome: Outcome, waitedSeconds: number]>([
  ["nobody answers", { kind: "rings" }, { status: "no-answer", bridged: "false" }, 20],
  [
    "somebody answers too late",
    { kind: "answers", afterSeconds: 25 },
    { status: "no-answer", bridged: "false" },
    20,
  ],
  ["the line is busy", { kind: "busy" }, { status: "busy", bridged: "false" }, 1],
  ["the call is pushed away", { kind: "rejects", afterSeconds: 3 }, { status: "busy", bridged: "false" }, 3],
  ["there is no such number", { kind: "no-such-number" }, { status: "failed", bridged: "false" }, 0],
  [
    "a mailbox answers and presses nothing",
    { kind: "mailbox", afterSeconds: 15 },
    { status: "completed", bridged: "false", duration: "8" },
    23,
  ],
  [
    "she hears the question and hangs up",
    { kind: "answers", leavesAfterSeconds: 1 },
    { status: "completed", bridged: "false", duration: "1" },
    5,
  ],
  ["she presses nothing", { kind: "answers" }, { status: "completed", bridged: "false", duration: "8" }, 12],
  [
    "she presses 1 and talks for a minute",
    { kind: "answers", afterSeconds: 5, presses: "1", talksSeconds: 60 },
    { status: "completed", bridged: "true", duration: "62" },
    67,
  ],
])("%s", async (_what, answering, outcome, waitedSeconds) => {
  const { sam, ann, posted, carrier } = setUpCalls(HUNT);
  ann.whenCalled(answering);
  const call = await sam.call(LINE);
  await call.hears("One moment.");
  const begun = carrier.now();
  expect(await call.ended()).toMatchObject({ status: "completed", by: "product" });

  const [form] = posted("/dialled");
  expect({
    status: form?.["DialCallStatus"],
    bridged: form?.["DialBridged"],
    ...(form?.["DialCallDuration"] !== undefined && { duration: form["DialCallDuration"] }),
  }).toEqual(outcome);
  // The second it takes to say either sentence counts too.
  expect((carrier.now() - begun) / 1000).toBe(waitedSeconds + 2);
});

test("who heard what, and who talked to whom", async () => {
  const { sam, ann, carrier, product } = setUpCalls(HUNT);
  ann.whenCalled({ kind: "answers", presses: "1", talksSeconds: 30 });
  const call = await sam.call(LINE);
  expect(await call.connected()).toBe(ANN);
  await call.speak("Hello, is that the helpline?", 3);
  await call.ended();

  expect(call.script()).toEqual([
    "en-GB: One moment.",
    "ringing",
    `connected with ${ANN}`,
    `parted from ${ANN}`,
    "en-US: Bye.",
  ]);
  expect(call.bridges()).toEqual([{ with: ANN, from: expect.any(Number), seconds: 30 }]);
  expect(call.rung()).toEqual([
    {
      number: ANN,
      shown: LINE,
      rangSeconds: 4,
      status: "completed",
      talkedSeconds: 30,
      script: [
        "en-US: Press 1 to talk.",
        "connected with +12065550123",
        "+12065550123: Hello, is that the helpline?",
      ],
    },
  ]);
  expect(carrier.log.entries).toContainEqual(expect.objectContaining({ kind: "parted", seconds: 30 }));
  expect(product.heard.every(({ genuine }) => genuine)).toBe(true);
});

test("a volunteer by hand: rings, answers, presses 1, talks, hangs up", async () => {
  const { sam, ann, posted } = setUpCalls(HUNT);
  const call = await sam.call(LINE);
  const ringing = await ann.rings();
  expect(ringing.shown).toBe(LINE);
  await ringing.answer();
  await ringing.hears("Press 1");
  await ringing.press("1");
  expect(await ringing.connected()).toBe("+12065550123");
  await ringing.speak("How can I help?");
  await call.hears("How can I help?");
  await ringing.hangUp();
  await call.ended();
  expect(posted("/dialled")[0]).toMatchObject({ DialCallStatus: "completed", DialBridged: "true" });
});

test("the caller gives up while it rings: every telephone falls silent, nothing more is said", async () => {
  const { sam, ann, posted, carrier } = setUpCalls(HUNT);
  const call = await sam.call(LINE);
  const ringing = await ann.rings();
  await call.pass(7);
  await call.hangUp();
  expect(ringing.status()).toBe("canceled");
  // The product is told, but its answer has nobody to hear it.
  expect(posted("/dialled")).toMatchObject([
    { CallStatus: "completed", DialCallStatus: "canceled", DialBridged: "false" },
  ]);
  expect(posted("/voice/status")).toMatchObject([{ CallStatus: "completed" }]);
  await carrier.pass(60);
  expect(call.script()).toEqual(["en-GB: One moment.", "ringing"]);
  expect(posted("/screen")).toEqual([]);
});

test("a volunteer who is on the telephone is busy to everybody else", async () => {
  const { sam, ann, posted, carrier } = setUpCalls(HUNT);
  ann.whenCalled({ kind: "answers", presses: "1" });
  const first = await sam.call(LINE);
  await first.connected();
  const second = await carrier.handset("+12065550199").call(LINE);
  await second.ended();
  expect(posted("/dialled")).toMatchObject([{ DialCallStatus: "busy", DialBridged: "false" }]);
  await first.hangUp();
  expect(posted("/dialled")[1]).toMatchObject({ DialCallStatus: "completed", DialBridged: "true" });
});

test("a telephone that is switched off rings nowhere", async () => {
  const { sam, ann, posted, carrier } = setUpCalls(HUNT);
  ann.setDelivery({ kind: "off" });
  await (await sam.call(LINE)).ended();
  expect(posted("/dialled")).toMatchObject([{ DialCallStatus: "no-answer" }]);
  expect(carrier.log.entries.some(({ kind }) => kind === "rang")).toBe(false);
});

test("without screening whoever answers is connected, a mailbox included", async () => {
  const { sam, ann, posted } = setUpCalls({ ...HUNT, "/voice": `<Dial action="/dialled">${ANN}</Dial>` });
  ann.whenCalled({ kind: "mailbox", greeting: "This is Ann's mailbox." });
  const call = await sam.call(LINE);
  await call.hears("This is Ann's mailbox.");
  await call.hangUp();
  expect(posted("/dialled")[0]).toMatchObject({ DialCallStatus: "completed", DialBridged: "true" });
});

test("answerOnBridge: the caller's call is answered only when somebody is there", async () => {
  const { sam, ann, posted } = setUpCalls({
    ...HUNT,
    "/voice": `<Dial action="/dialled" answerOnBridge="true" timeout="10"><Number url="/screen">${ANN}</Number></Dial>`,
    "/dialled": '<Reject reason="busy"/>',
  });
  const call = await sam.call(LINE);
  await ann.rings();
  expect(call.status()).toBe("ringing");
  expect(await call.ended()).toEqual({ status: "busy", by: "product", seconds: 0 });
  expect(call.script()).toEqual(["ringing", "busy signal"]);
  expect(posted("/dialled")[0]).toMatchObject({ CallStatus: "ringing", DialCallStatus: "no-answer" });
});

test("a talk ends at its time limit, or by the caller's star", async () => {
  const { sam, ann, posted } = setUpCalls({
    ...HUNT,
    "/voice": `<Dial action="/dialled" timeLimit="90" hangupOnStar="true">${ANN}</Dial>`,
  });
  ann.whenCalled({ kind: "answers" });
  const limited = await sam.call(LINE);
  await limited.hears("Bye.");
  const starred = await sam.call(LINE);
  await starred.connected();
  await starred.pass(5);
  await starred.press("*");
  await starred.hears("Bye.");
  expect(posted("/dialled").map((form) => form["DialCallDuration"])).toEqual(["90", "5"]);
});

test.each<[what: string, screen: string, code: number]>([
  ["a <Dial> of its own", `<Dial>${ANN}</Dial>`, 13201],
  ["a <Record>", "<Record/>", 12200],
  ["broken XML", "<Say>", 12100],
])("screening with %s drops the volunteer", async (_what, screen, code) => {
  const { sam, ann, posted, complaints } = setUpCalls({ ...HUNT, "/screen": screen });
  ann.whenCalled({ kind: "answers", presses: "1" });
  await (await sam.call(LINE)).ended();
  expect(posted("/dialled")[0]).toMatchObject({ DialCallStatus: "completed", DialBridged: "false" });
  expect(complaints()).toEqual([expect.stringContaining(String(code))]);
});

const withCallerId = (callerId: string) => ({
  ...HUNT,
  "/voice": `<Dial action="/dialled" callerId="${callerId}">${ANN}</Dial>`,
});

test("a caller id that is nobody's is refused, the caller's own is not", async () => {
  const foreign = setUpCalls(withCallerId("+12065559999"));
  await (await foreign.sam.call(LINE)).ended();
  expect(foreign.posted("/dialled")[0]).toMatchObject({ DialCallStatus: "failed" });
  expect(foreign.complaints()[0]).toMatch(/^13214/);
  const own = setUpCalls(withCallerId("+12065550123"));
  own.ann.whenCalled({ kind: "answers", talksSeconds: 1 });
  await (await own.sam.call(LINE)).ended();
  expect(own.posted("/dialled")[0]).toMatchObject({ DialBridged: "true" });
});
