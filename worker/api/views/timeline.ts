// What happened with a person, entry by entry, as the API shows it.
import * as z from "zod";
import type { Actor } from "../../actor.ts";
import { mayAct } from "../../actor.ts";
import type { TimelineEntry } from "../../db/timeline.ts";
import { MediaView, toMediaView } from "./message.ts";
import { Time, toTime, toTimeOrNull } from "./time.ts";

const entry = { at: Time, id: z.string() };

export const TimelineView = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("message"),
      direction: z.enum(["in", "out"]),
      channel: z.string(),
      messageKind: z.string().meta({ description: "As `kind` of a message." }),
      text: z.string(),
      media: z.array(MediaView),
      location: z.unknown(),
      status: z.string(),
      errorCode: z.int().nullable(),
      reason: z.string().nullable(),
      dueAt: Time.nullable(),
      addressId: z.string(),
      lineId: z.string().nullable(),
      runId: z.string().nullable(),
      campaignId: z.string().nullable(),
      by: z.string().nullable().meta({ description: "Who of the staff wrote it." }),
      ...entry,
    }),
    z.object({
      kind: z.literal("run"),
      flowId: z.string(),
      flowSlug: z.string().nullable(),
      flowName: z.string().nullable(),
      phase: z.string(),
      disposition: z.string().nullable(),
      ...entry,
    }),
    z.object({
      kind: z.literal("consent"),
      decision: z.string(),
      source: z.string(),
      words: z.string(),
      ...entry,
    }),
    z.object({
      kind: z.literal("notice"),
      notice: z.string(),
      text: z.string(),
      doneAt: Time.nullable(),
      ...entry,
    }),
    z.object({
      kind: z.literal("call"),
      helplineId: z.string(),
      state: z.string(),
      outcome: z
        .string()
        .nullable()
        .meta({ description: "The id is the call's: its voicemail is shown there." }),
      answeredBy: z.string().nullable().meta({ description: "A volunteer's id." }),
      voicemail: z.object({ id: z.string(), seconds: z.number().nullable() }).nullable(),
      ...entry,
    }),
    z.object({
      kind: z.literal("deed"),
      action: z.string().meta({
        description:
          "conversation.take-over, conversation.release, conversation.assign, conversation.close: what the staff did.",
      }),
      by: z.string(),
      assignee: z.string().nullable(),
      ...entry,
    }),
  ])
  .meta({ id: "TimelineEntry" });

export function toTimelineView(item: TimelineEntry, actor: Actor) {
  const at = toTime(item.at);
  switch (item.kind) {
    case "message": {
      const dueAt = item.status === "pending" ? toTimeOrNull(item.dueAt) : null;
      const { kept: _kept, ...shown } = item;
      return { ...shown, at, dueAt, media: toMediaView(item) };
    }
    case "notice":
      return { ...item, at, doneAt: toTimeOrNull(item.doneAt) };
    case "call":
      // What was left on the machine is not for viewers: not even that it was.
      return { ...item, at, voicemail: mayAct(actor, "editor") ? item.voicemail : null };
    case "run":
    case "consent":
    case "deed":
      return { ...item, at };
    default:
      return item satisfies never;
  }
}
