// A call to a helpline, from the first ring to the voicemail, between handsets of the simulated carrier.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Answering, Call } from "../carrier/carrier.ts";
import { addGroup, type Group } from "../system/group.ts";
import { startSystem, type TestSystem } from "./harness.ts";

const NUMBER = "+447700900200";
const ANN = "+447700900401";
const BEN = "+447700900402";

let system: TestSystem;
let group: Group;

beforeAll(async () => {
  system = await startSystem();
  group = await addGroup(system, { name: "Riverside", number: NUMBER, zone: "Europe/London" }, [
    { name: "Ann", phone: ANN },
    { name: "Ben", phone: BEN },
  ]);
});

afterAll(async () => {
  await system.stop();
});

beforeEach(() => {
  for (const { handset } of group.volunteers) handset.whenCalled({ kind: "rings" });
});

/** Whose telephones rang, how long each, and for how long the two talked. */
function huntOf(call: Call): [number: string, rangSeconds: number | null, talkedSeconds: number][] {
  return call.rung().map(({ number, rangSeconds, talkedSeconds }) => [number, rangSeconds, talkedSeconds]);
}

const ACCEPTS: Answering = { kind: "answers", presses: "1", talksSeconds: 90 };

type Hunt = ReturnType<typeof huntOf>;

test.for<{ what: string; ann: Answering; ben: Answering; hunt: Hunt }>([
  { what: "the first accepts", ann: ACCEPTS, ben: ACCEPTS, hunt: [[ANN, 4, 90]] },
  {
    what: "nobody answers, the second accepts",
    ann: { kind: "rings" },
    ben: ACCEPTS,
    hunt: [
      [ANN, 20, 0],
      [BEN, 4, 90],
    ],
  },
  {
    what: "a mailbox answers, the second accepts",
    ann: { kind: "mailbox", afterSeconds: 10 },
    ben: ACCEPTS,
    hunt: [
      [ANN, 10, 0],
      [BEN, 4, 90],
    ],
  },
  {
    what: "the first presses 2, the second accepts",
    ann: { kind: "answers", presses: "2" },
    ben: ACCEPTS,
    hunt: [
      [ANN, 4, 0],
      [BEN, 4, 90],
    ],
  },
  {
    what: "both are busy",
    ann: { kind: "busy" },
    ben: { kind: "busy" },
    hunt: [
      [ANN, null, 0],
      [BEN, null, 0],
    ],
  },
])("$what", async ({ ann, ben, hunt }) => {
  const [first, second] = group.volunteers;
  first?.handset.whenCalled(ann);
  second?.handset.whenCalled(ben);
  const call = await system.handset("+447700900501").call(NUMBER);
  if (hunt.some(([, , talked]) => talked > 0)) {
    await call.ended();
  } else {
    await call.hears("beep");
    await call.speak("Please call me back.", 10);
    await call.hangUp();
  }
  expect(huntOf(call)).toEqual(hunt);
  await system.carrier.pass(60);
  const complaints = system.carrier.log.entries.filter(({ kind }) => kind === "debugger");
  expect(complaints).toEqual([]);
});

test("the caller hangs up while it rings: the telephone falls silent, and nobody else's rings", async () => {
  const call = await system.handset("+447700900502").call(NUMBER);
  const ringing = await group.volunteers[0]?.handset.rings();
  await call.hangUp();
  expect(ringing?.status()).toBe("canceled");
  await system.carrier.pass(120);
  expect(huntOf(call)).toEqual([[ANN, expect.any(Number), 0]]);
});

test("a number of no group says so politely", async () => {
  system.connectHelpline({ number: "+447700900299", name: "Nobody's" });
  const call = await system.handset("+447700900503").call("+447700900299");
  await call.ended();
  expect(call.script()).toEqual([expect.stringContaining("this number is not in use")]);
});
