// Several contacts as lists show them, with their addresses and how those stand.
import type * as z from "zod";
import type { Actor } from "../actor.ts";
import { listAddresses, listTags, placeOf } from "../db/contacts.ts";
import type { ContactFilter, ContactRow } from "../db/contacts.ts";
import { readStandings } from "../db/standing.ts";
import type { Services } from "../services.ts";
import { toPage } from "./page.ts";
import { toContactView } from "./views/contact.ts";
import type { ContactView } from "./views/contact.ts";

export async function showContacts(
  { db, d1 }: Services,
  rows: readonly ContactRow[],
  actor: Actor,
): Promise<z.infer<typeof ContactView>[]> {
  const ids = rows.map(({ id }) => id);
  const [addresses, tags, standings] = await Promise.all([
    listAddresses(db, ids),
    listTags(db, ids),
    readStandings(d1, ids),
  ]);
  return rows.map((row) => ({
    ...toContactView(row, addresses, standings, actor),
    tags: tags.flatMap(({ contactId, tag }) => (contactId === row.id ? [tag] : [])),
  }));
}

/** A page of them; `rows` are one more than the limit where there is another page. */
export async function showContactPage(
  services: Services,
  rows: readonly ContactRow[],
  limit: number,
  actor: Actor,
  sort: ContactFilter["sort"] = "newest",
) {
  const { data, next } = toPage(
    rows,
    limit,
    (row) => placeOf(sort, row),
    (row) => row,
  );
  return { data: await showContacts(services, data, actor), next };
}
