// Puts a dead letter back on its queue, once whatever killed it is mended.
import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { findLetter, readLetterBody } from "../db/dead-letters.ts";
import type { LetterRow } from "../db/dead-letters.ts";
import { deadLetters } from "../db/schema/index.ts";
import { notFound, Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { writeAs } from "./write-as.ts";

/** Throws `not_found`, or `conflict` for one that was sent again already. */
export async function replayLetter(services: Services, actor: Actor, id: string): Promise<LetterRow> {
  const { db, clock } = services;
  const [letter, body] = await Promise.all([findLetter(db, id), readLetterBody(db, id)]);
  if (letter === null || body === null) throw notFound("dead letter", id);
  if (letter.replayedAt !== null) throw new Problem("conflict", "This letter was sent again already.");
  // Sent before it is marked: twice does no harm, since every consumer bears repetition; never would lose it.
  await services[letter.queue].send(JSON.parse(body));
  const replayed = { replayedAt: clock.now(), replayedBy: actor.id };
  const write = db
    .update(deadLetters)
    .set(replayed)
    .where(and(eq(deadLetters.id, id), isNull(deadLetters.replayedAt)));
  const deed = {
    action: "dead-letter.replay",
    subject: { kind: "dead-letter", id },
    detail: { queue: letter.queue },
  };
  await writeAs(services, actor, deed, write);
  return { ...letter, ...replayed };
}
