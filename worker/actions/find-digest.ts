// A digest by its id.
import { findDigest } from "../db/digests.ts";
import type { DigestRow } from "../db/digests.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";

/** Throws `not_found`. */
export async function mustFindDigest({ db }: Pick<Services, "db">, id: string): Promise<DigestRow> {
  const row = await findDigest(db, id);
  if (row === null) throw notFound("digest", id);
  return row;
}
