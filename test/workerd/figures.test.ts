// A campaign counted live: what became of everyone, who wrote back and who said STOP, without a row of its own for any of it.
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { tellFigures } from "#core/campaign/figures";
import { idFloor } from "#core/id";
import { rankOf } from "#core/status";
import type { Status } from "#core/status";
import { launchCampaign } from "../../worker/actions/launch-campaign.ts";
import { OWNER } from "../../worker/actor.ts";
import { countCampaign } from "../../worker/db/figures.ts";
import { addCampaign, addLine, addPeople, configOf, freezeAll, openQuietly } from "./campaign-world.ts";
import { freshNumber } from "./story.ts";

const NOW = Date.parse("2031-01-06T12:00:00Z");
const MINUTE = 60_000;

let people: string[];
let lineId: string;
let campaignId: string;

beforeEach(async () => {
  await env.DB.batch(
    ["contacts", "addresses", "permissions", "messages"].map((table) =>
      env.DB.prepare(`DELETE FROM ${table}`),
    ),
  );
  const asked = await openQuietly(NOW);
  people = await addPeople(
    asked.services,
    Array.from({ length: 5 }, () => ({ number: freshNumber() })),
  );
  lineId = await addLine();
  const { id } = await addCampaign(asked.services, configOf(lineId));
  campaignId = id;
  await launchCampaign(asked.services, OWNER, id);
  await freezeAll(asked);
});

/** A person's message came to this, a minute after the launch. */
async function came(
  person: number,
  status: Status,
  more: { runId?: string; costMicros?: number } = {},
): Promise<void> {
  await env.DB.prepare(
    "UPDATE messages SET status = ?, rank = ?, at = ?, run_id = ?, cost_micros = ? WHERE campaign_id = ? AND address_id = ?",
  )
    .bind(
      status,
      rankOf(status),
      NOW + MINUTE,
      more.runId ?? null,
      more.costMicros ?? 7,
      campaignId,
      people[person],
    )
    .run();
}

/** A message of some minutes after the launch. */
async function said(
  person: number,
  direction: "in" | "out",
  minute: number,
  more: { line?: string; runId?: string } = {},
): Promise<void> {
  const at = NOW + minute * MINUTE;
  const id = idFloor(at).slice(0, 24) + crypto.randomUUID().slice(24);
  const status = direction === "in" ? "received" : "handed-over";
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO messages (id, address_id, line_id, run_id, direction, channel, kind, body, media, status, rank, receipts, at)
       VALUES (?, ?, ?, ?, ?, 'sms', 'x', '', '[]', ?, ?, '[]', ?)`,
    ).bind(
      id,
      people[person],
      more.line ?? lineId,
      more.runId ?? null,
      direction,
      status,
      rankOf(status),
      at,
    ),
    ...(direction === "in"
      ? [env.DB.prepare("UPDATE addresses SET last_heard_at = ? WHERE id = ?").bind(at, people[person])]
      : []),
  ]);
}

async function stopped(person: number, minute: number): Promise<void> {
  await said(person, "in", minute);
  await env.DB.prepare("UPDATE addresses SET opted_out_at = ? WHERE id = ?")
    .bind(NOW + minute * MINUTE, people[person])
    .run();
}

async function told() {
  const { bunches, responses } = await countCampaign(env.DB, campaignId, NOW);
  return tellFigures(bunches, responses, false);
}

describe("counted", () => {
  test("is everyone, by what became of them", async () => {
    await came(0, "delivered", { costMicros: 11 });
    await came(1, "undelivered");
    await came(2, "refused");
    await came(3, "accepted");
    expect(await told()).toMatchObject({
      planned: 5,
      waiting: 1,
      sent: 2,
      delivered: 1,
      failed: 1,
      refused: 1,
      costMicros: 11 + 7 + 7,
    });
  });

  test("is a person once, by their last attempt, and both attempts cost", async () => {
    await came(0, "undelivered");
    await env.DB.prepare(
      `INSERT INTO messages (id, address_id, line_id, direction, channel, kind, body, media, status, rank, receipts, at,
                             campaign_id, variant, attempt, segments, cost_micros)
       VALUES (?, ?, ?, 'out', 'sms', 'campaign', '', '[]', 'delivered', 54, '[]', ?, ?, 'plain', 2, 1, 7)`,
    )
      .bind(`${idFloor(NOW).slice(0, 13)}-8fff-8fff-ffffffffffff`, people[0], lineId, NOW, campaignId)
      .run();
    expect(await told()).toMatchObject({ planned: 5, waiting: 4, delivered: 1, failed: 0, costMicros: 14 });
  });
});

describe("a reply", () => {
  test("is what they write on the line once they have it", async () => {
    await came(0, "delivered");
    await said(0, "in", 5);
    await said(0, "in", 6);
    expect(await told()).toMatchObject({ replied: 1, optedOut: 0 });
  });

  test("is not what they wrote before they had it", async () => {
    await said(0, "in", 0.5);
    await came(0, "delivered");
    expect(await told()).toMatchObject({ replied: 0 });
  });

  test("is not what they say on another line, or to something else of ours", async () => {
    await came(0, "delivered");
    await came(1, "delivered");
    await said(0, "in", 5, { line: "another" });
    await said(1, "out", 3);
    await said(1, "in", 5);
    expect(await told()).toMatchObject({ replied: 0 });
  });

  test("is one to a reminder of the conversation that the campaign began", async () => {
    await came(0, "delivered", { runId: "run-1" });
    await said(0, "out", 3, { runId: "run-1" });
    await said(0, "in", 5);
    expect(await told()).toMatchObject({ replied: 1 });
  });

  test("is none where it is STOP: that is counted by itself", async () => {
    await came(0, "delivered");
    await stopped(0, 5);
    expect(await told()).toMatchObject({ replied: 0, optedOut: 1 });
  });

  test("and a STOP after something else of ours is not the campaign's", async () => {
    await came(0, "delivered");
    await said(0, "out", 3);
    await stopped(0, 5);
    expect(await told()).toMatchObject({ replied: 0, optedOut: 0 });
  });
});
