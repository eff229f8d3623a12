// A word starts nothing any more; conversations it has started go on.
import { eq } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { triggers } from "../db/schema/index.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { writeAs } from "./write-as.ts";

/** Throws `not_found`. */
export async function removeTrigger(services: Services, actor: Actor, id: string): Promise<void> {
  const write = services.db.delete(triggers).where(eq(triggers.id, id));
  const deed = { action: "trigger.remove", subject: { kind: "trigger", id } };
  if (!(await writeAs(services, actor, deed, write))) throw notFound("trigger", id);
}
