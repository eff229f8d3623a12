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
    lastSeenAt: Time.nullable().meta({ description: "To the hour; null for somebody who never signed in." }),
    disabledAt: Time.nullable().meta({ description: "Shut out since." }),
  })
  .meta({ id: "StaffMember" });

export function toStaffView(row: StaffRow, actor: Actor) {
  const { id, name, email, role, createdAt, createdBy, lastSeenAt, disabledAt } = row;
  return {
    id,
    name,
    email: mayAct(actor, "owner") ? email : maskRecipient(email),
    role,
    createdAt: toTime(createdAt),
    createdBy,
    lastSeenAt: toTimeOrNull(lastSeenAt),
    disabledAt: toTimeOrNull(disabledAt),
  };
}
