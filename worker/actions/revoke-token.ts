// A token stops working, and so do the sessions that were opened with it.
import { and, eq, isNull } from "drizzle-orm";
import { tokenActor } from "../actor.ts";
import type { Actor } from "../actor.ts";
import { findToken } from "../db/tokens.ts";
import type { TokenRow } from "../db/tokens.ts";
import { tokens } from "../db/schema/index.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { writeAs } from "./write-as.ts";

/** Twice changes nothing. Throws `not_found`. */
export async function revokeToken(services: Services, actor: Actor, id: string): Promise<TokenRow> {
  const { db, clock } = services;
  const write = db
    .update(tokens)
    .set({ revokedAt: clock.now() })
    .where(and(eq(tokens.id, id), isNull(tokens.revokedAt)));
  await writeAs(services, actor, { action: "token.revoke", subject: { kind: "token", id } }, write);
  const row = await findToken(db, id);
  if (row === null) throw notFound("token", id);
  services.feed.dismiss(tokenActor(id, row.role, row.scopes).id);
  return row;
}
