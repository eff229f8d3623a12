// Takes a template out of use; campaigns that were launched with it keep what they hold.
import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { templates } from "../db/schema/index.ts";
import type { Services } from "../services.ts";
import { mustFindTemplate } from "./find-template.ts";
import { writeAs } from "./write-as.ts";

/** Returns the template's id; throws `not_found`. Again changes nothing. */
export async function archiveTemplate(services: Services, actor: Actor, template: string): Promise<string> {
  const { db, clock } = services;
  const { id } = await mustFindTemplate(services, template);
  const write = db
    .update(templates)
    .set({ archivedAt: clock.now() })
    .where(and(eq(templates.id, id), isNull(templates.archivedAt)));
  await writeAs(services, actor, { action: "template.archive", subject: { kind: "template", id } }, write);
  return id;
}
