// The inbox as the API shows it.
import * as z from "zod";
import type { Snapshot } from "../../../durable-objects/contact/snapshot.ts";
import type { Actor } from "../../actor.ts";
import type { InboxRow } from "../../db/inbox.ts";
import { NOTICE_KINDS } from "./notice.ts";
import { PersonView, toPersonView } from "./person.ts";
import { PHASES } from "./response.ts";
import { Time, toTime, toTimeOrNull } from "./time.ts";

const waiting = {
  contact: PersonView,
  lineId: z.string(),
  waitingSince: Time.nullable().meta({ description: "null where the last word is the staff's." }),
  kinds: z.array(z.enum(NOTICE_KINDS)).meta({ description: "What it is that waits." }),
  about: z.string().nullable().meta({ description: "What the newest of it says." }),
  runId: z.string().nullable().meta({ description: "The conversation that the staff have taken." }),
  words: z
    .string()
    .nullable()
    .meta({ description: "What they said last; null for a picture without words." }),
  heardAt: Time.nullable().meta({ description: "When they last wrote on this line." }),
  assignee: z
    .object({ id: z.string(), isMe: z.boolean() })
    .nullable()
    .meta({ description: "Who of the staff has it, as the audit trail names them." }),
};

export const InboxView = z.object(waiting).meta({ id: "WaitingConversation" });

export const OpenConversationView = z
  .object({
    ...waiting,
    live: z
      .object({
        runId: z.string(),
        flowId: z.string(),
        phase: z.enum(PHASES),
        wakesAt: Time.nullable(),
      })
      .nullable()
      .meta({ description: "The flow that is going on there at this moment." }),
    isOptedOut: z.boolean(),
  })
  .meta({ id: "OpenConversation" });

const Kinds = z.array(z.enum(NOTICE_KINDS));

export function toInboxView(row: InboxRow, actor: Actor) {
  const { lineId, since, kinds, about, runId, words, heardAt, assignee } = row;
  return {
    contact: toPersonView(row, actor),
    lineId,
    waitingSince: toTimeOrNull(since),
    kinds: Kinds.parse(JSON.parse(kinds)),
    about,
    runId,
    words,
    heardAt: toTimeOrNull(heardAt),
    assignee: assignee === null ? null : { id: assignee, isMe: assignee === actor.id },
  };
}

/** With what the person's own object knows at this moment. */
export function toOpenConversationView(row: InboxRow, { consent, conversations }: Snapshot, actor: Actor) {
  const found = conversations.find(({ lineId, phase }) => lineId === row.lineId && phase !== "finished");
  const live =
    found === undefined
      ? null
      : {
          runId: found.runId,
          flowId: found.flowId,
          phase: found.phase,
          wakesAt: found.wakesAt === null ? null : toTime(found.wakesAt),
        };
  const isHeld = live?.phase === "with-person";
  const isOptedOut = consent.optedOut !== null && consent.optedOut.at >= (consent.optedIn?.at ?? 0);
  return { ...toInboxView({ ...row, runId: isHeld ? live.runId : null }, actor), live, isOptedOut };
}
