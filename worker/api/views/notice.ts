// Notices as the API shows them.
import * as z from "zod";
import { maskNumbers } from "#core/phone";
import type { Actor } from "../../actor.ts";
import { mayAct } from "../../actor.ts";
import type { NoticeRow } from "../../db/notices.ts";
import { PersonView, toPersonView } from "./person.ts";
import { Time, toTime, toTimeOrNull } from "./time.ts";

export const NOTICE_KINDS = [
  "hand-off",
  "doubtful",
  "notify",
  "report",
  "unmatched",
  "opted-out-text",
  "limit",
  "unavailable",
  "stray",
  "to-staff",
] as const satisfies readonly NoticeRow["kind"][];

export const NoticeView = z
  .object({
    id: z.string(),
    kind: z.enum(NOTICE_KINDS),
    text: z.string(),
    contact: PersonView.nullable().meta({ description: "null for a message from nobody we could answer." }),
    lineId: z.string().nullable(),
    runId: z.string().nullable(),
    node: z.string().nullable(),
    at: Time,
    doneAt: Time.nullable(),
    doneBy: z.string().nullable(),
  })
  .meta({ id: "Notice" });

export function toNoticeView(row: NoticeRow, actor: Actor) {
  const { id, kind, text, lineId, runId, node, doneBy, addressId } = row;
  return {
    id,
    kind,
    // A stray's text begins with whom it is from.
    text: kind === "stray" && !mayAct(actor, "editor") ? maskNumbers(text) : text,
    contact: addressId === null ? null : toPersonView({ ...row, addressId }, actor),
    lineId,
    runId,
    node,
    at: toTime(row.at),
    doneAt: toTimeOrNull(row.doneAt),
    doneBy,
  };
}
