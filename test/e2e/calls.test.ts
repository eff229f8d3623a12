// A call to a helpline, from the first ring to the voicemail, between handsets of the simulated carrier.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Answering } from "../carrier/carrier.ts";
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

/** Who hears the caller, in the carrier's own words. */
function bridgesOf(sid: string): string[] {
  return system.carrier.log.entries.flatMap((entry) =>
    entry.kind === "parted" && entry.sid === sid ? [`${entry.volunteer} ${entry.seconds} s`] : [],
  );
}

function rungIn(sid: string): string[] {
  return system.carrier.log.entries.flatMap((entry) =>
    entry.kind === "rang" && entry.parentSid === sid ? [entry.handset] : [],
  );
}

const ACCEPTS: Answering = { kind: "answers", presses: "1", talksSeconds: 90 };

test.for<{ what: string; ann: Answering; ben: Answering; rung: string[]; bridged: string[] }>([
  { what: "the first accepts", ann: ACCEPTS, ben: ACCEPTS, rung: [ANN], bridged: [`${ANN} 90 s`] },
  {
    what: "nobody answers, the second accepts",
    ann: { kind: "rings" },
    ben: ACCEPTS,
    rung: [ANN, BEN],
    bridged: [`${BEN} 90 s`],
  },
  {
    what: "a mailbox answers, the second accepts",
    ann: { kind: "mailbox", afterSeconds: 10 },
    ben: ACCEPTS,
    rung: [ANN, BEN],
    bridged: [`${BEN} 90 s`],
  },
  {
    what: "the first presses 2, the second accepts",
    ann: { kind: "answers", presses: "2" },
    ben: ACCEPTS,
    rung: [ANN, BEN],
    bridged: [`${BEN} 90 s`],
  },
  { what: "both are busy", ann: { kind: "busy" }, ben: { kind: "busy" }, rung: [], bridged: [] },
])("$what", async ({ ann, ben, rung, bridged }) => {
  const [first, second] = group.volunteers;
  first?.handset.whenCalled(ann);
  second?.handset.whenCalled(ben);
  const call = await system.handset("+447700900501").call(NUMBER);
  if (bridged.length === 0) {
    await call.hears("beep");
    await call.speak("Please call me back.", 10);
    await call.hangUp();
  } else {
    await call.ended();
  }
  expect({ rung: rungIn(call.sid), bridged: bridgesOf(call.sid) }).toEqual({ rung, bridged });
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
  expect(rungIn(call.sid)).toEqual([ANN]);
});

test("a number of no group says so politely", async () => {
  system.connectHelpline({ number: "+447700900299", name: "Nobody's" });
  const call = await system.handset("+447700900503").call("+447700900299");
  await call.ended();
  expect(call.script().join(" ")).toMatch(/en-/);
});
