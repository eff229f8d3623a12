// Funnels as the API shows them.
import * as z from "zod";
import { FUNNEL_STATES, FunnelConfig, OnAnswer, OnNothing, Stage } from "#core/funnel/funnel";
import { CAUSES, PHASES } from "#core/funnel/member";
import type { Member } from "#core/funnel/member";
import { FUNNEL_PROBLEMS } from "#core/funnel/problem";
import type { MoveRow } from "../../db/funnel-moves.ts";
import type { SlotRow } from "../../db/funnel-slots.ts";
import type { FunnelRow } from "../../db/funnels.ts";
import "./describe-funnel.ts";
import { Time, toTime, toTimeOrNull } from "./time.ts";

// Named, so that the description says each of them once.
OnAnswer.register(z.globalRegistry, { id: "FunnelAnswerRule", description: "Where an answer leads." });
OnNothing.register(z.globalRegistry, {
  id: "FunnelSilenceRule",
  description: "Where silence, or a message that never arrives, leads.",
});
Stage.register(z.globalRegistry, { id: "FunnelStage" });
FunnelConfig.register(z.globalRegistry, {
  id: "FunnelConfig",
  description: "Stages of back-and-forth, and where answers, silence and failure lead from each.",
});

export const FunnelView = z
  .object({
    id: z.string(),
    key: z.string().meta({ description: "What flows and categories call it; it stays." }),
    state: z.enum(FUNNEL_STATES),
    revision: z.int().meta({ description: "Counts the changes; a change names the one it was made from." }),
    config: FunnelConfig,
    createdAt: Time,
    changedAt: Time,
  })
  .meta({ id: "Funnel" });

export function toFunnelView({ id, key, state, revision, config, createdAt, changedAt }: FunnelRow) {
  return { id, key, state, revision, config, createdAt: toTime(createdAt), changedAt: toTime(changedAt) };
}

export const FunnelProblemView = z
  .object({
    kind: z.enum(["error", "warning"]).meta({ description: "An error keeps a funnel from being started." }),
    code: z.enum(FUNNEL_PROBLEMS),
    place: z.string().meta({ description: "The stage, category or part it is about." }),
    message: z.string(),
  })
  .meta({ id: "FunnelProblem" });

export const MemberView = z
  .object({
    contactId: z.string(),
    name: z.string().nullable(),
    stage: z.string(),
    phase: z.enum(PHASES).meta({
      description:
        "new: never begun with. waiting: until a date. asked: begun with at their stage. out: has left.",
    }),
    category: z.string().nullable(),
    dueAt: Time.nullable().meta({ description: "New and waiting ones: not begun with before." }),
    round: z.int().meta({ description: "Stages begun so far." }),
    campaignId: z.string().nullable().meta({ description: "What began the stage they are asked at." }),
    cause: z.enum(CAUSES).meta({ description: "Of their last step." }),
    changedAt: Time,
  })
  .meta({ id: "FunnelMember" });

export function toMemberView(member: Member & { readonly name: string | null }) {
  const { contactId, name, stage, phase, category, dueAt, round, campaignId, cause, changedAt } = member;
  const isDated = phase === "new" || phase === "waiting";
  return {
    contactId,
    name,
    stage,
    phase,
    category,
    dueAt: isDated ? toTimeOrNull(dueAt) : null,
    round,
    campaignId,
    cause,
    changedAt: toTime(changedAt),
  };
}

export const MoveView = z
  .object({
    contactId: z.string(),
    name: z.string().nullable(),
    step: z.int().meta({ description: "Counts the steps of one person." }),
    at: Time,
    cause: z.enum(CAUSES),
    detail: z.string().nullable().meta({
      description: "The category answered, the carrier's code, or why they were left out.",
    }),
    from: z.object({ stage: z.string(), phase: z.enum(PHASES) }).nullable(),
    to: z.object({ stage: z.string(), phase: z.enum(PHASES), category: z.string().nullable() }),
    campaignId: z.string().nullable(),
  })
  .meta({ id: "FunnelMove" });

export function toMoveView(row: MoveRow) {
  const { contactId, name, revision, at, cause, detail, fromStage, fromPhase, stage, phase, category } = row;
  return {
    contactId,
    name,
    step: revision,
    at: toTime(at),
    cause,
    detail,
    from: fromStage === null || fromPhase === null ? null : { stage: fromStage, phase: fromPhase },
    to: { stage, phase, category },
    campaignId: row.campaignId,
  };
}

export const SlotView = z
  .object({
    at: Time,
    day: z.iso.date().meta({ description: "On the funnel's calendar." }),
    people: z.int(),
    launchedAt: Time.nullable().meta({ description: "When its campaigns were all launched." }),
    campaigns: z.array(z.object({ stage: z.string(), campaignId: z.string(), people: z.int() })),
  })
  .meta({ id: "FunnelSlot" });

export function toSlotView(
  { at, day, people, doneAt }: SlotRow,
  campaigns: readonly { readonly stage: string; readonly campaignId: string; readonly people: number }[],
) {
  return { at: toTime(at), day, people, launchedAt: toTimeOrNull(doneAt), campaigns: [...campaigns] };
}
