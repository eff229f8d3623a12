// Law 1, in counts: what a warm message costs. Figures the README quotes; more than this is a regression.
// Mutant `answer-first`: asking D1 for every message breaks the first test.
import { runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, test } from "vitest";
import type { TurnRecord } from "#core/record";
import { applyRecords } from "../../worker/actions/apply-records.ts";
import { openServices } from "../../worker/services.ts";
import { countedEnv, fetchWith } from "./counting.ts";
import { ask, contactOf, freshNumber, loopFlow, publish, textRequest } from "./story.ts";

beforeAll(async () => {
  await publish("loop", loopFlow, "", { id: "line-cost" });
});

describe("a warm message that continues a conversation", () => {
  test("costs no D1 query and one call to the object", async () => {
    const person = freshNumber();
    await ask(person, "hello");
    const { env: counted, counts } = countedEnv();
    await fetchWith(counted, textRequest(person, "one"));
    expect(counts).toMatchObject({ d1Calls: 0, rpcs: ["receive"] });
  });

  test("writes at most 4 rows in the object: journal, conversation, alarm, and that the queue has it", async () => {
    const person = freshNumber();
    await ask(person, "hello");
    const contact = await contactOf(person);
    const costs: number[] = [];
    for (const word of ["one", "two", "three"]) {
      const before = await contact.rowsWritten();
      await ask(person, word);
      // The queue is told after the answer.
      await runInDurableObject(contact, () => scheduler.wait(20));
      costs.push((await contact.rowsWritten()) - before);
    }
    expect(Math.max(...costs)).toBeLessThanOrEqual(4);
    expect(Math.min(...costs)).toBeGreaterThanOrEqual(3);
  });

  test("its record with the reply writes at most 6 rows in D1", async () => {
    const person = freshNumber();
    await ask(person, "hello");
    await ask(person, "one");
    const contact = await contactOf(person);
    const records = await runInDurableObject(contact, (_object, state) =>
      state.storage.sql.exec<{ key: string }>("SELECT key FROM journal").toArray(),
    );
    expect(records.length).toBeGreaterThanOrEqual(2);

    const { env: counted, counts } = countedEnv();
    const services = await openServices(counted);
    await applyRecords(services, [turnOf("run-a", 1)]);
    counts.d1RowsWritten = 0;
    await applyRecords(services, [turnOf("run-a", 2)]);
    expect(counts.d1RowsWritten).toBeLessThanOrEqual(6);
    expect(counts.d1RowsWritten).toBeGreaterThanOrEqual(5);
  });

  test("a status receipt writes one row, and none when it comes again", async () => {
    const { env: counted, counts } = countedEnv();
    const services = await openServices(counted);
    await applyRecords(services, [turnOf("run-b", 1)]);
    const receipt = {
      kind: "receipt",
      messageId: "run-b-out-1",
      addressId: "person-run-b",
      sid: "SM1",
      status: "delivered",
      errorCode: null,
      at: 5,
    } as const;
    counts.d1RowsWritten = 0;
    await applyRecords(services, [receipt]);
    expect(counts.d1RowsWritten).toBe(1);
    await applyRecords(services, [receipt]);
    expect(counts.d1RowsWritten).toBe(1);
  });
});

function turnOf(runId: string, turn: number): TurnRecord {
  const message = { channel: "sms", media: [], runId, turn, node: "word", sid: null, at: turn } as const;
  return {
    kind: "turn",
    id: `${runId}-${turn}`,
    at: turn,
    addressId: `person-${runId}`,
    address: { kind: "phone", value: "+12025550000" },
    lineId: "line-cost",
    heard: true,
    messages: [
      {
        ...message,
        id: `${runId}-in-${turn}`,
        direction: "in",
        kind: "inbound",
        via: null,
        text: "one",
        status: "received",
      },
      {
        ...message,
        id: `${runId}-out-${turn}`,
        direction: "out",
        kind: "flow",
        via: "twiml",
        text: "Another?",
        status: "handed-over",
      },
    ],
    runs: [
      {
        id: runId,
        flowId: "flow-loop",
        versionId: "version-loop",
        source: "inbound",
        phase: "asking",
        node: "word",
        turn,
        language: "en",
        disposition: null,
        answers: { word: { value: "one", label: "one", words: "one", at: turn, turn } },
        variants: {},
        visits: { [turn]: [{ node: "word", to: null }] },
        startedAt: 0,
        heardAt: turn,
        finishedAt: null,
      },
    ],
    changes: [],
    consents: [],
    notices: [],
    dueAt: turn + 1000,
  };
}
