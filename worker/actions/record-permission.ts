// The staff write down what they were told: that somebody agreed, or wants to be left alone, or that either is so no longer.
import type { Reach, ToldKind } from "#core/consent/permission";
import type { Actor } from "../actor.ts";
import { hasToLift, writeTold } from "../db/permission-writes.ts";
import type { Told } from "../db/permission-writes.ts";
import { Problem } from "../errors.ts";
import { invalidAt } from "../explain.ts";
import type { Services } from "../services.ts";
import { mustFindAddresses, mustFindContact } from "./find-contact.ts";
import { tellSilences } from "./tell-silences.ts";
import { writeAs } from "./write-as.ts";

export interface NewPermission {
  readonly kind: ToldKind;
  readonly channel: Reach;
  /** One of the contact's; all of them where absent. */
  readonly addressId?: string | undefined;
  readonly source: string;
  readonly proof: string;
  /** Epoch milliseconds; now where absent. */
  readonly at?: number | undefined;
}

/** Returns the ids of what was written, one for each address. Throws `not_found`, `invalid` or `conflict`. */
export async function recordPermission(
  services: Services,
  actor: Actor,
  contactId: string,
  { kind, channel, addressId, source, proof, at }: NewPermission,
): Promise<readonly string[]> {
  const { db, clock, mint } = services;
  const now = clock.now();
  const isLift = kind === "lift-grant" || kind === "lift-suppression";
  if (at !== undefined && at > now) throw invalidAt({ path: "at", message: "is in the future" });
  if (at !== undefined && isLift) throw invalidAt({ path: "at", message: "is for grants and suppressions" });
  await mustFindContact(services, contactId);
  const known = await mustFindAddresses(services, contactId);
  const ids = known.map(({ id }) => id).filter((id) => addressId === undefined || id === addressId);
  if (ids.length === 0)
    throw invalidAt({ path: "addressId", message: "is none of this contact's addresses" });
  if (isLift && !(await hasToLift(services.d1, ids, channel, kind)))
    throw new Problem("conflict", NOTHING_TO_LIFT[kind]);

  const told = ids.map((id): Told => {
    const base = { id: mint(), addressId: id, kind, channel, source, words: proof };
    return { ...base, actor: actor.id, at: at ?? now };
  });
  const deed = {
    action: `contact.${kind}`,
    subject: { kind: "contact", id: contactId },
    detail: { channel, addresses: ids },
  };
  const [first, ...rest] = writeTold(db, told);
  await writeAs(services, actor, deed, first, { rest });
  await tellSilences(services, "SELECT value FROM json_each(?1)", JSON.stringify(ids));
  return told.map(({ id }) => id);
}

const NOTHING_TO_LIFT = {
  "lift-grant": "There is no grant of ours to lift here.",
  "lift-suppression":
    "There is no suppression of ours to lift here. What a person decided themselves only they can take back, by texting START.",
} as const;
