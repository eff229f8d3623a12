// Whatever goes wrong at any outside call of a call's steps - it fails before, it fails after, the object is gone - the caller hears
// something, and the webhook that Twilio repeats goes on with the same call: nobody is rung twice for it.
import { env } from "cloudflare:workers";
import { afterEach, describe, expect, test, vi } from "vitest";
import { continueCall } from "../../worker/actions/continue-call.ts";
import { routeCall } from "../../worker/actions/route-call.ts";
import { openServices } from "../../worker/services.ts";
import type { Services } from "../../worker/services.ts";
import { evictIfAwake, watchServices, withFault } from "./faults.ts";
import type { Caller } from "./faults.ts";
import { freshNumber } from "./story.ts";
import { helplineOf, makeGroup, makePerson } from "./voice-line.ts";

const WHATS = ["fails-before", "fails-after", "evicted-before", "evicted-after"] as const;
/** More than a step has: each run ends at the first site that is never reached. */
const SITES_MAX = 12;
const NO_ANSWER = {
  kind: "dialled",
  isBridged: false,
  status: "no-answer",
  seconds: null,
  isCallerGone: false,
} as const;

/** Two people on shift, of whom the first is on another call: as many outside calls as a step makes. */
async function scene() {
  const [ann, bob, cem] = [await makePerson("Ann"), await makePerson("Bob"), await makePerson("Cem")];
  const group = await makeGroup([ann, bob, cem]);
  const now = Date.now();
  await env.CONTACT.getByName(ann.addressId).lease({ callId: "another", until: now + 600_000, now });
  const sid = `CA${crypto.randomUUID().replaceAll("-", "")}`;
  return { group, bob, cem, incoming: { sid, from: freshNumber(), to: group.number } };
}

/** How often something went wrong. */
async function everywhere(
  step: (
    scenery: Awaited<ReturnType<typeof scene>>,
    services: Services,
  ) => Promise<readonly { kind: string }[]>,
  rungIn: (scenery: Awaited<ReturnType<typeof scene>>) => string[],
): Promise<number> {
  const services = await openServices(env);
  let faults = 0;
  for (const what of WHATS)
    for (let site = 0; site < SITES_MAX; site += 1) {
      const scenery = await scene();
      const helpline = helplineOf(scenery.group);
      const faulty = withFault(services, { site, what }, () => evictIfAwake(helpline));
      const acts = await step(scenery, faulty.services);
      expect(acts.at(-1)?.kind, `${what} ${faulty.sites.join(" ")}`).toMatch(/^(ring|hang-up)$/);
      expect(acts.some(({ kind }) => kind === "ring" || kind === "record")).toBe(true);
      // Twilio calls again, with the same words.
      const again = await step(scenery, services);
      expect(again.at(-1)?.kind).toBe("ring");
      const { trace = [] } = (await helpline.snapshot({ sid: scenery.incoming.sid })) ?? {};
      const rung = trace.flatMap((entry) => (entry.kind === "rang" ? [entry.volunteerId] : []));
      expect(rung, `${what} at ${faulty.sites[site] ?? "nowhere"}`).toEqual(rungIn(scenery));
      if (faulty.sites.length <= site) break;
      faults += 1;
    }
  return faults;
}

describe("a fault at every site", () => {
  test("of a call's beginning", async () => {
    const faults = await everywhere(
      async ({ incoming }, services) => (await routeCall(services, incoming)).script.acts,
      ({ bob }) => [bob.id],
    );
    // The plan, the beginning, a lease refused, the next asked for, a lease taken; four ways each.
    expect(faults).toBe(20);
  }, 30_000);

  test("of a step of it", async () => {
    const faults = await everywhere(
      async ({ group, incoming }, services) => {
        const place = { helplineId: group.id, sid: incoming.sid, language: "en" };
        await routeCall(await openServices(env), incoming);
        return (await continueCall(services, place, { ...NO_ANSWER, turn: 1 })).acts;
      },
      ({ bob, cem }) => [bob.id, cem.id],
    );
    expect(faults).toBe(12);
  }, 30_000);
});

const queueAway: Caller = ({ name }, make) =>
  name === "records.send" ? Promise.reject(new Error("the queue is away")) : make();

test("who calls a number of no group is told so, though the staff cannot be", async () => {
  const services = watchServices(await openServices(env), queueAway);
  const incoming = { sid: `CA${"1".repeat(32)}`, from: freshNumber(), to: "+4930901820999" };
  const { script } = await routeCall(services, incoming);
  expect(script.acts).toMatchObject([
    { kind: "say", text: expect.stringContaining("nicht vergeben") as unknown, language: "de" },
    { kind: "hang-up" },
  ]);
});

/** What the caller is told first while every outside call of that name hangs, though ten seconds go by. */
async function beginWhileHanging(name: string): Promise<string> {
  const { incoming } = await scene();
  const services = await openServices(env);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const call: Caller = (site, make) => (site.name === name ? new Promise<never>(() => undefined) : make());
  const routed = routeCall(watchServices(services, call), incoming);
  for (let second = 0; second < 10; second += 1) {
    // What does not hang takes real time.
    await scheduler.wait(50);
    await vi.advanceTimersByTimeAsync(1_000);
  }
  const heard = await Promise.race([routed, scheduler.wait(1_000)]);
  return heard?.script.acts.map(({ kind }) => kind).join(" ") ?? "nothing";
}

describe("what neither answers nor fails", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each([
    ["d1.first", "say say record hang-up"],
    ["helpline.begin", "say say record hang-up"],
    // A second call is better than none.
    ["contact.lease", "say say ring"],
  ])("%s: the caller hears something before Twilio gives up", async (name, heard) => {
    expect(await beginWhileHanging(name)).toBe(heard);
  });
});
