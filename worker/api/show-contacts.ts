// Several contacts as lists show them, with their addresses and how those stand.
import type { Actor } from "../actor.ts";
import { listAddresses } from "../db/contacts.ts";
import type { ContactRow } from "../db/contacts.ts";
import { readStandings } from "../db/standing.ts";
import type { Services } from "../services.ts";
import { toContactView } from "./views/contact.ts";

export async function showContacts(
  { db, d1 }: Services,
  rows: readonly ContactRow[],
  actor: Actor,
): Promise<ReturnType<typeof toContactView>[]> {
  const ids = rows.map(({ id }) => id);
  const [addresses, standings] = await Promise.all([listAddresses(db, ids), readStandings(d1, ids)]);
  return rows.map((row) => toContactView(row, addresses, standings, actor));
}
