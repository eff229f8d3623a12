// Law 6: every record can come late, twice or out of order, with the same result.
// Mutants: `order-statuses` lets a late "sent" undo "delivered"; `order-turns` puts a run back to where it was.
import { env } from "cloudflare:workers";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JournalRecord, OutcomeRecord, ReceiptRecord, TurnRecord } from "#core/record";
import { applyRecords } from "../../worker/actions/apply-records.ts";
import { openServices } from "../../worker/services.ts";

const services = await openServices(env);
let serial = 0;
const fresh = (name: string) => {
  serial += 1;
  return `${name}-${serial}`;
};

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) =>
    permutations(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]),
  );
}

function outbound(messageId: string, addressId: string): TurnRecord {
  return {
    kind: "turn",
    id: `turn-${messageId}`,
    at: 10,
    addressId,
    address: { kind: "phone", value: "+12025550000" },
    lineId: "line",
    heard: false,
    messages: [
      {
        id: messageId,
        direction: "out",
        channel: "sms",
        kind: "flow",
        via: "rest",
        text: "Hello",
        media: [],
        runId: null,
        turn: null,
        node: null,
        status: "pending",
        sid: null,
        at: 10,
      },
    ],
    runs: [],
    changes: [],
    consents: [],
    notices: [],
    dueAt: null,
  };
}

const receipt = (
  messageId: string,
  addressId: string,
  status: string,
  errorCode: number | null = null,
): ReceiptRecord => ({ kind: "receipt", messageId, addressId, sid: "SM1", status, errorCode, at: 20 });
const outcome = (messageId: string, addressId: string): OutcomeRecord => ({
  kind: "outcome",
  messageId,
  addressId,
  status: "accepted",
  sid: "SM1",
  isMatchedBySid: false,
  errorCode: null,
  at: 15,
});

describe("what became of a message", () => {
  test("ends alike in all orders of its news, its own record among them", { timeout: 60_000 }, async () => {
    const ends = new Set<string>();
    for (const order of permutations(["turn", "outcome", "queued", "sent", "delivered"])) {
      const [messageId, addressId] = [fresh("message"), fresh("person")];
      const records = order.map((word): JournalRecord =>
        word === "turn"
          ? outbound(messageId, addressId)
          : word === "outcome"
            ? outcome(messageId, addressId)
            : receipt(messageId, addressId, word),
      );
      for (const record of records) await applyRecords(services, [record]);
      const row = await env.DB.prepare(
        "SELECT kind, body, status, rank, sid, receipts FROM messages WHERE id = ?",
      )
        .bind(messageId)
        .first<{ receipts: string }>();
      const receipts = (JSON.parse(row?.receipts ?? "[]") as { status: string }[])
        .map(({ status }) => status)
        .toSorted();
      ends.add(JSON.stringify({ ...row, receipts }));
    }
    expect([...ends].map((end) => JSON.parse(end) as object)).toEqual([
      {
        kind: "flow",
        body: "Hello",
        status: "delivered",
        rank: 54,
        sid: "SM1",
        receipts: ["delivered", "queued", "sent"],
      },
    ]);
  });

  test.each([
    [["delivered", "sent"], "delivered"],
    [["sent", "failed", "delivered"], "delivered"],
    [["undelivered", "sent", "queued"], "undelivered"],
    [["read", "delivered"], "read"],
    [["delivered", "some-new-word"], "delivered"],
  ])("%j ends as %s, in one batch and one by one", async (statuses, end) => {
    for (const asOne of [true, false]) {
      const [messageId, addressId] = [fresh("message"), fresh("person")];
      const records = [
        outbound(messageId, addressId),
        ...statuses.map((status) => receipt(messageId, addressId, status)),
      ];
      for (const batch of asOne ? [records] : records.map((record) => [record]))
        await applyRecords(services, batch);
      expect(
        await env.DB.prepare("SELECT status FROM messages WHERE id = ?").bind(messageId).first(),
      ).toEqual({ status: end });
    }
  });

  test("a callback without an id of ours waits until its message is known by the carrier's id", async () => {
    const [messageId, addressId, sid] = [fresh("message"), fresh("person"), fresh("SM")];
    await applyRecords(services, [
      { ...receipt(messageId, addressId, "delivered"), messageId: null, addressId: null, sid },
    ]);
    await applyRecords(services, [outbound(messageId, addressId)]);
    await applyRecords(services, [{ ...outcome(messageId, addressId), sid, isMatchedBySid: true }]);
    expect(await env.DB.prepare("SELECT status FROM messages WHERE id = ?").bind(messageId).first()).toEqual({
      status: "delivered",
    });
    expect(
      await env.DB.prepare("SELECT count(*) AS count FROM stray_receipts WHERE sid = ?").bind(sid).first(),
    ).toEqual({ count: 0 });
  });
});

describe("a person's turns", () => {
  test("shuffled, doubled and cut into any batches give one and the same record", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }),
        fc.integer({ min: 1, max: 8 }),
        async (order, size) => {
          const addressId = fresh("person");
          const turns = Array.from({ length: 8 }, (_, turn) => turnOf(addressId, turn));
          const records = [...order, ...order.slice(0, 3)]
            .map((index) => turns[index])
            .filter((record) => record !== undefined);
          for (let first = 0; first < records.length; first += size)
            await applyRecords(services, records.slice(first, first + size));
          expect(await stateOf(addressId)).toEqual(EXPECTED);
        },
      ),
      { numRuns: 40, seed: 7 },
    );
  });

  test("what comes after an erasure but happened before it stays forgotten", async () => {
    const addressId = fresh("person");
    await applyRecords(services, [turnOf(addressId, 1)]);
    await applyRecords(services, [{ kind: "erase", addressId, at: 5000 }]);
    await applyRecords(services, [turnOf(addressId, 2)]);
    const left = await env.DB.prepare(
      "SELECT group_concat(body, '|') AS bodies FROM messages WHERE address_id = ?",
    )
      .bind(addressId)
      .first();
    expect(left).toEqual({ bodies: "" });
    expect(await env.DB.prepare("SELECT value FROM addresses WHERE id = ?").bind(addressId).first()).toEqual({
      value: null,
    });
    expect(
      await env.DB.prepare("SELECT count(*) AS count FROM attributes WHERE contact_id = ?")
        .bind(addressId)
        .first(),
    ).toEqual({ count: 0 });
  });
});

const EXPECTED = {
  run: {
    turn: 7,
    node: "node-7",
    disposition: "completed",
    answers: ["q1=1", "q2=2", "q3=3", "same=7"],
    visits: ["0", "1", "2", "3", "4", "5", "6", "7"],
  },
  city: "7",
  tag: 0,
  messages: 8,
  due: 7001,
  heard: 7000,
};

function turnOf(addressId: string, turn: number): TurnRecord {
  const at = turn * 1000;
  const answer = (value: string) => ({ value, label: value, words: value, at, turn });
  const answers =
    turn >= 1 && turn <= 3
      ? { [`q${turn}`]: answer(String(turn)), same: answer(String(turn)) }
      : { same: answer(String(turn)) };
  return {
    kind: "turn",
    id: `${addressId}-${turn}`,
    at,
    addressId,
    address: { kind: "phone", value: "+12025550000" },
    lineId: "line",
    heard: true,
    messages: [
      {
        id: `${addressId}-m-${turn}`,
        direction: "in",
        channel: "sms",
        kind: "inbound",
        via: null,
        text: `text ${turn}`,
        media: [],
        runId: null,
        turn,
        node: null,
        status: "received",
        sid: null,
        at,
      },
    ],
    runs: [
      {
        id: `${addressId}-run`,
        flowId: "flow",
        versionId: "v",
        source: "inbound",
        phase: turn === 7 ? "finished" : "asking",
        node: `node-${turn}`,
        turn,
        language: "en",
        disposition: turn === 7 ? "completed" : null,
        answers,
        variants: {},
        visits: { [turn]: [{ node: `node-${turn}`, to: null }] },
        startedAt: 0,
        heardAt: at,
        finishedAt: turn === 7 ? at : null,
      },
    ],
    changes: [
      { kind: "field", name: "city", value: String(turn), at, source: "flow:x" },
      { kind: "tag", tag: "friendly", present: turn % 2 === 0, at, source: "flow:x" },
    ],
    consents: [],
    notices: [],
    dueAt: at + 1,
  };
}

async function stateOf(addressId: string): Promise<object> {
  const run = await env.DB.prepare(
    "SELECT turn, node, disposition, answers, visits FROM runs WHERE address_id = ?",
  )
    .bind(addressId)
    .first<{ turn: number; node: string; disposition: string; answers: string; visits: string }>();
  const city = await env.DB.prepare("SELECT value FROM attributes WHERE contact_id = ?")
    .bind(addressId)
    .first<{ value: string }>();
  const tag = await env.DB.prepare("SELECT present FROM tags WHERE contact_id = ?")
    .bind(addressId)
    .first<{ present: number }>();
  const messages = await env.DB.prepare("SELECT count(*) AS count FROM messages WHERE address_id = ?")
    .bind(addressId)
    .first<{ count: number }>();
  const address = await env.DB.prepare("SELECT due_at, last_heard_at FROM addresses WHERE id = ?")
    .bind(addressId)
    .first<{ due_at: number; last_heard_at: number }>();
  const answers = Object.entries(JSON.parse(run?.answers ?? "{}") as Record<string, { value: string }>);
  return {
    run: {
      turn: run?.turn,
      node: run?.node,
      disposition: run?.disposition,
      answers: answers.map(([name, { value }]) => `${name}=${value}`).toSorted(),
      visits: Object.keys(JSON.parse(run?.visits ?? "{}") as object).toSorted(),
    },
    city: JSON.parse(city?.value ?? "null") as unknown,
    tag: tag?.present,
    messages: messages?.count,
    due: address?.due_at,
    heard: address?.last_heard_at,
  };
}
