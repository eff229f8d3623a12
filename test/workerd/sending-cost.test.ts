// What a campaign's message costs in D1, in rows written: the figure DESIGN promises is at most five.
import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import type { ReceiptRecord } from "#core/record";
import { applyRecords } from "../../worker/actions/apply-records.ts";
import { sendPages } from "../../worker/actions/send-page.ts";
import { Gate } from "../../worker/gate.ts";
import { openServices } from "../../worker/services.ts";
import { addLine, allAre, comesTo, plan, rowsOf, senderOf } from "./campaign.ts";
import { fakeCarrier } from "./carrier.ts";
import { countedEnv } from "./counting.ts";
import { freshNumber } from "./story.ts";

const PEOPLE = 10;

beforeEach(() => {
  fakeCarrier();
});

test(
  "planned, handed over, sent and delivered write at most five rows a message; its pages write none",
  { timeout: 40_000 },
  async () => {
    const line = await addLine();
    const before = await rowsWrittenBy(() =>
      env.DB.prepare(
        `INSERT INTO messages (id, address_id, line_id, direction, channel, kind, via, body, media, status, rank, receipts, at,
                               campaign_id, variant, attempt, segments, cost_micros)
         VALUES ('planned', 'somebody', 'line', 'out', 'sms', 'campaign', 'rest', '', '[]', 'pending', 0, '[]', 1, 'none', 'A', 1, 1, 0)`,
      ).run(),
    );
    const people = Array.from({ length: PEOPLE }, freshNumber);
    const campaign = await plan({ line, people, now: Date.now() });
    const { env: counted, counts } = countedEnv();
    const services = await openServices(counted);
    const sender = senderOf(campaign);
    const now = Date.now();
    await sender.open({ pinned: campaign.pinned, actor: "test", now });
    await sender.frozen({ campaignId: campaign.id, planned: PEOPLE, now });
    counts.d1RowsWritten = 0;
    // The queue's own consumer runs the same pages: between the two of them everybody is sent theirs.
    for (let lane = 0; lane < 16; lane += 1)
      await sendPages(
        services,
        { kind: "lane", campaignId: campaign.id, lineId: line.id, lane, cursor: null, limit: 25 },
        new Gate(6),
      );
    expect(counts.d1RowsWritten).toBe(0);
    await allAre(campaign, "accepted");

    // The outcome once more, to count it: the same news as the queue brought, for rows that wait for it.
    const { results } = await env.DB.prepare(
      `UPDATE messages SET status = 'pending', rank = 0, body = '', sid = NULL WHERE campaign_id = ? RETURNING id, address_id AS addressId`,
    )
      .bind(campaign.id)
      .all<{ id: string; addressId: string }>();
    counts.d1RowsWritten = 0;
    await applyRecords(
      services,
      results.map(({ id, addressId }) => ({
        kind: "outcome",
        messageId: id,
        addressId,
        status: "accepted",
        sid: `SM${id}`,
        isMatchedBySid: false,
        errorCode: null,
        at: now,
        recipient: {
          campaignId: campaign.id,
          text: "Hello from us.",
          media: [],
          runId: null,
          turn: null,
          node: null,
          segments: 1,
          costMicros: 0,
          reason: null,
        },
      })),
    );
    const handedOver = counts.d1RowsWritten / PEOPLE;
    const told = async (status: string) => {
      counts.d1RowsWritten = 0;
      const receipts = results.map(({ id, addressId }): ReceiptRecord => {
        const more = { sid: `SM${id}`, errorCode: null, at: now };
        return { kind: "receipt", messageId: id, addressId, status, ...more };
      });
      await applyRecords(services, receipts);
      return counts.d1RowsWritten / PEOPLE;
    };
    const [sent, delivered] = [await told("sent"), await told("delivered")];
    expect({ planned: before, handedOver, sent, delivered }).toEqual({
      planned: 2,
      handedOver: 1,
      sent: 1,
      delivered: 1,
    });
    expect(before + handedOver + sent + delivered).toBeLessThanOrEqual(5);
    expect((await rowsOf(campaign)).map(({ status }) => status)).toEqual(Array(PEOPLE).fill("delivered"));
  },
);

test(
  "news of a delivery that comes before the hand-over's own still gets its words",
  { timeout: 40_000 },
  async () => {
    const campaign = await plan({ line: await addLine(), people: [freshNumber()], now: Date.now() });
    const { messageId = "", addressId = "" } = campaign.people[0] ?? {};
    const services = await openServices(env);
    const more = { sid: "SM1", errorCode: null, at: Date.now() } as const;
    await applyRecords(services, [{ kind: "receipt", messageId, addressId, status: "delivered", ...more }]);
    const recipient = {
      campaignId: campaign.id,
      text: "Hello from us.",
      media: [],
      runId: null,
      turn: null,
      node: null,
      segments: 1,
      costMicros: 7,
      reason: null,
    };
    await applyRecords(services, [
      {
        kind: "outcome",
        messageId,
        addressId,
        status: "accepted",
        isMatchedBySid: false,
        recipient,
        ...more,
      },
    ]);
    const rows = await comesTo(async () => rowsOf(campaign));
    expect(rows).toMatchObject([{ status: "delivered", body: "Hello from us." }]);
  },
);

async function rowsWrittenBy(work: () => Promise<D1Result>): Promise<number> {
  return (await work()).meta.rows_written;
}
