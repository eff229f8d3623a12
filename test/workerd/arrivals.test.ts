// Law 4 at its narrowest: messages of one person are applied in the order they arrived in, even while D1 is being asked.
// Mutant: `arrival-order` lets those behind pass the one that waits.
import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Inbound, Offer } from "#core/contact/memory";
import type { Address } from "#core/phone";
import { Arrivals } from "../../durable-objects/contact/arrivals.ts";
import type { ReceiveAnswer } from "../../durable-objects/contact/index.ts";
import { readStart } from "../../worker/db/offer.ts";
import { openServices } from "../../worker/services.ts";
import { eventually, freshNumber, freshSid, LINE, loopFlow, publish } from "./story.ts";

const NOW = Date.UTC(2026, 10, 21, 10);

beforeAll(async () => {
  await publish("loop", loopFlow, "", { id: "line-arrivals" });
});

let receive: (inbound: Inbound, offer?: Offer) => Promise<ReceiveAnswer>;
let lookUp: (inbound: Inbound) => Promise<Offer>;
let message: (text: string) => Inbound;
let heard: () => Promise<string[]>;

beforeEach(async () => {
  const services = await openServices(env);
  const address: Address = { kind: "phone", value: freshNumber() };
  const addressId = await services.identity.idOf(address);
  const contact = services.contact(addressId);
  receive = async (inbound, offer) => contact.receive({ address, inbound, offer: offer ?? null, now: NOW });
  lookUp = async (inbound) => readStart(env.DB, addressId, inbound);
  message = (text) => ({
    id: services.mint(),
    sid: freshSid(),
    token: null,
    channel: "sms",
    to: LINE,
    serviceSid: null,
    text,
    attachments: [],
    location: null,
    option: null,
    optOutType: null,
    profileName: null,
  });
  heard = async () => {
    // A question counts its turns: what was heard in an earlier one came first.
    const { results } = await env.DB.prepare(
      "SELECT body FROM messages WHERE address_id = ? AND direction = 'in' ORDER BY coalesce(turn, 0)",
    )
      .bind(addressId)
      .all<{ body: string }>();
    return results.map(({ body }) => body);
  };
});

test("two hundred, of which the first begins the flow", async () => {
  const messages = Array.from({ length: 200 }, (_, place) => message(`word ${place}`));
  const [first, ...others] = messages;
  if (first === undefined) throw new Error("no messages");
  expect((await receive(first)).kind).toBe("need");
  const behind = Promise.all([...others, ...others].map((one) => receive(one)));
  const answer = await receive(first, await lookUp(first));
  expect(answer.kind).toBe("answer");
  const answers = await behind;
  expect(answers.map(({ kind }) => kind)).toEqual(answers.map(() => "answer"));
  const bodies = messages.map(({ text }) => text);
  expect(
    await eventually(async () => {
      const all = await heard();
      return all.length >= messages.length ? all : null;
    }),
  ).toEqual(bodies);
});

test("a consumer that died in front is waited for no longer than the others have patience", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const arrivals = new Arrivals();
    const passed: string[] = [];
    arrivals.hold("lost");
    const waiting = ["one", "two"].map(async (sid) => {
      await arrivals.turnOf(sid);
      passed.push(sid);
    });
    await vi.advanceTimersByTimeAsync(3_900);
    expect(passed).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    await Promise.all(waiting);
    expect(passed).toEqual(["one", "two"]);
  } finally {
    vi.useRealTimers();
  }
});
