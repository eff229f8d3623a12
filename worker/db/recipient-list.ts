// The recipients of a campaign as the staff look through them: rows of `messages`, in the order of their ids.
import { and, eq, gt, gte, inArray, lt } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { idFloor } from "#core/id";
import type { Status } from "#core/status";
import { addresses, contacts, messages } from "./schema/index.ts";

export interface RecipientFilter {
  readonly after?: string | undefined;
  readonly statuses?: readonly Status[] | undefined;
  readonly variant?: string | undefined;
  readonly errorCode?: number | undefined;
}

export type RecipientRow = Awaited<ReturnType<typeof listRecipients>>[number];

const SHOWN = {
  id: messages.id,
  status: messages.status,
  errorCode: messages.errorCode,
  reason: messages.reason,
  variant: messages.variant,
  attempt: messages.attempt,
  dueAt: messages.dueAt,
  segments: messages.segments,
  at: messages.at,
  addressId: messages.addressId,
  addressKind: addresses.kind,
  address: addresses.value,
  contactId: addresses.contactId,
  contactName: contacts.name,
};

/** One more than the limit. */
export async function listRecipients(
  db: DrizzleD1Database,
  { campaignId, launchedAt }: { readonly campaignId: string; readonly launchedAt: number },
  limit: number,
  { after, statuses, variant, errorCode }: RecipientFilter,
) {
  const filter = and(
    gte(messages.id, idFloor(launchedAt)),
    lt(messages.id, idFloor(launchedAt + 1)),
    after === undefined ? undefined : gt(messages.id, after),
    eq(messages.campaignId, campaignId),
    statuses === undefined ? undefined : inArray(messages.status, [...statuses]),
    variant === undefined ? undefined : eq(messages.variant, variant),
    errorCode === undefined ? undefined : eq(messages.errorCode, errorCode),
  );
  return db
    .select(SHOWN)
    .from(messages)
    .leftJoin(addresses, eq(addresses.id, messages.addressId))
    .leftJoin(contacts, eq(contacts.id, addresses.contactId))
    .where(filter)
    .orderBy(messages.id)
    .limit(limit + 1);
}
