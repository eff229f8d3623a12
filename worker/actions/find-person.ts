// Whom a request means: a number, or a contact at one of their addresses.
import type { Channel } from "#core/conversation/run";
import type { Organisation } from "#core/organisation";
import { parsePhone } from "#core/phone";
import type { Address } from "#core/phone";
import { contactIdOf } from "../db/contacts.ts";
import type { AddressRow } from "../db/contacts.ts";
import { findLine } from "../db/lines.ts";
import { notFound, Problem } from "../errors.ts";
import { invalidAt } from "../explain.ts";
import type { Services } from "../services.ts";
import { mustFindAddresses, mustFindContact } from "./find-contact.ts";

export type Person =
  | { readonly kind: "number"; readonly to: string }
  | { readonly kind: "contact"; readonly contactId: string };

export interface FoundPerson {
  readonly address: Address;
  readonly addressId: string;
  readonly contactId: string;
}

/** Throws `not_found`, `invalid`, or `conflict` where the contact has no address for the line's channel. */
export async function findPerson(
  services: Services,
  person: Person,
  lineId: string,
  { defaultCountry }: Organisation,
): Promise<FoundPerson> {
  const line = await findLine(services.db, lineId);
  if (line === null) throw notFound("line", lineId);
  const channel = line.config.channel;
  if (channel === "chat")
    throw invalidAt({ path: "lineId", message: "is a web chat: visitors begin those themselves" });
  if (person.kind === "number") return findByNumber(services, person.to, defaultCountry);
  const { id: contactId } = await mustFindContact(services, person.contactId);
  const rows = await mustFindAddresses(services, contactId);
  const [best] = rows.filter((row) => isReached(row, channel)).toSorted(compare);
  const address = best === undefined ? null : toAddress(best);
  if (best === undefined || address === null)
    throw new Problem("conflict", `This person has no address for ${channel}.`, { why: "unreachable" });
  return { address, addressId: best.id, contactId };
}

async function findByNumber(
  { db, identity }: Services,
  to: string,
  country: string | null,
): Promise<FoundPerson> {
  const parsed = parsePhone(to, country ?? undefined);
  if (parsed.kind === "bad") throw invalidAt({ path: "to", message: `is no phone number: ${parsed.why}` });
  const address = { kind: "phone", value: parsed.e164 } as const;
  const addressId = await identity.idOf(address);
  return { address, addressId, contactId: await contactIdOf(db, addressId) };
}

function isReached({ kind }: AddressRow, channel: Channel): boolean {
  return kind === "phone" || (kind === "whatsapp-user" && channel === "whatsapp");
}

function toAddress({ kind, value }: AddressRow): Address | null {
  if (value === null) return null;
  return kind === "phone" || kind === "whatsapp-user" ? { kind, value } : null;
}

/** Whom they last wrote from comes first; ids settle the rest, so that every request chooses alike. */
function compare(a: AddressRow, b: AddressRow): number {
  return (b.lastHeardAt ?? 0) - (a.lastHeardAt ?? 0) || (a.id < b.id ? -1 : 1);
}
