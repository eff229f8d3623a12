// A staff member's own words to one person.
import { rememberNobody } from "#core/contact/memory";
import { zonesFor } from "#core/contact/person";
import { isOpen } from "#core/hours";
import { toLine } from "#core/line";
import type { Line } from "#core/line";
import type { Address } from "#core/phone";
import type { Actor } from "../actor.ts";
import { findAddress, findContact } from "../db/contacts.ts";
import type { AddressRow } from "../db/contacts.ts";
import { findLine } from "../db/lines.ts";
import { readOrganisation } from "../db/settings.ts";
import { notFound, Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { tellSilences } from "./tell-silences.ts";
import { recordDeed } from "./write-as.ts";

/** Who wrote to us in the last day may be answered at any hour; anyone else is left in peace while the line is closed for them. */
const ANSWERABLE_MS = 24 * 3_600_000;

export interface Reply {
  readonly addressId: string;
  /** Where D1 need not know it yet; as it has it where absent. */
  readonly address?: Address;
  readonly lineId: string;
  readonly text: string;
  /** The message's, where the same request may come again. */
  readonly id?: string | undefined;
}

/** Returns the message's id. Throws `not_found`, or `conflict` after STOP, erasure and outside the hours. */
export async function replyToPerson(
  services: Services,
  actor: Actor,
  { addressId, lineId, text, id, ...known }: Reply,
): Promise<string> {
  // Who is on the phone waits for each of these, so they are asked together. An object that was restored empty knows no STOP.
  const [row, { optOutScope }, on] = await Promise.all([
    findLine(services.db, lineId),
    readOrganisation(services.d1),
    findAddress(services.db, addressId),
    tellSilences(services, "?1", addressId),
  ]);
  if (row === null) throw notFound("line", lineId);
  const address = known.address ?? toWritable(on, addressId);
  const line = toLine(row.id, row.config, optOutScope);
  const now = services.clock.now();
  const isAnswer = (on?.lastHeardAt ?? 0) > now - ANSWERABLE_MS;
  if (!isAnswer && !(await isOpenFor(services, on, address, line, now))) {
    throw new Problem(
      "conflict",
      "It is outside this line's hours for them, and they have not written for a day.",
    );
  }
  const answer = await services.contact(addressId).reply({ address, line, text, isAnswer, id, now });
  if (answer.kind === "refused" || answer.messageId === null) {
    const why = answer.kind === "refused" ? answer.why : "unknown-line";
    throw new Problem(
      "conflict",
      why === "opted-out" ? "This person has asked to hear nothing from us." : "This cannot be sent here.",
      { why },
    );
  }
  const { messageId } = answer;
  await recordDeed(services, actor, {
    action: "message.send",
    subject: { kind: "message", id: messageId },
    detail: { lineId, addressId },
  });
  return messageId;
}

/** Somebody who can be written to. Throws `not_found`, or `conflict` once the address is erased. */
function toWritable(row: AddressRow | null, addressId: string): Address {
  if (row === null) throw notFound("address", addressId);
  const { kind, value } = row;
  if (value === null || (kind !== "phone" && kind !== "whatsapp-user" && kind !== "visitor")) {
    throw new Problem("conflict", "This person was erased, or never had an address we can write to.");
  }
  return { kind, value };
}

async function isOpenFor(
  { db }: Services,
  known: AddressRow | null,
  address: Address,
  line: Line,
  now: number,
): Promise<boolean> {
  const contact = known === null ? null : await findContact(db, known.contactId);
  const memory = rememberNobody(known?.id ?? "", address);
  const profile = { language: null, zone: contact?.zone ?? null, fields: {}, tags: [], categories: {} };
  return isOpen(line.hours, zonesFor({ ...memory, self: { ...memory.self, profile } }, line), now);
}
