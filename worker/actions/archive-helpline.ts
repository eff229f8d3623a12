// Takes a group out of use: its number is free, and what happened stays.
import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import type { HelplineRow } from "../db/helplines.ts";
import { helplines } from "../db/schema/index.ts";
import type { Services } from "../services.ts";
import { mustFindHelpline } from "./find-helpline.ts";
import { writeAs } from "./write-as.ts";

/** Archiving twice changes nothing. Throws `not_found`. */
export async function archiveHelpline(services: Services, actor: Actor, id: string): Promise<HelplineRow> {
  const { db, clock } = services;
  const write = db
    .update(helplines)
    .set({ number: null, archivedAt: clock.now() })
    .where(and(eq(helplines.id, id), isNull(helplines.archivedAt)));
  await writeAs(services, actor, { action: "helpline.archive", subject: { kind: "helpline", id } }, write);
  return mustFindHelpline(services, id);
}
