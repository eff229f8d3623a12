// Whatever goes wrong at any outside call - it fails before, it fails after, the object is gone - and is then tried again
// as Twilio and the queues do: the message counts once, one SMS leaves at most, the record is whole.
import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { TurnRecord } from "#core/record";
import { applyRecords } from "../../worker/actions/apply-records.ts";
import { beginFlow } from "../../worker/actions/begin-flow.ts";
import { handOverMessage } from "../../worker/actions/hand-over-message.ts";
import { receiveMessage } from "../../worker/actions/receive-message.ts";
import { openServices } from "../../worker/services.ts";
import type { Services } from "../../worker/services.ts";
import { fakeCarrier } from "./carrier.ts";
import type { FakeCarrier } from "./carrier.ts";
import { evictIfAwake, Fault, withFault } from "./faults.ts";
import type { Plan } from "./faults.ts";
import { lineOf } from "./records.ts";
import { contactOf, eventually, freshNumber, freshSid, LINE, loopFlow, publish } from "./story.ts";

const WHATS = ["fails-before", "fails-after", "evicted-before", "evicted-after"] as const;
/** More sites than any verb has: the loop ends at the first run that never reaches its site. */
const SITES_MAX = 20;

let carrier: FakeCarrier;
beforeAll(async () => {
  await publish("loop", loopFlow, "", { id: "line-faults" });
});
beforeEach(() => {
  carrier = fakeCarrier();
  // The story hands over a minute from now, and looks for what it sent after that.
  carrier.clock = { now: () => Date.now() + 60_000 };
});

function inbound(person: string, text: string) {
  const blank = {
    serviceSid: null,
    attachments: [],
    location: null,
    option: null,
    optOutType: null,
    profileName: null,
  };
  const address = { kind: "phone", value: person } as const;
  return {
    address,
    inbound: {
      id: crypto.randomUUID(),
      sid: freshSid(),
      token: "one",
      channel: "sms" as const,
      to: LINE,
      text,
      ...blank,
    },
  };
}

/** Runs a verb with a fault at every site in turn; `again` is what the outside world does until it works. */
async function atEverySite(story: (plan: Plan) => Promise<string[]>): Promise<number> {
  let faults = 0;
  for (const what of WHATS) {
    for (let site = 0; site < SITES_MAX; site += 1) {
      const sites = await story({ site, what });
      if (sites.length <= site) break;
      faults += 1;
    }
  }
  return faults;
}

async function untilItWorks<Result>(
  first: () => Promise<Result>,
  again: () => Promise<Result>,
): Promise<Result> {
  try {
    return await first();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return again();
  }
}

const at = (ms: number, services: Services): Services => ({
  ...services,
  clock: { now: () => Date.now() + ms },
});

describe("at every outside call", () => {
  test.each([
    ["a message that continues", "hello", "Another, please."],
    ["a message that begins a conversation", null, "Tell me a word."],
  ])("%s is answered as ever, and counts once", async (_name, before, answer) => {
    const faults = await atEverySite(async (plan) => {
      const person = freshNumber();
      const services = await openServices(env);
      if (before !== null) await receiveMessage(services, inbound(person, before));
      const object = await contactOf(person);
      const faulty = withFault(services, plan, () => evictIfAwake(object));
      const message = inbound(person, "one");
      const { messages } = await untilItWorks(
        () => receiveMessage(faulty.services, message),
        () => receiveMessage(services, message),
      );
      const isUnanswered = messages.length === 0;
      // D1 away at the wrong moment: recorded for a person instead of answered. Everything else is answered as ever.
      if (isUnanswered) expect(faulty.sites[plan.site ?? -1]).toBe("d1.batch");
      else expect(messages.map(({ text }) => text)).toEqual([answer]);
      const next = await receiveMessage(services, inbound(person, "two"));
      expect(next.messages).toHaveLength(1);
      if (before !== null) expect(next.messages[0]?.text).toBe("Tell me a word.");
      return faulty.sites;
    });
    expect(faults).toBeGreaterThanOrEqual(4);
  });

  test(
    "a message that waits leaves once at most, and is never without a state",
    { timeout: 60_000 },
    async () => {
      const faults = await atEverySite(async (plan) => {
        const person = freshNumber();
        const services = await openServices(env);
        await receiveMessage(services, inbound(person, "hello"));
        const object = await contactOf(person);
        const address = { kind: "phone", value: person } as const;
        const reply = await object.reply({
          address,
          line: await lineOf("line-faults"),
          text: `Hello ${person}`,
          isAnswer: true,
          now: Date.now() + 60_000,
        });
        const messageId = reply.kind === "moved" ? (reply.messageId ?? "") : "";
        const faulty = withFault(services, plan, () => evictIfAwake(object));
        const addressId = object.name ?? "";
        await untilItWorks(
          () => handOverMessage(at(60_000, faulty.services), addressId, messageId),
          async () => {
            for (let time = 2; time < 6; time += 1)
              await handOverMessage(at(time * 60_000, services), addressId, messageId);
            return null;
          },
        );
        const sent = carrier.posted.filter(({ to }) => to === person).length;
        const { status } = await eventually(() =>
          env.DB.prepare("SELECT status FROM messages WHERE id = ? AND status <> 'pending'")
            .bind(messageId)
            .first<{ status: string }>(),
        );
        expect([sent, status]).toEqual(sent === 1 ? [1, "accepted"] : [0, "unknown"]);
        return faulty.sites;
      });
      expect(faults).toBeGreaterThanOrEqual(8);
    },
  );

  test("a flow that we begin begins once", async () => {
    const faults = await atEverySite(async (plan) => {
      const person = freshNumber();
      const services = await openServices(env);
      const address = { kind: "phone", value: person } as const;
      const addressId = await services.identity.idOf(address);
      const object = services.contact(addressId);
      const faulty = withFault(services, plan, () => evictIfAwake(object));
      const beginning = {
        id: crypto.randomUUID(),
        addressId,
        address,
        lineId: "line-faults",
        flow: "loop",
        source: "api",
      };
      const begun = await untilItWorks(
        () => beginFlow(faulty.services, beginning),
        () => beginFlow(services, beginning),
      );
      expect(["started", "repeated"]).toContain(begun.kind);
      expect((await object.snapshot()).conversations).toHaveLength(1);
      return faulty.sites;
    });
    expect(faults).toBeGreaterThanOrEqual(4);
  });

  test("records are written whole, whatever broke in between", async () => {
    let serial = 0;
    const faults = await atEverySite(async (plan) => {
      serial += 1;
      const addressId = `faults-${plan.what}-${serial}`;
      const services = await openServices(env);
      const faulty = withFault(services, plan, () => Promise.resolve());
      const record = turnOf(addressId);
      const mediaJobs = collectMediaJobs(addressId);
      const again = await untilItWorks(
        () => applyRecords(mediaJobs.of(faulty.services), [record]),
        () => applyRecords(mediaJobs.of(services), [record]),
      );
      // What follows from a record and broke off brings the record again; nothing else does.
      if (again.size > 0) expect(plan.what).toMatch(/^fails-/);
      expect(await applyRecords(mediaJobs.of(services), [...again])).toEqual(new Set());
      expect(mediaJobs.taken()).toBe(true);
      expect(
        await env.DB.prepare("SELECT count(*) AS count FROM consents WHERE address_id = ?")
          .bind(addressId)
          .first(),
      ).toEqual({ count: 1 });
      const row = await env.DB.prepare("SELECT count(*) AS count FROM messages WHERE address_id = ?")
        .bind(addressId)
        .first();
      expect(row).toEqual({ count: 1 });
      return faulty.sites;
    });
    expect(faults).toBeGreaterThanOrEqual(4);
  });
});

/** Whether the queue took what follows from the record, however often it was offered. */
function collectMediaJobs(addressId: string) {
  let isTaken = false;
  return {
    taken: () => isTaken,
    of: (services: Services): Services => ({
      ...services,
      outbound: {
        ...services.outbound,
        send: async (job, ...options) => {
          const response = await services.outbound.send(job, ...options);
          isTaken ||= job.kind === "media" && job.messageId === `m-${addressId}`;
          return response;
        },
      },
    }),
  };
}

function turnOf(addressId: string): TurnRecord {
  const picture = { type: "image/png", ref: `ME${"0".repeat(32)}` };
  return {
    kind: "turn",
    id: `turn-${addressId}`,
    at: 1,
    addressId,
    address: { kind: "phone", value: "+12025550000" },
    lineId: "line-faults",
    heard: true,
    messages: [
      {
        id: `m-${addressId}`,
        direction: "in",
        channel: "sms",
        kind: "inbound",
        via: null,
        text: "",
        media: [picture],
        runId: null,
        turn: null,
        node: null,
        status: "received",
        sid: freshSid(),
        at: 1,
      },
    ],
    runs: [],
    changes: [],
    consents: [{ id: `c-${addressId}`, kind: "opt-in", source: "person", words: "START", at: 1 }],
    notices: [],
    dueAt: null,
  };
}
