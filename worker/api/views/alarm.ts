// Alarms as the API shows them.
import * as z from "zod";
import { ALARM_KINDS } from "#core/alarm";
import type { AlarmRow } from "../../db/alarms.ts";
import { Time, toTime, toTimeOrNull } from "./time.ts";

export const AlarmView = z
  .object({
    id: z.string(),
    kind: z.enum(ALARM_KINDS),
    subject: z.string().meta({ description: "What it is about: an id, a queue's name or an error's code." }),
    text: z.string(),
    at: Time,
    toldAt: Time.nullable().meta({ description: "When operators were told by e-mail." }),
    doneAt: Time.nullable(),
    doneBy: z.string().nullable(),
  })
  .meta({ id: "Alarm" });

export function toAlarmView({ id, kind, subject, text, at, toldAt, doneAt, doneBy }: AlarmRow) {
  return {
    id,
    kind,
    subject,
    text,
    at: toTime(at),
    toldAt: toTimeOrNull(toldAt),
    doneAt: toTimeOrNull(doneAt),
    doneBy,
  };
}
