// Where a rule leads somebody: the standing that follows from it.
import type { FieldValue } from "#core/conversation/run";
import { readDate } from "#core/date-text";
import { startOfDay } from "#core/funnel/calendar";
import { LOOK_AGAIN_MS } from "#core/funnel/delivery";
import type { FunnelConfig, OnAnswer, OnNothing } from "#core/funnel/funnel";
import type { Member, Standing } from "#core/funnel/member";
import { dateIn } from "#core/zone-clock";

/** Nobody asks to be asked again later than that; a date beyond it was misread. */
const DAYS_AHEAD_MAX = 366;
/** Of 2026-11-21, whatever time may follow. */
const DATE_LENGTH = 10;

/** The member's standing with some of it changed; who is not asked has no campaign, and who is out nothing due. */
export function moveTo(member: Member, change: Partial<Standing>): Standing {
  const { stage, phase, category, dueAt, round, holds, campaignId, slotAt, settledAt } = member;
  const next = { stage, phase, category, dueAt, round, holds, campaignId, slotAt, settledAt, ...change };
  const kept = next.phase === "asked" ? next : { ...next, campaignId: null, slotAt: null };
  return next.phase === "out" ? { ...kept, dueAt: null } : kept;
}

/** A slot at `slotAt` (epoch milliseconds) begins the stage by this campaign. */
export function begin(
  { words }: FunnelConfig,
  member: Member,
  campaign: { readonly id: string; readonly slotAt: number },
): Standing {
  return moveTo(member, {
    phase: "asked",
    category: words.asked,
    round: member.round + 1,
    campaignId: campaign.id,
    slotAt: campaign.slotAt,
    dueAt: campaign.slotAt + LOOK_AGAIN_MS,
  });
}

/** What silence or failure leads to; `at` is when it was so, however late it is noticed. */
export function followNothing(
  { words }: FunnelConfig,
  zone: string,
  member: Member,
  leads: OnNothing,
  at: number,
): Standing {
  const category = leads.category ?? member.category;
  switch (leads.kind) {
    case "leave":
      return moveTo(member, { phase: "out", category, holds: 0 });
    case "stage":
      return moveTo(member, {
        phase: "waiting",
        stage: leads.stage,
        category: leads.category ?? words.waiting,
        dueAt: inDays(zone, at, leads.afterDays),
        holds: 0,
      });
    default:
      return leads satisfies never;
  }
}

/** What an answer leads to: its category is theirs in any case. */
export function followAnswer(
  zone: string,
  member: Member,
  leads: OnAnswer,
  { category, at }: { readonly category: string; readonly at: number },
  attributes: Readonly<Record<string, FieldValue>>,
): Standing {
  const answered = { category, settledAt: at, holds: 0 };
  switch (leads.kind) {
    case "stay":
      return moveTo(member, answered);
    case "leave":
      return moveTo(member, { ...answered, phase: "out" });
    case "stage":
      return moveTo(member, {
        ...answered,
        phase: "waiting",
        stage: leads.stage,
        dueAt: inDays(zone, at, leads.afterDays),
      });
    case "wait": {
      const { attribute, stage = member.stage, otherwiseDays } = leads;
      const given = Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined;
      const dueAt = startOfDate(zone, given, at) ?? inDays(zone, at, otherwiseDays);
      return moveTo(member, { ...answered, phase: "waiting", stage, dueAt });
    }
    default:
      return leads satisfies never;
  }
}

/** At once, or the first instant of a later day. */
function inDays(zone: string, at: number, days: number): number {
  return days === 0 ? at : startOfDay(zone, dateIn(zone, at), days);
}

/** The first instant of the date, if it is one that is still to come at `at`. */
function startOfDate(zone: string, value: FieldValue | undefined, at: number): number | null {
  const date = typeof value === "string" ? readDate(value.slice(0, DATE_LENGTH))?.day : undefined;
  const today = dateIn(zone, at);
  if (date === undefined || date <= today) return null;
  const begins = startOfDay(zone, date);
  return begins <= startOfDay(zone, today, DAYS_AHEAD_MAX) ? begins : null;
}
