// Why somebody is in a segment or is not: every filter of it, and whether it holds for them.
import { filtersOf } from "#core/condition";
import type { Condition, Filter } from "#core/condition";
import { describeSegment } from "#core/segment/sentence";
import { includes } from "#core/segment/span";
import { readKnownContacts } from "../db/segment/known-contacts.ts";
import { readNames } from "../db/segment/names.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { mustFindAddresses, mustFindContact } from "./find-contact.ts";

export interface Membership {
  readonly isIn: boolean;
  readonly filters: readonly (Filter & { readonly sentence: string; readonly holds: boolean })[];
}

/** Throws `not_found`, or `conflict` for one that was merged into another or erased: no segment has those. */
export async function explainMembership(
  services: Services,
  condition: Condition,
  contactId: string,
): Promise<Membership> {
  const { d1, clock } = services;
  await mustFindContact(services, contactId);
  await mustFindAddresses(services, contactId);
  const [nameOf, known] = await Promise.all([readNames(d1, [condition]), readKnownContacts(d1, [contactId])]);
  const contact = known.get(contactId);
  if (contact === undefined) throw notFound("contact", contactId);
  const now = clock.now();
  const filters = filtersOf(condition).map((filter) => ({
    ...filter,
    sentence: describeSegment(filter, nameOf),
    holds: includes(filter, contact, now),
  }));
  return { isIn: includes(condition, contact, now), filters };
}
