// Before a volunteer is rung their time is taken in their own object, where every group asks: whoever is on a call is passed over.
import type { Lease, Script } from "#core/helpline/script";
import { callIdOf } from "#core/helpline/state";
import { within } from "../deadline.ts";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";

/** More than are on any shift (`VOLUNTEERS_PER_SHIFT_MAX`), several of which may overlap. */
const ASKED_MAX = 100;

/** One person's object is not waited for longer: a caller is. */
const PERSON_LIMIT_MS = 2_000;

/** The script that can be carried out: those it releases are free, and whom it rings is held. Throws when the call is not known. */
export async function holdForCall(
  services: Services,
  helplineId: string,
  sid: string,
  first: Script | null,
  now: number,
): Promise<Script> {
  let script = first;
  for (let asked = 0; asked < ASKED_MAX; asked += 1) {
    if (script === null) throw new Error("no such call");
    const { turn, lease } = script;
    const [isHeld] = await Promise.all([
      lease === null || hold(services, sid, lease, now),
      freeAfterCall(services, sid, script.release),
    ]);
    if (isHeld || lease === null) return script;
    const event = { kind: "busy", turn, volunteerId: lease.volunteerId } as const;
    script = await services.helpline(helplineId).step({ sid, event, now });
  }
  throw new Error("a call asked for more people than a rota has");
}

/** A person whose object cannot be reached is rung all the same: a second call is better than none. */
export async function hold(
  services: Services,
  sid: string,
  { addressId, until }: Pick<Lease, "addressId" | "until">,
  now: number,
): Promise<boolean> {
  try {
    const lease = services.contact(addressId).lease({ callId: callIdOf(sid), until, now });
    return await within(PERSON_LIMIT_MS, lease);
  } catch (error) {
    services.log.error("lease-not-taken", { addressId, error: describeError(error) });
    return true;
  }
}

/** Gives their time back. One that cannot be told is free again when the lease ends by itself. */
export async function freeAfterCall(
  services: Services,
  sid: string,
  addressIds: readonly string[],
): Promise<void> {
  const callId = callIdOf(sid);
  const freed = await Promise.allSettled(
    addressIds.map((id) => within(PERSON_LIMIT_MS, services.contact(id).endLease({ callId }))),
  );
  for (const [place, result] of freed.entries())
    if (result.status === "rejected")
      services.log.warn("lease-not-ended", {
        addressId: addressIds[place],
        error: describeError(result.reason),
      });
}
