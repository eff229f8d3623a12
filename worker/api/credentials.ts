// Whose request this is, by bearer token or by session cookie.
import type { Context } from "hono";
import type { Actor } from "../actor.ts";
import { OWNER, staffActor, tokenActor } from "../actor.ts";
import { findStaff, noteStaffSeen } from "../db/staff.ts";
import { findToken, findTokenByHash, isTokenGood, noteTokenUse } from "../db/tokens.ts";
import { Problem } from "../errors.ts";
import { describeError } from "../log.ts";
import { checkOrigin } from "./csrf.ts";
import type { ApiEnv } from "./env.ts";
import { hashOf, isSame } from "../same.ts";
import { readSession } from "./session.ts";
import type { Session } from "./session.ts";

/** Enough to tell who and what is in use from what is forgotten, at a write an hour. */
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
  return whoOpened(context, session);
}

/** Whoever signed in, as they are now: null once their token or their place on the staff is gone. */
async function whoOpened(
  context: Context<ApiEnv>,
  { tokenId, staffId, generation }: Session,
): Promise<Actor | null> {
  const { db, clock } = context.get("services");
  if (staffId !== null) {
    const row = await findStaff(db, staffId);
    if (row === null || row.disabledAt !== null || row.generation !== generation) return null;
    noteUse(context, row.lastSeenAt, (now) => noteStaffSeen(db, row.id, now));
    return staffActor(row.id, row.role);
  }
  if (tokenId === null) return OWNER;
  const row = await findToken(db, tokenId);
  return row === null || !isTokenGood(row, clock.now()) ? null : tokenActor(row.id, row.role, row.scopes);
}

/** Who holds a token: the owner, or one of those in the table. */
export async function whoHas(
  context: Context<ApiEnv>,
  token: string,
): Promise<{ actor: Actor; tokenId: string | null } | null> {
  const { settings, db, clock } = context.get("services");
  if (await isSame(token, settings.ADMIN_TOKEN)) return { actor: OWNER, tokenId: null };
  const row = await findTokenByHash(db, await hashOf(token));
  if (row === null || !isTokenGood(row, clock.now())) return null;
  noteUse(context, row.lastUsedAt, (now) => noteTokenUse(db, row.id, now));
  return { actor: tokenActor(row.id, row.role, row.scopes), tokenId: row.id };
}

/** Counts an attempt to get in; throws when there were too many from this address, or for what `key` names. */
export async function throttle(
  context: Context<ApiEnv>,
  key: string = context.req.header("cf-connecting-ip") ?? "local",
): Promise<void> {
  const { success } = await context.env.SIGN_IN_LIMIT.limit({ key });
  if (!success) throw new Problem("too_many_requests", "Too many attempts from here. Please wait a minute.");
}

function noteUse(
  context: Context<ApiEnv>,
  before: number | null,
  note: (now: number) => Promise<void>,
): void {
  const { clock, log } = context.get("services");
  const now = clock.now();
  if (before !== null && now < before + NOTE_USE_EVERY_MS) return;
  const noted = note(now).catch((error: unknown) => {
    log.warn("use-not-noted", { error: describeError(error) });
  });
  context.executionCtx.waitUntil(noted);
}
