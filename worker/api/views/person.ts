// Whom something is about. Viewers see numbers masked.
import * as z from "zod";
import { mask } from "#core/phone";
import type { Actor } from "../../actor.ts";
import { mayAct } from "../../actor.ts";

export const AddressValue = z
  .string()
  .nullable()
  .meta({ description: "The number or name; masked for viewers, null once erased." });

export const PersonView = z
  .object({
    contactId: z.string().nullable(),
    name: z.string().nullable(),
    addressId: z.string(),
    kind: z.string().nullable().meta({ description: "phone, whatsapp-user or visitor." }),
    address: AddressValue,
  })
  .meta({ id: "Person" });

export interface PersonRow {
  readonly contactId: string | null;
  readonly contactName: string | null;
  readonly addressId: string;
  readonly addressKind: string | null;
  readonly address: string | null;
}

export function toPersonView(
  { contactId, contactName, addressId, addressKind, address }: PersonRow,
  actor: Actor,
) {
  return { contactId, name: contactName, addressId, kind: addressKind, address: showAddress(address, actor) };
}

/** A web visitor's id says nothing about who they are. */
export function showAddress(address: string | null, actor: Actor): string | null {
  if (address === null || mayAct(actor, "editor") || address.startsWith("visitor:")) return address;
  return mask(address);
}

/** Viewers see whose mail program it is, and how the name begins. */
export function showEmail(email: string, actor: Actor): string {
  return mayAct(actor, "editor") ? email : email.replace(/^(.).*@/, "$1***@");
}
