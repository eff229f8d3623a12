// Everything the staff see of one contact at a glance.
import { findContact, listAddresses, readKnowledge } from "../db/contacts.ts";
import { readStandings } from "../db/standing.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";

/** Throws `not_found`. */
export async function readContact({ db, d1 }: Pick<Services, "db" | "d1">, id: string) {
  const row = await findContact(db, id);
  if (row === null) throw notFound("contact", id);
  const [addresses, standings, knowledge] = await Promise.all([
    listAddresses(db, [id]),
    readStandings(d1, [id]),
    readKnowledge(db, id),
  ]);
  return { row, addresses, standings, knowledge };
}
