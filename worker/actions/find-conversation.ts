// The conversation a staff member is looking at, with the address it is with.
import type { Address } from "#core/phone";
import { findAddress } from "../db/contacts.ts";
import type { AddressRow } from "../db/contacts.ts";
import { findResponse } from "../db/responses.ts";
import type { ResponseRow } from "../db/responses.ts";
import { notFound, Problem } from "../errors.ts";
import type { Services } from "../services.ts";

/** Throws `not_found`. */
export async function mustFindRun({ db }: Services, runId: string): Promise<ResponseRow> {
  const run = await findResponse(db, runId);
  if (run === null) throw notFound("conversation", runId);
  return run;
}

/** Somebody who can be written to. Throws `not_found`, or `conflict` once the address is erased. */
export async function mustFindAddress(
  { db }: Services,
  addressId: string,
): Promise<{ row: AddressRow; address: Address }> {
  const row = await findAddress(db, addressId);
  if (row === null) throw notFound("address", addressId);
  const { kind, value } = row;
  if (value === null || (kind !== "phone" && kind !== "whatsapp-user" && kind !== "visitor")) {
    throw new Problem("conflict", "This person was erased, or never had an address we can write to.");
  }
  return { row, address: { kind, value } };
}
