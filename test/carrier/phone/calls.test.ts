// Calls from the page: what it may do, what it is told, and a volunteer's page beside the caller's.
import { expect, test } from "vitest";
import { openPage, post } from "../testing/phone-page.ts";
import { ANN, HUNT, LINE, setUpCalls } from "../testing/voice.ts";
import type { CallCommand, CallLine } from "./wire.ts";

const SAM = "+12065550123";

type Calls = ReturnType<typeof setUpCalls>;

const act = async (world: Calls, command: CallCommand): Promise<number> => {
  const { status } = await post(world, "/sim/call", command);
  await world.carrier.settled();
  return status;
};

/** What a page that opens now shows of its telephone's call. */
async function look(world: Calls, number: string) {
  const page = await openPage(world, number);
  const { call } = await page.next("call");
  await page.close();
  return call;
}

const texts = (lines: CallLine[] | undefined): string[] =>
  (lines ?? []).map(({ by, text }) => `${by}: ${text}`);

test("a call between two pages, from the first ring to the last word", async () => {
  const world = setUpCalls(HUNT);
  expect(await look(world, SAM)).toBeNull();
  expect(await act(world, { kind: "dial", number: SAM, line: LINE })).toBe(204);
  expect(await look(world, SAM)).toMatchObject({
    direction: "outgoing",
    name: "Helpline",
    state: "talking",
    lines: [{ by: "machine", text: "One moment.", language: "en-GB" }],
  });
  await world.carrier.pass(2);
  expect(await look(world, ANN)).toMatchObject({
    direction: "incoming",
    number: LINE,
    state: "ringing",
    lines: [],
  });

  await act(world, { kind: "answer", number: ANN });
  expect(await look(world, ANN)).toMatchObject({ state: "talking", wants: "keys", partner: null });
  await act(world, { kind: "press", number: ANN, key: "1" });
  await act(world, { kind: "speak", number: ANN, text: "Hello, this is Ann." });
  await act(world, { kind: "speak", number: SAM, text: "Hello Ann." });
  expect(await look(world, SAM)).toMatchObject({ partner: "Ann", wants: null });
  await act(world, { kind: "hang-up", number: ANN });

  const ann = await look(world, ANN);
  expect(ann).toMatchObject({ state: "over", ending: expect.stringMatching(/^You hung up after 0:/) });
  expect(texts(ann?.lines)).toEqual([
    "machine: Press 1 to talk.",
    "me: 1",
    "network: connected with Sam",
    "me: Hello, this is Ann.",
    "other: Hello Ann.",
  ]);
  await world.carrier.pass(5);
  const sam = await look(world, SAM);
  expect(sam).toMatchObject({ state: "over", ending: expect.stringMatching(/^The line hung up after 0:/) });
  expect(texts(sam?.lines)).toEqual([
    "machine: One moment.",
    "network: ringing",
    "network: connected with Ann",
    "other: Hello, this is Ann.",
    "me: Hello Ann.",
    "network: Ann has left",
    "machine: Bye.",
  ]);
});

test.each<[who: string, command: CallCommand, ending: string]>([
  ["the caller gives up", { kind: "hang-up", number: SAM }, "The caller gave up"],
  ["the volunteer rejects", { kind: "hang-up", number: ANN }, "You rejected it"],
])("%s", async (_who, command, ending) => {
  const world = setUpCalls(HUNT);
  await act(world, { kind: "dial", number: SAM, line: LINE });
  await world.carrier.pass(5);
  await act(world, command);
  expect(await look(world, ANN)).toMatchObject({ state: "over", ending });
});

test("whoever is on the telephone stays on their call when another one meets a busy line, and hears nothing of it", async () => {
  const world = setUpCalls(HUNT);
  const other = world.carrier.handset("+12065550199", { name: "Kim" });
  await act(world, { kind: "dial", number: SAM, line: LINE });
  await world.carrier.pass(2);
  await act(world, { kind: "answer", number: ANN });
  await act(world, { kind: "press", number: ANN, key: "1" });
  const kim = await other.call(LINE);
  await kim.hears("ringing");
  expect(kim.rung()).toMatchObject([{ number: ANN, rangSeconds: null, script: [] }]);
  // While the other call is turned away, and after it.
  await act(world, { kind: "speak", number: ANN, text: "Still here." });
  expect(await look(world, SAM)).toMatchObject({
    lines: expect.arrayContaining([{ by: "other", text: "Still here." }]),
  });
  expect((await kim.ended()).by).toBe("product");
  expect(await look(world, ANN)).toMatchObject({ state: "talking", partner: "Sam" });
  await act(world, { kind: "hang-up", number: ANN });
  expect(await look(world, ANN)).toMatchObject({ ending: expect.stringMatching(/^You hung up after/) });
});

test("the list of phones says which one rings, above whoever wrote a moment ago", async () => {
  const world = setUpCalls(HUNT);
  await world.carrier.handset("+12065550199", { name: "Kim" }).text(LINE, "hi");
  await act(world, { kind: "dial", number: SAM, line: LINE });
  await world.carrier.pass(5);
  const page = await openPage(world, SAM);
  const { world: shown } = await page.next("world");
  expect(shown.people.map(({ name, call }) => [name, call])).toEqual([
    ["Sam", "talking"],
    ["Ann", "ringing"],
    ["Kim", undefined],
  ]);
  await page.close();
});

test("what cannot be done is refused: a second call, keys without one, words instead of a key, an unknown line", async () => {
  const world = setUpCalls(HUNT);
  expect(await act(world, { kind: "press", number: SAM, key: "1" })).toBe(409);
  expect(await act(world, { kind: "dial", number: SAM, line: "+15005550000" })).toBe(400);
  expect(await act(world, { kind: "dial", number: SAM, line: LINE })).toBe(204);
  expect(await act(world, { kind: "dial", number: SAM, line: LINE })).toBe(409);
  expect(await act(world, { kind: "press", number: SAM, key: "one" })).toBe(400);
  expect(await act(world, { kind: "hang-up", number: SAM })).toBe(204);
});

test("the switch says what becomes of calls to a phone", async () => {
  const world = setUpCalls(HUNT);
  const calls = "no-such-number";
  await post(world, "/sim/phone", { number: ANN, power: "on", reads: true, hides: false, calls });
  await act(world, { kind: "dial", number: SAM, line: LINE });
  await world.carrier.pass(5);
  expect(world.posted("/dialled")[0]).toMatchObject({ DialCallStatus: "failed" });
  const page = await openPage(world, ANN);
  expect((await page.next("thread")).thread.phone.calls).toBe(calls);
  await page.close();
});

test("a phone that hides its number calls as anonymous", async () => {
  const world = setUpCalls(HUNT);
  await post(world, "/sim/phone", { number: SAM, power: "on", reads: true, hides: true, calls: "rings" });
  await act(world, { kind: "dial", number: SAM, line: LINE });
  expect(world.posted("/voice")[0]).toMatchObject({ From: "anonymous", Caller: "anonymous", FromCity: "" });
});
