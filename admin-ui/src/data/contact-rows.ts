// People as lists show them: contacts, the members of a segment.
import { api, ask } from "./api.ts";

const readOne = () => ask(api.v1.contacts.$get({ query: {} }));
export type ContactRow = Awaited<ReturnType<typeof readOne>>["data"][number];

/** What somebody is called where there is no name: their number, or what stands for it. */
export function callOf({ name, addresses }: Pick<ContactRow, "name" | "addresses">): string {
  return name ?? addressOf(addresses[0]) ?? "Somebody without a number";
}

export function addressOf(address: ContactRow["addresses"][number] | undefined): string | null {
  if (address === undefined) return null;
  return address.kind === "visitor" ? "Web chat" : address.address;
}
