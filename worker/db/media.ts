// Pictures and recordings that are in our own store.
import { eq, sql } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { media, messages } from "./schema/index.ts";

/** Names in FILES of what came from, or went to, some addresses. */
export async function listFiles(
  db: DrizzleD1Database,
  addressIds: readonly string[],
  limit: number,
): Promise<string[]> {
  const rows = await db
    .select({ file: media.file })
    .from(media)
    .innerJoin(messages, eq(messages.id, media.messageId))
    .where(sql`${messages.addressId} in (select value from json_each(${JSON.stringify(addressIds)}))`)
    .limit(limit);
  return rows.map(({ file }) => file);
}
