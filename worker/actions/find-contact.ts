// A contact that can be changed: one that is there, and was not merged into another.
import { findContact, listAddresses } from "../db/contacts.ts";
import type { AddressRow, ContactRow } from "../db/contacts.ts";
import { notFound, Problem } from "../errors.ts";
import type { Services } from "../services.ts";

/** Throws `not_found`, or `conflict` that names the contact it was merged into. */
export async function mustFindContact({ db }: Pick<Services, "db">, id: string): Promise<ContactRow> {
  const row = await findContact(db, id);
  if (row === null) throw notFound("contact", id);
  if (row.mergedInto === null) return row;
  throw new Problem("conflict", `This contact was merged into ${row.mergedInto}.`, {
    mergedInto: row.mergedInto,
  });
}

/** Its addresses that are not erased. Throws `conflict` where there is none. */
export async function mustFindAddresses(
  { db }: Pick<Services, "db">,
  contactId: string,
): Promise<readonly AddressRow[]> {
  const rows = await listAddresses(db, [contactId]);
  const known = rows.filter(({ value }) => value !== null);
  if (known.length === 0) throw new Problem("conflict", "This person was erased.");
  return known;
}
