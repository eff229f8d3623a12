// Whose request this is, by bearer token or by session cookie.
import type { Context } from "hono";
import type { Actor } from "../actor.ts";
import { OWNER, tokenActor } from "../actor.ts";
import { findToken, findTokenByHash, noteTokenUse } from "../db/tokens.ts";
import type { TokenRow } from "../db/tokens.ts";
import { Problem } from "../errors.ts";
import { describeError } from "../log.ts";
import { checkOrigin } from "./csrf.ts";
import type { ApiEnv } from "./env.ts";
import { hashOf, isSame } from "../same.ts";
import { readSession } from "./session.ts";

/** Enough to tell a token in use from a forgotten one, at a write an hour. */
const NOTE_USE_EVERY_MS = 3_600_000;

/** The actor of a request; null when it shows no credentials at all. Throws when it shows wrong ones. */
export async function identify(context: Context<ApiEnv>): Promise<Actor | null> {
  const header = context.req.header("authorization");
  if (header !== undefined) {
    const token = /^Bearer\s+(\S+)$/i.exec(header)?.[1];
    const known = token === undefined ? null : await whoHas(context, token);
    if (known !== null) return known.actor;
    await throttle(context);
    throw new Problem("unauthenticated", "This token is unknown or revoked.");
  }
  const session = await readSession(context);
  if (session === null) return null;
  if (!["GET", "HEAD"].includes(context.req.method)) await checkOrigin(context, session);
  if (session.tokenId === null) return OWNER;
  const row = await findToken(context.get("services").db, session.tokenId);
  return row === null || row.revokedAt !== null ? null : tokenActor(row.id, row.role);
}

/** Who holds a token: the owner, or one of those in the table. */
export async function whoHas(
  context: Context<ApiEnv>,
  token: string,
): Promise<{ actor: Actor; tokenId: string | null } | null> {
  const { settings, db } = context.get("services");
  if (await isSame(token, settings.ADMIN_TOKEN)) return { actor: OWNER, tokenId: null };
  const row = await findTokenByHash(db, await hashOf(token));
  if (row === null) return null;
  noteUse(context, row);
  return { actor: tokenActor(row.id, row.role), tokenId: row.id };
}

/** Counts an attempt to get in; throws when there were too many from this address. */
export async function throttle(context: Context<ApiEnv>): Promise<void> {
  const key = context.req.header("cf-connecting-ip") ?? "local";
  const { success } = await context.env.SIGN_IN_LIMIT.limit({ key });
  if (!success) throw new Problem("too_many_requests", "Too many attempts from here. Please wait a minute.");
}

function noteUse(context: Context<ApiEnv>, { id, lastUsedAt }: TokenRow): void {
  const { db, clock, log } = context.get("services");
  const now = clock.now();
  if (lastUsedAt !== null && now < lastUsedAt + NOTE_USE_EVERY_MS) return;
  const noted = noteTokenUse(db, id, now).catch((error: unknown) => {
    log.warn("use-not-noted", { id, error: describeError(error) });
  });
  context.executionCtx.waitUntil(noted);
}
