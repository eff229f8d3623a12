// Contacts and their addresses.
import { eq } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { addresses } from "./schema/index.ts";

/** Whom an address belongs to; one that D1 does not know yet makes a contact of its own id. */
export async function contactIdOf(db: DrizzleD1Database, addressId: string): Promise<string> {
  const row = await db
    .select({ contactId: addresses.contactId })
    .from(addresses)
    .where(eq(addresses.id, addressId))
    .get();
  return row?.contactId ?? addressId;
}
