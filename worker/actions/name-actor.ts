// What people call whoever did something.
import type { DrizzleD1Database } from "drizzle-orm/d1";
import type { Actor } from "../actor.ts";
import { findStaff } from "../db/staff.ts";
import { findToken } from "../db/tokens.ts";

/** The name of the member or of the token; "The owner" for whoever holds ADMIN_TOKEN. */
export async function nameActor(db: DrizzleD1Database, { id }: Actor): Promise<string> {
  const [kind, key = ""] = id.split(":");
  const row =
    kind === "staff" ? await findStaff(db, key) : kind === "token" ? await findToken(db, key) : null;
  return row?.name ?? "The owner";
}
