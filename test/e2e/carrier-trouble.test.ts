// The network at its worst, between the product and the carrier: on the phone each text stands once, and the API tells what is known.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import type { Handset } from "../carrier/carrier.ts";
import type { SendFault } from "../carrier/faults.ts";
import { eventually } from "../system/eventually.ts";
import { startSystem, type TestSystem } from "./harness.ts";
import { type Line, organise } from "./organiser.ts";
import { THREE } from "./trouble/three.ts";
import { createWitness, type Witness } from "./trouble/witness.ts";

const MINUTE_MS = 60_000;
/** What should not come would have come by now. */
const QUIET_MS = 1_500;
/** Ten refusals and some slack: the line waits as a whole, and one message at a time finds out whether it may go. */
const TRIES_MAX = 12;

let system: TestSystem;
let line: Line;
let faults: TestSystem["carrier"]["faults"];
let sentTo: Witness["sentTo"];
let expectStatuses: Witness["expectStatuses"];
let hasHeard: Witness["hasHeard"];
let expectEndings: Witness["expectEndings"];

beforeAll(async () => {
  system = await startSystem();
  ({ faults } = system.carrier);
  const organiser = organise(system);
  ({ sentTo, expectStatuses, hasHeard, expectEndings } = createWitness(organiser));
  line = await organiser.addLine({ address: "+447700900100" });
  await organiser.publish("three", THREE);
  await organiser.startWith(line, "three", "three");
});

beforeEach(() => faults.clear());

afterAll(() => system.stop());

let people = 0;
/** In whose name somebody else wrote. */
const strangers = new Set<Handset>();

/** Somebody nobody has heard of. */
function somebody(): Handset {
  people += 1;
  return system.handset(`+447700900${300 + people}`);
}

/** Begins the flow with somebody: by REST, since nobody asked. */
async function start(handset: Handset): Promise<void> {
  await system.api.send(
    "POST",
    "/api/v1/flows/three/start",
    { lineId: line.id, to: handset.number },
    z.unknown(),
  );
}

/** Begins the flow with one person for each fault, whose request suffers it. */
async function startUnder(given: readonly SendFault[]): Promise<readonly Handset[]> {
  const many: Handset[] = [];
  for (const fault of given) {
    const person = somebody();
    const before = countPosts();
    faults.sends.next(fault);
    await start(person);
    await eventually(async () => countPosts() > before);
    many.push(person);
  }
  return many;
}

function countPosts(): number {
  return system.carrier.log.entries.filter(
    (entry) => entry.kind === "request" && entry.method === "POST" && entry.path.endsWith("/Messages.json"),
  ).length;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

describe("a webhook", () => {
  test.each([
    ["five times at once, by one token", { times: 5, token: "same", together: true }],
    ["three times in a row, by one token", { times: 3, token: "same" }],
    ["three times, by another token each", { times: 3, token: "new" }],
  ] as const)("that comes %s counts once and is answered once", async (_how, repeated) => {
    const ann = somebody();
    faults.webhooks.next({ kind: "repeated", ...repeated }, 3);
    await ann.text(line.address, "three");
    await ann.text(line.address, "a");
    await ann.text(line.address, "b");
    await system.carrier.settled();
    hasHeard(ann, "One?", "Two, after a?", "a and b, thank you.");
  });

  test("whose answer is lost is asked for again, and answered with the same words", async () => {
    const ben = somebody();
    faults.webhooks.next({ kind: "answer-lost" });
    await ben.text(line.address, "three");
    faults.webhooks.next({ kind: "no-connection", attempts: 2 });
    await ben.text(line.address, "x");
    hasHeard(ben, "One?", "Two, after x?");
  });

  test("signed by somebody else is refused, and changes nothing", async () => {
    const eve = somebody();
    strangers.add(eve);
    faults.webhooks.next({ kind: "forged", authToken: "f".repeat(32) });
    await eve.text(line.address, "three");
    const [attempt] = system.carrier.log.entries.flatMap((entry) =>
      entry.kind === "webhook" && entry.form.some(([, value]) => value === eve.number) ? entry.outcome : [],
    );
    expect(attempt).toMatchObject({ kind: "answered", status: 403 });
    hasHeard(eve);
  });
});

describe("a reply the carrier never saw", () => {
  test("is sent by the sweep, two minutes later, under the same id", async () => {
    const cem = somebody();
    faults.webhooks.next({ kind: "answer-lost", answers: 3 });
    await cem.text(line.address, "three");
    await expectStatuses(cem, ["handed-over"]);
    const [lost] = await sentTo(cem);
    expect(lost).toMatchObject({ text: "One?", status: "handed-over", receipts: [] });

    const textedAt = system.carrier.now();
    await system.advance(MINUTE_MS);
    await system.advance(2 * MINUTE_MS);
    const { at } = await cem.expect("One?", { withinMs: 10_000 });
    expect(at - textedAt).toBeGreaterThan(2 * MINUTE_MS);
    await expectStatuses(cem, ["delivered"]);
    expect((await sentTo(cem))[0]?.id).toBe(lost?.id);

    await system.advance(5 * MINUTE_MS);
    await cem.text(line.address, "late");
    hasHeard(cem, "One?", "Two, after late?");
  });

  test("is not sent any more once the conversation has moved on", async () => {
    const dee = somebody();
    await dee.text(line.address, "three");
    faults.webhooks.next({ kind: "answer-lost", answers: 3 });
    await dee.text(line.address, "a");
    await dee.text(line.address, "b");
    await system.carrier.settled();
    await system.advance(3 * MINUTE_MS);
    await expectStatuses(dee, ["delivered", "canceled", "delivered"]);
    hasHeard(dee, "One?", "a and b, thank you.");
  });

  test("is not sent while the carrier cannot be asked; the next sweep asks again", async () => {
    const fay = somebody();
    faults.webhooks.next({ kind: "answer-lost", answers: 3 });
    await fay.text(line.address, "three");
    await expectStatuses(fay, ["handed-over"]);
    faults.requests.always({ kind: "refused", status: 503 });
    await system.advance(3 * MINUTE_MS);
    const backAt = system.carrier.now();
    faults.requests.clear();
    await system.advance(5 * MINUTE_MS);
    const { at } = await fay.expect("One?", { withinMs: 10_000 });
    expect(at).toBeGreaterThan(backAt);
    await expectStatuses(fay, ["delivered"]);
    hasHeard(fay, "One?");
  });
});

describe("status callbacks", () => {
  test("that never come leave the message as it was handed over, and it is not sent again", async () => {
    const gus = somebody();
    faults.callbacks.always({ kind: "dropped" });
    await gus.text(line.address, "three");
    await system.advance(3 * MINUTE_MS);
    await expectStatuses(gus, ["accepted"]);
    hasHeard(gus, "One?");
  });

  test("that come twice, and in any order, end alike: statuses only climb, every one is kept", async () => {
    const many = Array.from({ length: 6 }, somebody);
    faults.callbacks.always({ kind: "shuffled" });
    await Promise.all(many.map((person) => person.text(line.address, "three")));
    faults.callbacks.always({ kind: "repeated", times: 2 });
    await Promise.all(many.map((person) => person.text(line.address, "a")));
    await system.carrier.settled();
    for (const person of many) {
      await expectStatuses(person, ["delivered", "delivered"]);
      const [shuffled, doubled] = await sentTo(person);
      expect(new Set(shuffled?.receipts.map(({ status }) => status))).toEqual(new Set(["sent", "delivered"]));
      expect(new Set(doubled?.receipts.map(({ status }) => status))).toEqual(new Set(["sent", "delivered"]));
      hasHeard(person, "One?", "Two, after a?");
    }
  });

  test('"sent" that comes after "delivered" does not undo it', async () => {
    const hal = somebody();
    faults.callbacks.next({ kind: "held" });
    await hal.text(line.address, "three");
    await expectStatuses(hal, ["delivered"]);
    faults.heldCallbacks.release();
    await system.carrier.settled();
    await eventually(async () => (await sentTo(hal))[0]?.receipts.length === 2);
    const [message] = await sentTo(hal);
    expect(message).toMatchObject({
      status: "delivered",
      receipts: [{ status: "delivered" }, { status: "sent" }],
    });
    hasHeard(hal, "One?");
  });

  test("that overtake the answer to the request they are about find their message", async () => {
    const ida = somebody();
    faults.sends.next({ kind: "answered-last" });
    await start(ida);
    await ida.expect("One?", { withinMs: 10_000 });
    await expectStatuses(ida, ["delivered"]);
    hasHeard(ida, "One?");
  });
});

describe("a request to send", () => {
  test("that was carried out, whatever came back, is looked up, found, and never sent again", async () => {
    const many = await startUnder([
      { kind: "accepted-then-dropped" },
      { kind: "accepted-but-answers", status: 500 },
      { kind: "accepted-but-answers", status: 503 },
    ]);
    for (const joe of many) {
      await expectStatuses(joe, ["delivered"]);
      await joe.text(line.address, "fine");
      hasHeard(joe, "One?", "Two, after fine?");
    }
  });

  test("that nobody can find again is shown as unknown, and never sent by itself", async () => {
    const many = await startUnder([
      { kind: "refused", status: 500 },
      { kind: "refused", status: 503 },
    ]);
    for (const kim of many) {
      await expectStatuses(kim, ["unknown"]);
      hasHeard(kim);
    }
    const Unknown = z.object({ data: z.array(z.object({ contact: z.object({ address: z.string() }) })) });
    const { data } = await system.api.get("/api/v1/messages?status=unknown", Unknown);
    expect(data.map(({ contact }) => contact.address)).toEqual(many.map(({ number }) => number).toReversed());
  });

  test("of too many is refused, backs off, and leaves later: once each", async () => {
    const many = Array.from({ length: 5 }, somebody);
    faults.sends.next({ kind: "refused", status: 429 }, many.length);
    await Promise.all(many.map(start));
    const isOver = () => many.every((person) => person.inbox().length > 0);
    for (let tries = 0; tries < TRIES_MAX && !isOver(); tries += 1) {
      await pause(QUIET_MS);
      await system.advance(1.5 * MINUTE_MS);
    }
    for (const person of many) {
      await expectStatuses(person, ["delivered"]);
      hasHeard(person, "One?");
    }
  });
});

test("in the end everybody has each text once, and nobody was recorded who never got through", async () => {
  await system.advance(10 * MINUTE_MS);
  await pause(QUIET_MS);
  await expectEndings(strangers);
});
