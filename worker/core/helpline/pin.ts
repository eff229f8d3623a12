// What of a plan a call goes by: who is on shift at its first moment, and why one of them would not be rung.
import type { SkipReason } from "#core/helpline/call";
import type { CallPlan, PlannedVolunteer } from "#core/helpline/plan";
import type { OnCall, Pinned } from "#core/helpline/state";
import { whoIsOn } from "#core/rota/who-is-on";

export function pinPlan(plan: CallPlan, callerAddressId: string | null, now: number): Pinned {
  const members = new Map(plan.volunteers.map((volunteer) => [volunteer.id, volunteer]));
  const people = whoIsOn(plan.rota, now).flatMap(({ volunteerId }) => {
    const volunteer = members.get(volunteerId);
    return volunteer === undefined ? [] : [toOnCall(volunteer, callerAddressId, now)];
  });
  const { helplineId, config, isBlocked, isVolunteer } = plan;
  return { helplineId, config, people, isBlocked, isVolunteer };
}

function toOnCall(volunteer: PlannedVolunteer, callerAddressId: string | null, now: number): OnCall {
  const { id: volunteerId, phone, addressId, language } = volunteer;
  return { volunteerId, phone, addressId, language, why: whyNot(volunteer, callerAddressId, now) };
}

function whyNot(volunteer: PlannedVolunteer, callerAddressId: string | null, now: number): SkipReason | null {
  const { isActive, phone, addressId, quarantinedUntil } = volunteer;
  if (!isActive) return "inactive";
  if (phone === null || addressId === null) return "no-phone";
  if (addressId === callerAddressId) return "caller";
  return quarantinedUntil !== null && quarantinedUntil > now ? "quarantined" : null;
}
