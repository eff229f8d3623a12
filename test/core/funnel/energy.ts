// The demo's funnel, and somebody in it, for tests of the rules.
import { readFileSync } from "node:fs";
import { Flow } from "#core/conversation/flow";
import { FunnelConfig } from "#core/funnel/funnel";
import type { Member } from "#core/funnel/member";
import { toLine } from "#core/line";
import { LineConfig } from "#core/line";

const DEMO = new URL("../../demo/", import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, DEMO), "utf8"));

export const ZONE = "Europe/London";
export const LINE = toLine(
  "0193a3f0-0000-7000-8000-0000000000f1",
  LineConfig.parse({
    name: "Texts",
    channel: "sms",
    sender: "long-code",
    address: "+447700900100",
    organisation: "Riverside Centre",
    zone: ZONE,
  }),
);

export const ENERGY = FunnelConfig.parse({ ...Object(read("funnels/energy-advice.json")), lineId: LINE.id });

export const FLOWS: ReadonlyMap<string, Flow> = new Map(
  ENERGY.stages.map(({ flow }) => [flow, Flow.parse(read(`flows/${flow}.json`))]),
);

/** A Monday, 10:00 in London. */
export const ASKED_AT = Date.parse("2026-11-23T10:00:00Z");

/** Asked at a stage since that Monday. */
export function askedAt(stage: string, change: Partial<Member> = {}): Member {
  return {
    contactId: "somebody",
    stage,
    phase: "asked",
    category: "Asked",
    dueAt: ASKED_AT,
    round: 1,
    holds: 0,
    campaignId: "campaign",
    slotAt: ASKED_AT,
    settledAt: ASKED_AT - 60_000,
    revision: 2,
    cause: "begun",
    changedAt: ASKED_AT,
    ...change,
  };
}
