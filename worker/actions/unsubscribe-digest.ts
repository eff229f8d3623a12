// Ends somebody's digest by their own click.
import type { DigestRow } from "../db/digests.ts";
import { findDigest, unsubscribe } from "../db/digests.ts";
import type { Services } from "../services.ts";
import { readUnsubscribeLink } from "../unsubscribe-link.ts";
import { writeAs } from "./write-as.ts";

/** Whose digest it is; null for a link that we did not make, or one of a digest that is gone. */
export async function findByUnsubscribeLink(services: Services, secret: string): Promise<DigestRow | null> {
  const id = await readUnsubscribeLink(services, secret);
  return id === null ? null : findDigest(services.db, id);
}

/** As often as they click, with the same answer. Returns false for a link that opens nothing. */
export async function unsubscribeDigest(services: Services, secret: string): Promise<boolean> {
  const row = await findByUnsubscribeLink(services, secret);
  if (row === null) return false;
  const deed = { action: "digest.unsubscribe", subject: { kind: "digest", id: row.id } };
  // Nobody signed in: it is the reader who does it, with the link of their own e-mail.
  const reader = { id: "reader", role: "viewer", scopes: null } as const;
  await writeAs(services, reader, deed, unsubscribe(services.db, row.id, services.clock.now()));
  return true;
}
