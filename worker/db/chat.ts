// Web chats, as somebody who opens their page meets them.
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { flows, lines } from "./schema/index.ts";

/** Who speaks in the chat of this slug; null when there is none, or its flow is not published. */
export async function readChatHost(db: DrizzleD1Database, slug: string): Promise<string | null> {
  const isOpen = and(
    eq(lines.channel, "chat"),
    eq(lines.address, slug),
    isNull(lines.archivedAt),
    isNotNull(flows.publishedVersionId),
  );
  const found = await db
    .select({ config: lines.config })
    .from(lines)
    .innerJoin(flows, eq(flows.slug, lines.address))
    .where(isOpen)
    .get();
  return found?.config.organisation ?? null;
}
