// Volunteers as the API shows them. Viewers see numbers and e-mail addresses masked.
import * as z from "zod";
import { VolunteerConfig } from "#core/helpline/helpline";
import type { Actor } from "../../actor.ts";
import { mayAct } from "../../actor.ts";
import type { VolunteerRow } from "../../db/volunteers.ts";
import "./describe-helpline.ts";
import { AddressValue, showAddress, showEmail } from "./person.ts";
import { Time, toTime, toTimeOrNull } from "./time.ts";

const HelplineIds = z.array(z.string().min(1).max(80)).max(50);

export const NewVolunteer = VolunteerConfig.extend({
  helplines: HelplineIds.default([]).meta({ description: "Ids of the groups they are a member of." }),
});

const { language, remindBy, isActive } = VolunteerConfig.shape;

export const VolunteerView = z
  .object({
    id: z.string(),
    name: z.string().meta({ description: "Empty once erased." }),
    phone: AddressValue,
    email: z.string().nullable(),
    language,
    remindBy,
    isActive,
    proof: z.string().nullable().meta({ description: "For editors." }),
    addressId: z.string().nullable().meta({ description: "Of the phone, as calls and messages name it." }),
    helplines: z.array(z.string()).meta({ description: "Ids of the groups they are a member of." }),
    quarantine: z
      .object({ until: Time, reason: z.string() })
      .nullable()
      .meta({ description: "Calls to the telephone could not be put through: it is not rung until then." }),
    createdAt: Time,
    changedAt: Time,
    removedAt: Time.nullable().meta({ description: "They are no volunteer any more." }),
  })
  .meta({ id: "Volunteer" });

/** `now` in epoch milliseconds: a quarantine ends by itself. */
export function toVolunteerView(row: VolunteerRow, actor: Actor, now: number) {
  const { id, config, addressId, helplineIds, quarantinedUntil, quarantineReason } = row;
  return {
    id,
    name: config.name,
    phone: showAddress(config.phone, actor),
    email: config.email === null ? null : showEmail(config.email, actor),
    language: config.language,
    remindBy: config.remindBy,
    isActive: config.isActive,
    proof: mayAct(actor, "editor") ? (config.proof ?? null) : null,
    addressId,
    helplines: [...helplineIds],
    quarantine:
      quarantinedUntil === null || quarantinedUntil <= now
        ? null
        : { until: toTime(quarantinedUntil), reason: quarantineReason ?? "" },
    createdAt: toTime(row.createdAt),
    changedAt: toTime(row.changedAt),
    removedAt: toTimeOrNull(row.removedAt),
  };
}
