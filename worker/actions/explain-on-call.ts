// Who of a group would be called at an instant and why, who would be passed over, and what happens if nobody is left.
import { pinPlan } from "#core/helpline/pin";
import type { SkipReason } from "#core/helpline/call";
import type { Pinned } from "#core/helpline/state";
import type { HelplineConfig } from "#core/helpline/helpline";
import type { PlannedVolunteer } from "#core/helpline/plan";
import { explain, explainNobody } from "#core/rota/explain";
import type { Occurrence } from "#core/rota/rota";
import { whoIsOn } from "#core/rota/who-is-on";
import { readPlanOf } from "../db/helpline-plan.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { mustFindHelplineInUse } from "./find-helpline.ts";
import { mustRead } from "./read-window.ts";

export interface OnCall {
  readonly volunteerId: string;
  /** Null for who is no member any more. */
  readonly volunteer: PlannedVolunteer | null;
  readonly during: Occurrence;
  /** Goes on after the name. */
  readonly why: string;
  readonly skipped: SkipReason | "left" | null;
}

export interface WhoIsOnCall {
  readonly helplineId: string;
  readonly config: HelplineConfig;
  readonly at: number;
  readonly people: readonly OnCall[];
  /** Why the rota has nobody; null where it has. */
  readonly nobody: string | null;
}

/**
 * At `given` as a request has it, or as a function of the group's zone makes it, in epoch milliseconds; where absent it is now,
 * and known who is on a call.
 * Throws `not_found`, `invalid`, or `conflict` for an archived group.
 */
export async function explainOnCall(
  services: Services,
  id: string,
  given: string | undefined | ((zone: string) => number),
): Promise<WhoIsOnCall> {
  const { config } = await mustFindHelplineInUse(services, id);
  const at = readAt(given, config.zone) ?? services.clock.now();
  const plan = await readPlanOf(services.d1, id, at);
  if (plan === null) throw notFound("helpline", id);
  const { rota } = plan;
  const members = new Map(plan.volunteers.map((volunteer) => [volunteer.id, volunteer]));
  const nameOf = (volunteerId: string) => members.get(volunteerId)?.name ?? "somebody who left";
  // The very judgement that a call would go by, with what the group remembers of the calls before.
  const pinned = pinPlan(plan, null, at);
  const [line, busy] = await Promise.all([
    services.helpline(id).lineUp({ pinned, at }),
    given === undefined ? findBusy(services, pinned, at) : new Set<string>(),
  ]);
  const duties = new Map(whoIsOn(rota, at).map((duty) => [duty.volunteerId, duty]));
  const left = [...duties.keys()].filter((one) => !members.has(one));
  const judged = [...line, ...left.map((volunteerId) => ({ volunteerId, why: "left" as const }))];
  const people = judged.flatMap(({ volunteerId, why: ever }): OnCall[] => {
    const duty = duties.get(volunteerId);
    if (duty === undefined) return [];
    const volunteer = members.get(volunteerId) ?? null;
    const skipped = ever ?? (busy.has(volunteerId) ? "busy" : null);
    return [{ volunteerId, volunteer, during: duty.during, why: explain(rota, duty, nameOf), skipped }];
  });
  const nobody = people.length === 0 ? explainNobody(rota, at) : null;
  return { helplineId: id, config: plan.config, at, people, nobody };
}

/** Who is on a call at this moment, or being rung, of whatever group: each is asked, since nobody else knows. */
async function findBusy(services: Services, { people }: Pinned, now: number): Promise<ReadonlySet<string>> {
  const asked = people.map(async ({ volunteerId, addressId }) => {
    const isBusy = addressId !== null && (await services.contact(addressId).isOnCall({ now }));
    return isBusy ? [volunteerId] : [];
  });
  return new Set((await Promise.all(asked)).flat());
}

function readAt(given: string | undefined | ((zone: string) => number), zone: string): number | null {
  if (given === undefined) return null;
  return typeof given === "string" ? mustRead("at", given, zone) : given(zone);
}
