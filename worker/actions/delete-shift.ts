// A shift goes altogether, past weeks included: one that ends gets a last date instead.
import type { Actor } from "../actor.ts";
import { dropShifts } from "../db/rota.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { mustFindHelplineInUse } from "./find-helpline.ts";
import { writeAs } from "./write-as.ts";

/** Throws `not_found`, or `conflict` for an archived group. */
export async function deleteShift(
  services: Services,
  actor: Actor,
  helplineId: string,
  id: string,
): Promise<void> {
  await mustFindHelplineInUse(services, helplineId);
  const [first, ...rest] = dropShifts(services.db, helplineId, [id]);
  const deed = {
    action: "shift.delete",
    subject: { kind: "shift", id },
    detail: { helpline: helplineId },
  };
  if (!(await writeAs(services, actor, deed, first, { rest }))) throw notFound("shift of this helpline", id);
}
