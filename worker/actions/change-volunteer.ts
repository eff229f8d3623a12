// Changes some fields of a volunteer. Another phone is another address, which has not failed anybody yet.
import { and, eq, isNull } from "drizzle-orm";
import { VolunteerConfig } from "#core/helpline/helpline";
import type { Actor } from "../actor.ts";
import { volunteers } from "../db/schema/index.ts";
import type { VolunteerRow } from "../db/volunteers.ts";
import { invalid } from "../explain.ts";
import type { Services } from "../services.ts";
import { refuseVolunteer, VOLUNTEER_TAKEN, volunteerMoved } from "./check-volunteer.ts";
import { mustFindVolunteerInUse } from "./find-volunteer.ts";
import { givePhone } from "./give-phone.ts";
import { writeAs } from "./write-as.ts";

/** null sets a field to its default; `over` is when what was seen was last changed. Throws `not_found`, `invalid`, or `conflict` for a removed one, a taken phone, or a change by somebody else. */
export async function changeVolunteer(
  services: Services,
  actor: Actor,
  id: string,
  patch: Readonly<Record<string, unknown>>,
  over?: number,
): Promise<VolunteerRow> {
  const { helplineIds, ...before } = await mustFindVolunteerInUse(services, id);
  if (over !== undefined && over !== before.changedAt) throw volunteerMoved();
  const merged = { ...before.config, ...patch };
  const given = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
  const parsed = VolunteerConfig.safeParse(given);
  if (!parsed.success) throw invalid(parsed.error.issues, given);
  const config = parsed.data;
  await refuseVolunteer(services, config);

  const isOther = config.phone !== before.config.phone;
  const isTold = isOther || (config.proof !== before.config.proof && config.proof !== undefined);
  const addressId = isTold ? await givePhone(services, actor, config) : before.addressId;
  const { db, clock } = services;
  const row = {
    ...before,
    config,
    addressId,
    ...(isOther && { quarantinedUntil: null, quarantineReason: null }),
    changedAt: Math.max(clock.now(), before.changedAt + 1),
  };
  const unchanged = and(
    eq(volunteers.id, id),
    eq(volunteers.changedAt, before.changedAt),
    isNull(volunteers.removedAt),
  );
  const fields = Object.keys(patch).filter((name) => name in VolunteerConfig.shape);
  const deed = { action: "volunteer.change", subject: { kind: "volunteer", id }, detail: { fields } };
  const write = db.update(volunteers).set(row).where(unchanged);
  if (!(await writeAs(services, actor, deed, write, { taken: VOLUNTEER_TAKEN }))) throw volunteerMoved();
  return { ...row, helplineIds };
}
