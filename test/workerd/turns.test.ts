// Whose turn it is on a line: replies before campaigns, and answers to webhooks counted afterwards.
import { env } from "cloudflare:workers";
import { evictDurableObject } from "cloudflare:test";
import { beforeEach, describe, expect, test } from "vitest";
import { applyRecords } from "../../worker/actions/apply-records.ts";
import { handOverMessage } from "../../worker/actions/hand-over-message.ts";
import { openServices } from "../../worker/services.ts";
import { addLine, comesTo } from "./campaign.ts";
import { fakeCarrier } from "./carrier.ts";
import type { FakeCarrier } from "./carrier.ts";
import { freshNumber } from "./story.ts";

let carrier: FakeCarrier;
beforeEach(() => {
  carrier = fakeCarrier();
});

const PRICES = { currency: "USD", perSegment: { "*": 0.01 } };

describe("a line of one segment a second", () => {
  test("lets a reply through at once, the next a second later, whatever was evicted in between", async () => {
    const line = await addLine({ segmentsPerSecond: 1 });
    const sender = env.SENDER.getByName(line.id);
    const now = Date.now();
    const call = { pacing: line, isStarted: true, segments: 1, costMicros: 0, now };
    expect(await sender.reserveReply(call)).toEqual({ kind: "slot", at: now });
    await evictDurableObject(sender);
    const second = await sender.reserveReply(call);
    expect(second.kind).toBe("slot");
    expect(second.at - now).toBeGreaterThan(1_000);
    // Nobody waits longer than a claim lives: the third asks again when its turn is near.
    expect((await sender.reserveReply(call)).kind).toBe("later");
  });

  test("keeps staff replies apart, each sent once", async () => {
    const line = await addLine({ segmentsPerSecond: 1 });
    const services = await openServices(env);
    const people = [freshNumber(), freshNumber()];
    for (const number of people) {
      const address = { kind: "phone", value: number } as const;
      const addressId = await services.identity.idOf(address);
      const object = services.contact(addressId);
      const words = { address, line, text: "Hello.", isAnswer: true, now: Date.now() } as const;
      const answer = await object.reply(words);
      if (answer.kind === "moved") await handOverMessage(services, addressId, answer.messageId ?? "");
    }
    const posted = await comesTo(() => {
      const all = carrier.posted.filter(({ to }) => people.includes(to));
      return Promise.resolve(all.length === 2 ? all : null);
    });
    const [first, second] = posted.map(({ at }) => at).toSorted((a, b) => a - b);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(950);
  });
});

test("what we start waits for tomorrow once the day's money is spent; an answer does not", async () => {
  const line = await addLine({ prices: PRICES, spendCapPerDay: 0.01 });
  const now = Date.parse("2031-01-06T12:00:00Z");
  const services = { ...(await openServices(env)), clock: { now: () => now } };
  const number = freshNumber();
  const address = { kind: "phone", value: number } as const;
  const addressId = await services.identity.idOf(address);
  const object = services.contact(addressId);
  await services.sender(line.id).spend({ pacing: line, segments: 1, costMicros: 10_000, now });

  const id = crypto.randomUUID();
  const permission = { silencedAt: null, grantedAt: 1, suppressedAt: null };
  const rules = { consent: "granted", frequencyCap: null, begunElsewhere: 0, isAnswer: false } as const;
  const words = { text: "An offer.", media: [], content: null };
  await object.send({ id, address, line, profile: null, permission, ...rules, ...words, now });
  await handOverMessage(services, addressId, id);
  const claim = await object.claim({ messageId: id, now });
  expect(claim).toMatchObject({ kind: "later", why: "put-off", at: Date.parse("2031-01-07T00:00:00Z") });

  const reply = await object.reply({ address, line, text: "Hello.", isAnswer: true, now });
  if (reply.kind === "moved") await handOverMessage(services, addressId, reply.messageId ?? "");
  const posted = await comesTo(() => {
    const all = carrier.posted.filter(({ to }) => to === number);
    return Promise.resolve(all.length > 0 ? all : null);
  });
  expect(posted.map(({ body }) => body)).toEqual(["Hello."]);
});

test("answers to webhooks are spent afterwards, once for all turns of a batch", async () => {
  const line = await addLine({ prices: PRICES });
  const services = await openServices(env);
  const turn = (place: number) =>
    ({
      kind: "turn",
      id: `turn-${place}`,
      at: Date.now(),
      addressId: `spent-${place}`,
      address: { kind: "phone", value: "+12025550199" },
      lineId: line.id,
      heard: true,
      messages: [
        {
          id: `spent-message-${place}`,
          direction: "out",
          channel: "sms",
          kind: "flow",
          via: "twiml",
          text: "x".repeat(161),
          media: [],
          runId: null,
          turn: null,
          node: null,
          status: "handed-over",
          sid: null,
          at: Date.now(),
        },
      ],
      runs: [],
      changes: [],
      consents: [],
      notices: [],
      dueAt: null,
    }) as const;
  await applyRecords(services, [turn(1), turn(2)]);
  const { spentMicros } = await env.SENDER.getByName(line.id).snapshot({ now: Date.now() });
  // Two messages of two segments at a cent each.
  expect(spentMicros).toBe(40_000);
});
