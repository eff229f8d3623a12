// What the shape of a volunteer cannot say: that they can be reached in the ways they chose.
import type { VolunteerConfig } from "#core/helpline/helpline";
import { findHelplineNumbers } from "../db/helplines.ts";
import { Problem } from "../errors.ts";
import { invalidAt } from "../explain.ts";
import type { Services } from "../services.ts";

/** Throws `invalid`. */
export async function refuseVolunteer(
  { d1 }: Pick<Services, "d1">,
  { phone, proof, remindBy }: VolunteerConfig,
): Promise<void> {
  const isTexted = remindBy.some((way) => way !== "email");
  if (isTexted && phone === null)
    throw invalidAt({ path: "phone", message: "is missing: `remindBy` needs one" });
  if (isTexted && proof === undefined)
    throw invalidAt({ path: "proof", message: "is missing: how do we know that they agree to be texted?" });
  if (phone !== null && (await findHelplineNumbers(d1, [phone])).length > 0)
    throw invalidAt({ path: "phone", message: "is the number of a helpline: calls would go in circles" });
}

export const VOLUNTEER_TAKEN = "There is a volunteer with this phone already.";

/** For one that somebody else changed in the meantime. */
export function volunteerMoved(): Problem {
  return new Problem(
    "conflict",
    "Somebody changed this volunteer at the same moment. Please look at it again.",
  );
}
