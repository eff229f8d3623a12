// Members of staff as the API shows them.
import * as z from "zod";
import type { Actor } from "../../actor.ts";
import { mayAct, ROLES } from "../../actor.ts";
import type { StaffRow } from "../../db/staff.ts";
import { maskRecipient } from "../../email/recipient.ts";
import { Time, toTime, toTimeOrNull } from "./time.ts";

export const StaffView = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string().meta({ description: "Masked for all but owners." }),
    role: z.enum(ROLES),
    createdAt: Time,
    createdBy: z.string(),
    changedAt: Time.meta({ description: "Their name, their role, or whether they are let in." }),
    lastSeenAt: Time.nullable().meta({ description: "To the hour; null for somebody who never signed in." }),
    disabledAt: Time.nullable().meta({ description: "Shut out since." }),
  })
  .meta({ id: "StaffMember" });

export function toStaffView(row: StaffRow, actor: Actor) {
  const { id, name, email, role, createdAt, createdBy, changedAt, lastSeenAt, disabledAt } = row;
  return {
    id,
    name,
    email: mayAct(actor, "owner") ? email : maskRecipient(email),
    role,
    createdAt: toTime(createdAt),
    createdBy,
    changedAt: toTime(changedAt),
    lastSeenAt: toTimeOrNull(lastSeenAt),
    disabledAt: toTimeOrNull(disabledAt),
  };
}
