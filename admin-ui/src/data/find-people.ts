// A few people by what somebody types: part of a name, or a number, which no address or log may hold.
import { api, ask } from "./api.ts";
import type { ContactRow } from "./contact-rows.ts";
import { toProblem } from "./problem.ts";

const FOUND_MAX = "8";

/** Whether what is typed is meant as a number: six digits and nothing but what is written between them. */
export function isNumber(words: string): boolean {
  return /^[\s()+.\-/]*(?:\d[\s()+.\-/]*){6,}$/.test(words);
}

export async function findPeople(words: string): Promise<readonly ContactRow[]> {
  if (isNumber(words)) return findByNumber(words);
  return (await ask(api.v1.contacts.$get({ query: { q: words, limit: FOUND_MAX } }))).data;
}

/** Whoever has this number; nobody, while it is not one yet. */
export async function findByNumber(number: string): Promise<readonly ContactRow[]> {
  try {
    const { data } = await ask(api.v1.contacts.search.$post({ json: { number } }));
    return data.map((one) => ({ ...one, tags: one.tags.map(({ tag }) => tag) }));
  } catch (error) {
    if (toProblem(error).code === "invalid") return [];
    throw error;
  }
}
