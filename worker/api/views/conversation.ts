// A conversation that is going on: as the record has it, and as its person's object has it.
import * as z from "zod";
import type { Snapshot } from "../../../durable-objects/contact/snapshot.ts";
import type { Actor } from "../../actor.ts";
import type { ResponseRow } from "../../db/responses.ts";
import { PHASES, ResponseView, toResponseView } from "./response.ts";
import { Time, toTime, toTimeOrNull } from "./time.ts";

const Live = z.object({
  phase: z.enum(PHASES),
  node: z.string().nullable(),
  wakesAt: Time.nullable().meta({
    description: "When it goes on by itself; null when only the person can move it.",
  }),
  optedOut: z.boolean(),
});

export const ConversationView = z
  .object({
    ...ResponseView.shape,
    node: z.string().nullable().meta({ description: "Where it waits." }),
    heardAt: Time.nullable(),
    live: Live.nullable(),
  })
  .meta({ id: "Conversation" });

export function toConversationView(row: ResponseRow, actor: Actor) {
  return { ...toResponseView(row, actor), node: row.node, heardAt: toTimeOrNull(row.heardAt) };
}

export function readLive({ consent, conversations }: Snapshot, runId: string) {
  const found = conversations.find((conversation) => conversation.runId === runId);
  if (found === undefined) return null;
  const { phase, node, wakesAt } = found;
  const optedOut = consent.optedOut !== null && consent.optedOut.at >= (consent.optedIn?.at ?? 0);
  return { phase, node, wakesAt: wakesAt === null ? null : toTime(wakesAt), optedOut };
}
