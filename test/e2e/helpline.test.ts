// Calls to a helpline as they are in the end: between handsets of the simulated carrier, on one system whose clock jumps.
import { afterAll, afterEach, beforeAll, describe, expect } from "vitest";
import { untilTime } from "../tour/stage.ts";
import { startSystem, type TestSystem } from "./harness.ts";
import { playBusy } from "./helpline/busy.ts";
import { playCallers } from "./helpline/callers.ts";
import { playChanges } from "./helpline/changes.ts";
import { playHunts } from "./helpline/hunts.ts";
import { playNights } from "./helpline/nights.ts";
import { playTrouble } from "./helpline/trouble.ts";
import { playVoicemail } from "./helpline/voicemail.ts";

/** What Twilio rightly complains of, where a volunteer's number is mistyped. */
const NO_SUCH_NUMBER = 13_224;

let system: TestSystem;
const running = (): TestSystem => system;

beforeAll(async () => {
  system = await startSystem();
  // Shifts change at hours of the day: nothing depends on when this runs.
  await system.tick(untilTime(await system.now(), "10:00"));
});

afterEach(() => {
  system.carrier.faults.clear();
  system.carrier.mail.faults.clear();
  const complaints = system.carrier.log.entries.filter(
    (entry) => entry.kind === "debugger" && entry.code !== NO_SUCH_NUMBER,
  );
  expect(complaints).toEqual([]);
});

afterAll(async () => {
  await system.stop();
});

describe("a hunt", () => playHunts(running));
describe("volunteers", () => playBusy(running));
describe("callers", () => playCallers(running));
describe("changes", () => playChanges(running));
describe("a message", () => playVoicemail(running));
describe("in spite of trouble", () => playTrouble(running));
describe("nights", () => playNights(running));
