// Law 6 for calls and messages: late, twice and in any order, with the same result.
// Mutant: `order-calls` lets a late record of a call overwrite a newer one.
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import type { CallRecord, VoicemailRecord } from "#core/helpline/call";
import { projectRecords } from "../../worker/actions/project-records.ts";
import { LEFT } from "./voicemail-line.ts";

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, place) =>
    permutations(items.filter((_, other) => other !== place)).map((rest) => [item, ...rest]),
  );
}

describe("records of one, in every order, one by one and together", () => {
  test("a call's", async () => {
    const ends = new Set<string>();
    for (const [place, order] of permutations([1, 2, 3]).entries()) {
      for (const isOne of [true, false]) {
        const id = `call-${place}-${String(isOne)}`;
        const records = [...order, ...order].map((seq): CallRecord => ({
          kind: "call",
          id,
          sid: "CA1",
          helplineId: "helpline",
          number: "+15550001000",
          addressId: null,
          address: { kind: "nobody" },
          seq,
          at: seq,
          state: seq === 3 ? "ended" : "ringing",
          language: "en",
          startedAt: 1,
          trace: [],
          answeredBy: seq > 1 ? "ann" : null,
          answeredAt: seq > 1 ? 2 : null,
          endedAt: seq === 3 ? 3 : null,
          outcome: seq === 3 ? "answered" : null,
        }));
        if (isOne) for (const record of records) await projectRecords(env.DB, [record]);
        else await projectRecords(env.DB, records);
        const row = await env.DB.prepare("SELECT seq, state, answered_by, outcome FROM calls WHERE id = ?")
          .bind(id)
          .first();
        ends.add(JSON.stringify(row));
      }
    }
    expect([...ends]).toEqual([
      JSON.stringify({ seq: 3, state: "ended", answered_by: "ann", outcome: "answered" }),
    ]);
  });

  test("a message's, among them that its caller was erased: nothing of what was said stays", async () => {
    for (const [place, order] of permutations(["recorded", "transcribed", "erased"] as const).entries()) {
      const [id, addressId] = [`voicemail-${place}`, `person-${place}`];
      for (const word of [...order, ...order]) {
        const news: VoicemailRecord = {
          ...LEFT,
          id,
          addressId,
          address: { kind: "phone", value: "+14155550101" },
          ...(word !== "recorded" && {
            seq: 2,
            at: 30,
            transcript: { text: "My secret.", by: "twilio", at: 30 },
          }),
        };
        await projectRecords(env.DB, [word === "erased" ? { kind: "erase", addressId, at: 20 } : news]);
      }
      const row = await env.DB.prepare("SELECT seq, transcript, deleted_at FROM voicemails WHERE id = ?")
        .bind(id)
        .first();
      expect([order, row]).toEqual([order, { seq: 2, transcript: null, deleted_at: 20 }]);
    }
  });
});
