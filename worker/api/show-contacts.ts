// Several contacts as lists show them, with their addresses and how those stand.
import type { Actor } from "../actor.ts";
import { listAddresses } from "../db/contacts.ts";
import type { ContactRow } from "../db/contacts.ts";
import { readStandings } from "../db/standing.ts";
import type { Services } from "../services.ts";
import { toPage } from "./page.ts";
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

/** A page of them, newest first; `rows` are one more than the limit where there is another page. */
export async function showContactPage(
  services: Services,
  rows: readonly ContactRow[],
  limit: number,
  actor: Actor,
) {
  const { data, next } = toPage(
    rows,
    limit,
    ({ createdAt, id }) => [createdAt, id],
    (row) => row,
  );
  return { data: await showContacts(services, data, actor), next };
}
