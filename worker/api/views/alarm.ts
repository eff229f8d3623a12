// Alarms as the API shows them.
import * as z from "zod";
import type { AlarmRow } from "../../db/alarms.ts";
import { Time, toTime, toTimeOrNull } from "./time.ts";

export const AlarmView = z
  .object({
    id: z.string(),
    kind: z
      .string()
      .meta({ description: "campaign-paused, credentials-refused, spend-cap or funnel-stuck." }),
    subject: z.string().meta({ description: "What it is about: a campaign's, a line's or a funnel's id." }),
    text: z.string(),
    at: Time,
    doneAt: Time.nullable(),
    doneBy: z.string().nullable(),
  })
  .meta({ id: "Alarm" });

export function toAlarmView({ id, kind, subject, text, at, doneAt, doneBy }: AlarmRow) {
  return { id, kind, subject, text, at: toTime(at), doneAt: toTimeOrNull(doneAt), doneBy };
}
