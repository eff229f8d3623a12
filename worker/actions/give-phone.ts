// A volunteer's phone is a person's address like any other: their own STOP counts there, and so does what they agreed to.
import type { VolunteerConfig } from "#core/helpline/helpline";
import type { Actor } from "../actor.ts";
import type { Services } from "../services.ts";
import { saveContact } from "./save-contact.ts";

/** Returns the address's id; null without a phone. With a proof, that they agreed is written down. */
export async function givePhone(
  services: Services,
  actor: Actor,
  { phone, name, proof }: VolunteerConfig,
): Promise<string | null> {
  if (phone === null) return null;
  const grant = proof === undefined ? undefined : { words: proof, at: services.clock.now() };
  await saveContact(services, actor, "phone", { number: phone, name, grant });
  return services.identity.idOf({ kind: "phone", value: phone });
}
