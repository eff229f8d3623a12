// An owner decides that a dead letter is not worth sending again.
import { eq } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { deadLetters } from "../db/schema/index.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { writeAs } from "./write-as.ts";

/** Throws `not_found`. */
export async function forgetLetter(services: Services, actor: Actor, id: string): Promise<void> {
  const deed = { action: "dead-letter.forget", subject: { kind: "dead-letter", id } };
  const write = services.db.delete(deadLetters).where(eq(deadLetters.id, id));
  if (!(await writeAs(services, actor, deed, write))) throw notFound("dead letter", id);
}
