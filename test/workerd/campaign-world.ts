// What the tests of campaigns share: a line, people who agreed to hear from us, and campaigns for them.
import { env } from "cloudflare:workers";
import { CampaignConfig } from "#core/campaign/campaign";
import type { WorkJob } from "#core/work";
import { LineConfig } from "#core/line";
import { createCampaign } from "../../worker/actions/create-campaign.ts";
import { freezeAudience } from "../../worker/actions/freeze-audience.ts";
import { OWNER } from "../../worker/actor.ts";
import type { CampaignRow } from "../../worker/db/campaigns.ts";
import { findCampaign } from "../../worker/db/campaigns.ts";
import { openServices } from "../../worker/services.ts";
import type { Services } from "../../worker/services.ts";
import { ALWAYS } from "./story.ts";

export const EVERYONE = { all: [] };

export interface Asked {
  readonly services: Services;
  /** What the work queue was asked for; nothing of it runs by itself. */
  readonly jobs: WorkJob[];
}

/** The Worker's services with a work queue that only listens. */
export async function openQuietly(now?: number): Promise<Asked> {
  const services = await openServices(env);
  const jobs: WorkJob[] = [];
  const work = {
    ...services.work,
    send: async (job: WorkJob) => {
      jobs.push(job);
      return { metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } };
    },
  };
  return {
    jobs,
    services: { ...services, work, ...(now !== undefined && { clock: { now: () => now } }) },
  };
}

export async function addLine(config: Partial<LineConfig> = {}): Promise<string> {
  const id = crypto.randomUUID();
  const line = LineConfig.parse({
    name: "Texts",
    channel: "sms",
    sender: "long-code",
    address: `+1555${String(Math.floor(Math.random() * 9_000_000) + 1_000_000)}`,
    organisation: "Partyline",
    hours: ALWAYS,
    segmentsPerSecond: 1_000,
    ...config,
  });
  await env.DB.prepare(
    "INSERT INTO lines (id, channel, address, config, created_at, changed_at) VALUES (?, ?, ?, ?, 0, 0)",
  )
    .bind(id, line.channel, line.address, JSON.stringify(line))
    .run();
  return id;
}

export interface NewPerson {
  readonly number: string;
  /** Agreed, where absent. */
  readonly agreed?: boolean;
  readonly optedOutAt?: number;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly tag?: string;
}

/** Straight into D1, as many imports and webhooks would have left it; returns their contact ids, which are their addresses'. */
export async function addPeople(services: Services, people: readonly NewPerson[]): Promise<string[]> {
  const rows = await Promise.all(
    people.map(async (person) => ({
      ...person,
      id: await services.identity.idOf({ kind: "phone", value: person.number }),
    })),
  );
  const json = JSON.stringify(
    rows.map(({ id, number, agreed = true, optedOutAt = null, attributes = {}, tag = null }) => {
      return { id, number, agreed, optedOutAt, attributes, tag };
    }),
  );
  const insert = (query: string) => env.DB.prepare(query).bind(json);
  await env.DB.batch([
    insert("INSERT INTO contacts (id, created_at) SELECT value->>'id', 0 FROM json_each(?1)"),
    insert(
      `INSERT INTO addresses (id, contact_id, kind, value, opted_out_at)
       SELECT value->>'id', value->>'id', 'phone', value->>'number', value->>'optedOutAt' FROM json_each(?1)`,
    ),
    insert(
      `INSERT INTO permissions (address_id, channel, granted_at)
       SELECT value->>'id', '*', 1 FROM json_each(?1) WHERE value->>'agreed'`,
    ),
    insert(
      `INSERT INTO attributes (contact_id, name, value, changed_at, source)
       SELECT p.value->>'id', a.key, json_quote(a.value), 0, 'test' FROM json_each(?1) p, json_each(p.value->'attributes') a`,
    ),
    insert(
      `INSERT INTO tags (contact_id, tag, present, changed_at, source)
       SELECT value->>'id', value->>'tag', 1, 0, 'test' FROM json_each(?1) WHERE value->>'tag' IS NOT NULL`,
    ),
  ]);
  return rows.map(({ id }) => id);
}

export function configOf(lineId: string, more: Partial<CampaignConfig> = {}): CampaignConfig {
  return CampaignConfig.parse({
    name: "Spring",
    lineId,
    variants: [{ name: "plain", content: { kind: "text", text: { en: "Hi there" } } }],
    audience: { kind: "filter", filter: EVERYONE },
    ...more,
  });
}

export function addCampaign(services: Services, config: CampaignConfig): Promise<CampaignRow> {
  return createCampaign(services, OWNER, config);
}

/** Runs freezing steps until none is asked for. */
export async function freezeAll({ services, jobs }: Asked, pageSize?: number): Promise<void> {
  for (let job = jobs.shift(); job !== undefined; job = jobs.shift())
    if (job.kind === "freeze") await freezeAudience(services, job.campaignId, pageSize);
}

export async function campaignOf(services: Services, id: string): Promise<CampaignRow> {
  const row = await findCampaign(services.db, id);
  if (row === null) throw new Error(`no campaign ${id}`);
  return row;
}

export interface Recipient {
  readonly id: string;
  readonly address_id: string;
  readonly variant: string;
  readonly segments: number;
  readonly status: string;
}

/** The planned messages, in the order of their people. */
export async function recipientsOf(campaignId: string): Promise<Recipient[]> {
  const { results } = await env.DB.prepare(
    "SELECT id, address_id, variant, segments, status FROM messages WHERE campaign_id = ? ORDER BY address_id",
  )
    .bind(campaignId)
    .all<Recipient & Record<string, unknown>>();
  return results;
}

/** Who was left out, by contact id. */
export async function exclusionsOf(campaignId: string): Promise<Record<string, string>> {
  const { results } = await env.DB.prepare(
    "SELECT contact_id, reason FROM exclusions WHERE campaign_id = ? ORDER BY contact_id",
  )
    .bind(campaignId)
    .all<{ contact_id: string; reason: string }>();
  return Object.fromEntries(results.map(({ contact_id, reason }) => [contact_id, reason]));
}
