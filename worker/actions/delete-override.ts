// A date is as every week again; of a shift that was added, all that was different about it goes with it.
import type { Actor } from "../actor.ts";
import { dropOverrides } from "../db/rota.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { mustFindHelplineInUse } from "./find-helpline.ts";
import { writeAs } from "./write-as.ts";

/** Throws `not_found`, or `conflict` for an archived group. */
export async function deleteOverride(
  services: Services,
  actor: Actor,
  helplineId: string,
  id: string,
): Promise<void> {
  await mustFindHelplineInUse(services, helplineId);
  const deed = {
    action: "override.delete",
    subject: { kind: "override", id },
    detail: { helpline: helplineId },
  };
  if (!(await writeAs(services, actor, deed, dropOverrides(services.db, helplineId, [id]))))
    throw notFound("override of this helpline", id);
}
