// What the contacts page asks the API.
import { api, ask } from "../../data/api.ts";
import type { ContactRow } from "../../data/contact-rows.ts";
import { toProblem } from "../../data/problem.ts";
import type { Paged } from "../../data/use-pages.ts";
import { toQuery } from "./sought.ts";
import type { Sought } from "./sought.ts";

export function readContacts(sought: Sought, cursor: string | undefined): Promise<Paged<ContactRow>> {
  return ask(
    api.v1.contacts.$get({ query: { ...toQuery(sought), ...(cursor !== undefined && { cursor }) } }),
  );
}

/** Whoever has this number; nobody, while it is not one yet. */
export async function findByNumber(number: string): Promise<Paged<ContactRow>> {
  try {
    const { data } = await ask(api.v1.contacts.search.$post({ json: { number } }));
    return { data: data.map((one) => ({ ...one, tags: one.tags.map(({ tag }) => tag) })), next: null };
  } catch (error) {
    if (toProblem(error).code === "invalid") return { data: [], next: null };
    throw error;
  }
}
