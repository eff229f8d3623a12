// A new group with its number.
import type { HelplineConfig } from "#core/helpline/helpline";
import type { Actor } from "../actor.ts";
import type { HelplineRow } from "../db/helplines.ts";
import { helplines } from "../db/schema/index.ts";
import type { Services } from "../services.ts";
import { HELPLINE_TAKEN, refuseHelpline } from "./check-helpline.ts";
import { writeAs } from "./write-as.ts";

/** Throws `invalid`, or `conflict` where another group has the number. */
export async function createHelpline(
  services: Services,
  actor: Actor,
  config: HelplineConfig,
): Promise<HelplineRow> {
  await refuseHelpline(services, config);
  const { db, clock, mint } = services;
  const now = clock.now();
  const row: HelplineRow = {
    id: mint(),
    number: config.number,
    config,
    createdAt: now,
    changedAt: now,
    archivedAt: null,
  };
  const deed = { action: "helpline.create", subject: { kind: "helpline", id: row.id } };
  await writeAs(services, actor, deed, db.insert(helplines).values(row), { taken: HELPLINE_TAKEN });
  return row;
}
