// Callers whose volunteer's shift is over go to the next; those who fell silent are let go.
import type { CallPlan } from "#core/helpline/plan";
import type { Saying } from "#core/helpline/relay";
import { deriveId } from "#core/id";
import { readPlanOf } from "../db/helpline-plan.ts";
import { dropRelay, listRelays } from "../db/relays.ts";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";
import { peopleOn, say } from "./relay-text.ts";

/** A group that fails stops no other. */
export async function lookAfterRelays(services: Services): Promise<void> {
  for (const helplineId of await listRelays(services.d1)) {
    try {
      await lookAfter(services, helplineId);
    } catch (error) {
      services.log.error("relay-failed", { helplineId, error: describeError(error) });
    }
  }
}

async function lookAfter(services: Services, helplineId: string): Promise<void> {
  const { d1, clock } = services;
  const now = clock.now();
  const plan = await readPlanOf(d1, helplineId, now);
  if (plan === null) return dropRelay(d1, helplineId, now);
  const group = services.helpline(helplineId);
  let people = peopleOn(plan, now);
  // Each round is one person less: who cannot be texted is nobody's next.
  for (;;) {
    const { says } = await group.relay({ input: { kind: "look", isSaid: false }, people, now });
    const against = await sayEach(services, plan, says);
    if (against === null) break;
    people = people.filter(({ volunteerId }) => volunteerId !== against);
  }
  const { isOpen } = await group.relay({ input: { kind: "look", isSaid: true }, people, now });
  if (!isOpen) await dropRelay(d1, helplineId, now);
}

/** Each under a key of its own, since whoever breaks off here begins again. Returns who could not be texted. */
async function sayEach(services: Services, plan: CallPlan, says: readonly Saying[]): Promise<string | null> {
  for (const saying of says) {
    if (saying.kind !== "to-volunteer") continue;
    const { person, callerId = "", text } = saying;
    const key = deriveId("relay-look", person.volunteerId, callerId, text);
    const against = await say(services, plan, [saying], key);
    if (against !== null) return against.person.volunteerId;
  }
  return null;
}
