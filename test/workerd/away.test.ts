// What neither answers nor fails: a person who writes is answered all the same, in seconds.
import { env } from "cloudflare:workers";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { receiveMessage } from "../../worker/actions/receive-message.ts";
import { openServices } from "../../worker/services.ts";
import { SettingsError } from "../../worker/settings.ts";
import { freshNumber, freshSid, LINE, loopFlow, publish } from "./story.ts";

const never = () => new Promise<never>(() => undefined);
const statement = { bind: () => statement, first: never, all: never, run: never, raw: never };
const hanging = { prepare: () => statement, batch: never } as unknown as D1Database;

beforeAll(async () => {
  await publish("loop", loopFlow, "", { id: "line-away" });
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets so many seconds pass once somebody waits for them. */
async function pass(seconds: number): Promise<void> {
  while (vi.getTimerCount() === 0) await scheduler.wait(5);
  await vi.advanceTimersByTimeAsync(seconds * 1000);
}

function message(text: string) {
  return {
    address: { kind: "phone", value: freshNumber() } as const,
    inbound: {
      id: crypto.randomUUID(),
      sid: freshSid(),
      token: null,
      channel: "sms" as const,
      to: LINE,
      serviceSid: null,
      text,
      attachments: [],
      location: null,
      option: null,
      optOutType: null,
      profileName: null,
    },
  };
}

test("a D1 that hangs is away after three seconds: the message is recorded, and a STOP counts", async () => {
  const services = await openServices(env);
  const { address, inbound } = message("STOP");
  const answer = receiveMessage({ ...services, d1: hanging }, { address, inbound });
  await pass(3);
  expect((await answer).messages).toEqual([]);
  const { consent } = await services.contact((await answer).addressId).snapshot();
  expect(consent.optedOut).toMatchObject({ words: "STOP" });
});

test("a D1 that answers leaves no clock running", async () => {
  const services = await openServices(env);
  const { messages } = await receiveMessage(services, message("hello"));
  expect(messages).toMatchObject([{ text: "Tell me a word." }]);
  // The Feed hears of the record beside it, and gathers news for a third of a second; a deadline that was left would stand at two.
  for (let look = 0; look < 200 && vi.getTimerCount() > 0; look += 1) {
    await scheduler.wait(10);
    if (look === 100) vi.advanceTimersByTime(400);
  }
  expect(vi.getTimerCount()).toBe(0);
});

test("a key that cannot be checked holds nothing up for longer than two seconds, and is checked the next time", async () => {
  const IDENTITY_KEY = "another key than the one this database knows";
  await openServices(env);
  const opening = openServices({ ...env, IDENTITY_KEY, DEMO: "", DB: hanging });
  await pass(2);
  expect((await opening).settings.IDENTITY_KEY).toBe(IDENTITY_KEY);
  await expect(openServices({ ...env, IDENTITY_KEY })).rejects.toThrow(SettingsError);
});
