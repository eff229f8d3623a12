// What the contacts page asks the API.
import { api, ask } from "../../data/api.ts";
import type { ContactRow } from "../../data/contact-rows.ts";
import { findByNumber } from "../../data/find-people.ts";
import type { Paged } from "../../data/use-pages.ts";
import { toQuery } from "./sought.ts";
import type { Sought } from "./sought.ts";

export function readContacts(sought: Sought, cursor: string | undefined): Promise<Paged<ContactRow>> {
  return ask(
    api.v1.contacts.$get({ query: { ...toQuery(sought), ...(cursor !== undefined && { cursor }) } }),
  );
}

/** Whoever has this number, as a page. */
export async function readByNumber(number: string): Promise<Paged<ContactRow>> {
  return { data: await findByNumber(number), next: null };
}
