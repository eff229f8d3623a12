// What an answer, silence, a failure or a wish to hear nothing does to somebody in a funnel. Facts may be known late, twice
// or in any order: a person's answer counts before a silence that was only believed.
import type { FieldValue } from "#core/conversation/run";
import { startOfDay } from "#core/funnel/calendar";
import { LOOK_AGAIN_MS } from "#core/funnel/delivery";
import type { Delivery } from "#core/funnel/delivery";
import { stageOf } from "#core/funnel/funnel";
import type { FunnelConfig, Stage } from "#core/funnel/funnel";
import { followAnswer, followNothing, moveTo } from "#core/funnel/lead";
import type { Cause, Member, Move, Standing } from "#core/funnel/member";
import { dateIn } from "#core/zone-clock";

const DAY_MS = 86_400_000;
/** So many slots in a row that had to leave somebody out are as good as a failure. */
export const HOLDS_MAX = 10;
/** A conversation that ended a moment ago is about to be recorded. */
const LOOK_SOON_MS = 300_000;
/** What the staff took and forgot ends after a week; one that never ends on record lost its last word. */
const TALKING_MAX_MS = 8 * DAY_MS;

export interface Facts {
  readonly gone: "erased" | "opted-out" | null;
  /** The oldest category a flow gave them that is not dealt with; of one instant the greatest, as everywhere. */
  readonly answer: Answer | null;
  /** Of the campaign that began their stage; looked at only while they are asked. */
  readonly delivery: Delivery;
  /** When they last said something in the conversation of their stage. */
  readonly heardAt: number | null;
  /** That conversation goes on: it waits for them, or a person on the staff has it. */
  readonly isTalking: boolean;
  readonly attributes: Readonly<Record<string, FieldValue>>;
}

interface Answer {
  readonly category: string;
  readonly at: number;
}

/** What decisions are made by; `zone` is the funnel's, `now` epoch milliseconds. */
export interface Setting {
  readonly config: FunnelConfig;
  readonly zone: string;
  readonly now: number;
}

export type Settled =
  | { readonly kind: "move"; readonly move: Move }
  /** Nothing yet; look again then. */
  | { readonly kind: "look"; readonly at: number }
  | { readonly kind: "nothing" };

export function settle(setting: Setting, member: Member, facts: Facts): Settled {
  const { config, now } = setting;
  const out = (cause: Cause, category = member.category) =>
    move(member, cause, null, moveTo(member, { phase: "out", category }), now);
  const isOut = member.phase === "out";
  if (facts.gone === "erased") return isOut ? { kind: "nothing" } : out("erased");
  if (facts.answer !== null && facts.answer.at > member.settledAt)
    return settleAnswer(setting, member, facts.answer, facts.attributes);
  if (isOut) return { kind: "nothing" };
  if (facts.gone === "opted-out") return out("opted-out", config.words.optedOut);
  const stage = stageOf(config, member.stage);
  if (stage === undefined) return out("stage-gone");
  return member.phase === "asked" ? settleAsked(setting, stage, member, facts) : { kind: "nothing" };
}

/** Who has left keeps their newest category, but does not come back by it, unless it was given before they left. */
function settleAnswer(
  { config, zone, now }: Setting,
  member: Member,
  answer: Answer,
  attributes: Facts["attributes"],
): Settled {
  const rule = config.categories.find(({ name }) => name === answer.category);
  const isLate = answer.at <= member.changedAt && (member.cause === "silence" || member.cause === "failure");
  const leads = member.phase === "out" && !isLate ? undefined : rule?.leads;
  const to = followAnswer(zone, member, leads ?? { kind: "stay" }, answer, attributes);
  return move(member, "answer", answer.category, to, now);
}

function settleAsked(
  { config, zone, now }: Setting,
  { silence, failure }: Stage,
  member: Member,
  { delivery, heardAt, isTalking }: Facts,
): Settled {
  switch (delivery.kind) {
    case "pending":
      return { kind: "look", at: now + LOOK_AGAIN_MS };
    case "handed-over": {
      const quietAt = Math.max(delivery.at, heardAt ?? 0) + silence.days * DAY_MS;
      if (now < quietAt) return { kind: "look", at: quietAt };
      if (isTalking && now < quietAt + TALKING_MAX_MS) return { kind: "look", at: now + LOOK_SOON_MS };
      return move(member, "silence", null, followNothing(config, zone, member, silence.leads, quietAt), now);
    }
    case "failed": {
      const to = followNothing(config, zone, member, failure, now);
      return move(member, "failure", delivery.code?.toString() ?? null, to, now);
    }
    case "left-out": {
      const { reason, isForGood } = delivery;
      const { excluded, waiting } = config.words;
      if (isForGood)
        return move(member, "excluded", reason, moveTo(member, { phase: "out", category: excluded }), now);
      const holds = member.holds + 1;
      if (holds >= HOLDS_MAX)
        return move(member, "failure", reason, followNothing(config, zone, member, failure, now), now);
      const dueAt = startOfDay(zone, dateIn(zone, now), 1);
      const to = moveTo(member, { phase: "waiting", category: waiting, dueAt, holds });
      return move(member, "held", reason, to, now);
    }
    default:
      return delivery satisfies never;
  }
}

function move(member: Member, cause: Cause, detail: string | null, to: Standing, at: number): Settled {
  return { kind: "move", move: { member, to, cause, detail, at } };
}
