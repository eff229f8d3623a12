// Cloudflare Access in front of the Worker: whom it let through, as the runtime itself says. Nothing of it is read from a header.
import type { Context } from "hono";
import { findStaffByEmail } from "../db/staff.ts";
import type { StaffRow } from "../db/staff.ts";
import { canonicalRecipient } from "../email/recipient.ts";
import { Problem } from "../errors.ts";
import { describeError } from "../log.ts";
import type { ApiEnv } from "./env.ts";

export function isBehindAccess(context: Context<ApiEnv>): boolean {
  return accessOf(context) !== undefined;
}

/** The member of staff whom Access let through. Throws `unauthenticated` where there is none, or where Access does not say who it is. */
export async function findByAccess(context: Context<ApiEnv>): Promise<StaffRow> {
  const { db, log } = context.get("services");
  const identity = await accessOf(context)
    ?.getIdentity()
    .catch((error: unknown) => {
      log.warn("access-unread", { error: describeError(error) });
    });
  const email = identity?.email;
  if (email === undefined || email === "")
    throw new Problem("unauthenticated", "Cloudflare Access does not say who you are.");
  const member = await findStaffByEmail(db, canonicalRecipient(email));
  if (member === null) throw new Problem("unauthenticated", "Nobody of your address is on the staff.");
  return member;
}

/** Hono knows the context of every runtime; Cloudflare's has more in it. */
function accessOf(context: Context<ApiEnv>): CloudflareAccessContext | undefined {
  return (context.executionCtx as ExecutionContext).access;
}
