// A campaign on its way, as a launch and a freeze leave it: its line, its recipients' rows, and a Sender that knows of both.
import { env } from "cloudflare:workers";
import { recipientId } from "#core/campaign/recipient-id";
import type { Pinned, PinnedContent } from "#core/campaign/sending";
import { toLine } from "#core/line";
import { LineConfig } from "#core/line";
import type { Line } from "#core/line";
import { MessageTemplate } from "#core/message-template/template";
import { mintId } from "#core/id";
import { pinnedCampaign } from "../fixtures/pinned-campaign.ts";
import { createIdentity } from "../../worker/identity.ts";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { ALWAYS, freshNumber } from "./story.ts";

const identity = createIdentity(TEST_SECRETS.IDENTITY_KEY);

export interface Planned {
  readonly number: string;
  readonly addressId: string;
  readonly messageId: string;
}

export interface Campaign {
  readonly id: string;
  readonly line: Line;
  readonly pinned: Pinned;
  readonly people: readonly Planned[];
}

/** Asks again until it is so: a campaign takes its seconds, and more of them on a machine that is busy. */
export async function comesTo<Value>(look: () => Promise<Value | null>): Promise<Value> {
  for (let tries = 0; tries < 250; tries += 1) {
    const value = await look();
    if (value !== null) return value;
    await scheduler.wait(100);
  }
  throw new Error("it never came");
}

let serial = 0;

/** A line of its own for each campaign, fast enough that no test waits for it. */
export async function addLine(config: Partial<LineConfig> = {}): Promise<Line> {
  serial += 1;
  const id = crypto.randomUUID();
  const whole = LineConfig.parse({
    name: "Campaigns",
    channel: "sms",
    sender: "short-code",
    address: String(60_000 + serial),
    organisation: "Partyline",
    hours: ALWAYS,
    segmentsPerSecond: 50,
    ...config,
  });
  await env.DB.prepare(
    "INSERT INTO lines (id, channel, address, config, created_at, changed_at) VALUES (?, ?, ?, ?, 0, 0)",
  )
    .bind(id, whole.channel, whole.address, JSON.stringify(whole))
    .run();
  return toLine(id, whole);
}

export function text(words: string): PinnedContent {
  return { kind: "template", template: MessageTemplate.parse({ text: { en: words } }) };
}

interface Wish extends Partial<Omit<Pinned, "variants">> {
  readonly line: Line;
  readonly content?: PinnedContent;
  readonly now: number;
  readonly people?: readonly string[];
  /** Says so of everybody's contact. */
  readonly zone?: string;
  readonly granted?: boolean;
}

/** Plans it: rows of its recipients, as the freeze writes them. Nothing knows of it yet. */
export async function plan(wish: Wish): Promise<Campaign> {
  const { line, now, content = text("Hello from us."), people, zone, granted = true, ...more } = wish;
  const id = mintId(now, crypto.getRandomValues(new Uint8Array(16)));
  const numbers = people ?? [freshNumber(), freshNumber(), freshNumber()];
  const pinned = pinnedCampaign({ campaignId: id, launchedAt: now, line, variants: { A: content }, ...more });
  const planned = await Promise.all(
    numbers.map(async (number) => {
      const addressId = await identity.idOf({ kind: "phone", value: number });
      return { number, addressId, messageId: recipientId({ campaignId: id, addressId, launchedAt: now }) };
    }),
  );
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO campaigns (id, name, line_id, config, revision, state, state_seq, state_at, state_by, launched_at,
                              created_at, created_by, changed_at)
       VALUES (?1, 'Test', ?2, '{}', 1, 'sending', 0, ?3, 'test', ?3, ?3, 'test', ?3)`,
    ).bind(id, line.id, now),
    ...planned.flatMap(({ number, addressId, messageId }) => [
      env.DB.prepare("INSERT OR IGNORE INTO contacts (id, zone, created_at) VALUES (?, ?, 0)").bind(
        addressId,
        zone ?? null,
      ),
      env.DB.prepare(
        "INSERT OR IGNORE INTO addresses (id, contact_id, kind, value) VALUES (?1, ?1, 'phone', ?2)",
      ).bind(addressId, number),
      ...(granted
        ? [
            env.DB.prepare(
              "INSERT OR IGNORE INTO permissions (address_id, channel, granted_at) VALUES (?, '*', 1)",
            ).bind(addressId),
          ]
        : []),
      env.DB.prepare(
        `INSERT INTO messages (id, address_id, line_id, direction, channel, kind, via, body, media, status, rank, receipts, at,
                               campaign_id, variant, attempt, segments, cost_micros)
         VALUES (?, ?, ?, 'out', ?, 'campaign', 'rest', '', '[]', 'pending', 0, '[]', ?, ?, 'A', 1, 1, 0)`,
      ).bind(messageId, addressId, line.id, line.channel, now, id),
    ]),
  ]);
  return { id, line, pinned, people: planned };
}

/** Its line's Sender. */
export function senderOf({ line }: Campaign) {
  return env.SENDER.getByName(line.id);
}

/** Hands it to its line's Sender, which begins at once. */
export async function start({ pinned, people }: Campaign, now: number): Promise<void> {
  const sender = env.SENDER.getByName(pinned.line.id);
  await sender.open({ pinned, actor: "test", now });
  await sender.frozen({ campaignId: pinned.campaignId, planned: people.length, now });
}

export async function launch(wish: Wish): Promise<Campaign> {
  const campaign = await plan(wish);
  await start(campaign, wish.now);
  return campaign;
}

export interface Row {
  readonly id: string;
  readonly status: string;
  readonly reason: string | null;
  readonly body: string;
  readonly attempt: number;
  readonly dueAt: number | null;
  readonly runId: string | null;
  readonly lineId: string;
}

/** A campaign's rows as D1 has them now. */
export async function rowsOf({ id }: Campaign): Promise<readonly Row[]> {
  const { results } = await env.DB.prepare(
    `SELECT id, status, reason, body, attempt, due_at AS dueAt, run_id AS runId, line_id AS lineId
       FROM messages WHERE campaign_id = ? ORDER BY id`,
  )
    .bind(id)
    .all<Row>();
  return results;
}

/** Its rows once all of them have come to one of these statuses. */
export function allAre(campaign: Campaign, ...statuses: readonly string[]): Promise<readonly Row[]> {
  return comesTo(async () => {
    const rows = await rowsOf(campaign);
    return rows.every(({ status }) => statuses.includes(status)) ? rows : null;
  });
}

/** What D1 knows of where the campaign stands, once it is there. */
export function stateIs({ id }: Campaign, state: string): Promise<{ state: string; reason: string | null }> {
  return comesTo(async () => {
    const row = await env.DB.prepare("SELECT state, state_reason AS reason FROM campaigns WHERE id = ?")
      .bind(id)
      .first<{ state: string; reason: string | null }>();
    return row?.state === state ? row : null;
  });
}
