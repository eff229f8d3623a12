// A funnel in the runtime, with its clock in the test's hand: people, days, and what the record hears of them.
import { env } from "cloudflare:workers";
import { FunnelConfig } from "#core/funnel/funnel";
import type { ProfileChange, TurnRecord } from "#core/record";
import type { Status } from "#core/status";
import type { WorkJob } from "#core/work";
import { applyRecords } from "../../worker/actions/apply-records.ts";
import { createFunnel } from "../../worker/actions/create-funnel.ts";
import { enrolInFunnel } from "../../worker/actions/enrol-in-funnel.ts";
import { runFunnelSlot } from "../../worker/actions/run-funnel-slot.ts";
import { startFunnel } from "../../worker/actions/start-funnel.ts";
import { tickFunnels } from "../../worker/actions/tick-funnels.ts";
import { OWNER } from "../../worker/actor.ts";
import { findMember } from "../../worker/db/funnel-members.ts";
import { openServices } from "../../worker/services.ts";
import type { Services } from "../../worker/services.ts";
import energyAdvice from "../demo/funnels/energy-advice.json";
import activation from "../demo/flows/energy-activation.json";
import reactivation1 from "../demo/flows/energy-reactivation-1.json";
import reactivation2 from "../demo/flows/energy-reactivation-2.json";
import { Flow } from "#core/conversation/flow";
import { publish } from "./story.ts";

export const LINE_ID = "0193a3f0-0000-7000-8000-0000000000f1";
let serial = 0;

/** The demo's flows on a line in London. Once per test file. */
export async function publishFlows(): Promise<void> {
  const line = { id: LINE_ID, address: "+15550007000", config: { zone: "Europe/London" } };
  await publish("energy-activation", Flow.parse(activation), "one", line);
  await publish("energy-reactivation-1", Flow.parse(reactivation1), "two", line);
  await publish("energy-reactivation-2", Flow.parse(reactivation2), "three", line);
}

export interface World {
  readonly funnelId: string;
  /** The services at that time; jobs for the work queue are kept back. */
  readonly at: (iso: string) => Services;
  readonly jobs: WorkJob[];
  readonly enrol: (iso: string, ids: readonly string[], again?: boolean) => ReturnType<typeof enrolInFunnel>;
  /** Cron, and then the slots it asked for; returns how many each began with. */
  readonly tick: (iso: string) => Promise<void>;
  readonly member: (contactId: string) => ReturnType<typeof findMember>;
  /** Who was begun with at that slot, in the order of their ids. */
  readonly begunAt: (iso: string) => Promise<readonly string[]>;
  readonly historyOf: (contactId: string) => Promise<readonly string[]>;
}

/** The demo's funnel under a key of its own, running since `iso`. */
export async function startWorld(iso: string, change: Partial<FunnelConfig> = {}): Promise<World> {
  const real = await openServices(env);
  const jobs: WorkJob[] = [];
  const send = (job: WorkJob): Promise<QueueSendResponse> => {
    jobs.push(job);
    return Promise.resolve({ metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } });
  };
  const work = { ...real.work, send } as Services["work"];
  // What the Sender does with a campaign is its own story.
  const sender = (() => ({ open: () => Promise.resolve() })) as unknown as Services["sender"];
  const at = (when: string): Services => ({ ...real, work, sender, clock: { now: () => Date.parse(when) } });
  const config = { ...FunnelConfig.parse({ ...energyAdvice, lineId: LINE_ID }), ...change };
  // The demo's flows call their funnel by this key: one world at a time has it.
  await env.DB.prepare(
    "UPDATE funnels SET key = 'old_' || id, state = 'archived' WHERE key = 'energy_advice'",
  ).run();
  const { id: funnelId } = await createFunnel(at(iso), OWNER, { key: "energy_advice", config });
  await startFunnel(at(iso), OWNER, funnelId);
  return {
    funnelId,
    at,
    jobs,
    enrol: (when, contacts, again = false) =>
      enrolInFunnel(at(when), OWNER, funnelId, { kind: "contacts", contacts }, again),
    tick: async (when) => {
      await tickFunnels(at(when));
      for (const job of jobs.splice(0)) {
        if (job.kind === "funnel-slot") await runFunnelSlot(at(when), job.funnelId, job.at);
      }
    },
    member: (contactId) => findMember(env.DB, funnelId, contactId),
    begunAt: async (when) => {
      const { results } = await env.DB.prepare(
        "SELECT contact_id AS id FROM funnel_moves WHERE funnel_id = ? AND at = ? AND cause = 'begun' ORDER BY 1",
      )
        .bind(funnelId, Date.parse(when))
        .all<{ id: string }>();
      return results.map(({ id }) => id);
    },
    historyOf: async (contactId) => {
      const { results } = await env.DB.prepare(
        "SELECT cause, stage, phase, category FROM funnel_moves WHERE funnel_id = ? AND contact_id = ? ORDER BY revision",
      )
        .bind(funnelId, contactId)
        .all<Record<"cause" | "stage" | "phase" | "category", string | null>>();
      return results.map(({ cause, stage, phase, category }) => `${cause}: ${stage} ${phase} ${category}`);
    },
  };
}

/** So many people who opted in, with ids in their order. */
export async function people(count: number): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, () => {
    serial += 1;
    return `0193a3f0-0000-8000-8000-${serial.toString(16).padStart(12, "0")}`;
  });
  await env.DB.batch(
    ids.flatMap((id, place) => [
      env.DB.prepare("INSERT INTO contacts (id, created_at) VALUES (?, 0)").bind(id),
      env.DB.prepare(
        "INSERT INTO addresses (id, contact_id, kind, value, opted_in_at) VALUES (?1, ?1, 'phone', ?2, 1)",
      ).bind(id, `+1202556${String(1000 + serial - count + place)}`),
    ]),
  );
  return ids;
}

/** What became of the message that began their stage. */
export async function report(
  world: World,
  contactId: string,
  iso: string,
  status: Status,
  { errorCode = null, reason = null }: { errorCode?: number | null; reason?: string | null } = {},
): Promise<void> {
  const member = await world.member(contactId);
  const at = Date.parse(iso);
  const time = at.toString(16).padStart(12, "0");
  await env.DB.prepare(
    `INSERT INTO messages (id, address_id, line_id, direction, channel, kind, body, media, status, rank, error_code, receipts,
                           at, campaign_id, attempt, reason)
     VALUES (?, ?, ?, 'out', 'sms', 'campaign', '', '[]', ?, 20, ?, '[]', ?, ?, 1, ?)`,
  )
    .bind(
      `${time.slice(0, 8)}-${time.slice(8)}-8000-8000-${crypto.randomUUID().slice(24)}`,
      contactId,
      LINE_ID,
      status,
      errorCode,
      at,
      member?.campaignId ?? "",
      reason,
    )
    .run();
}

/** A turn in which a flow changed something about them. */
export function turn(contactId: string, iso: string, ...changes: readonly Change[]): TurnRecord {
  const at = Date.parse(iso);
  return {
    kind: "turn",
    id: crypto.randomUUID(),
    at,
    addressId: contactId,
    address: { kind: "nobody" },
    lineId: LINE_ID,
    heard: true,
    messages: [],
    runs: [],
    changes: changes.map((change): ProfileChange => ({ ...change, at, source: "flow" })),
    consents: [],
    notices: [],
    dueAt: null,
  };
}

type Change =
  | { readonly kind: "category"; readonly funnel: string; readonly category: string }
  | { readonly kind: "field"; readonly name: string; readonly value: string };

export function called(category: string): Change {
  return { kind: "category", funnel: "energy_advice", category };
}

export async function record(world: World, iso: string, ...records: readonly TurnRecord[]): Promise<void> {
  const again = await applyRecords(world.at(iso), records);
  if (again.size > 0) throw new Error("a record was not followed");
}
