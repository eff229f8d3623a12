// The addresses of a contact as the API shows them, with where the person stands at each.
import * as z from "zod";
import { STANDINGS } from "#core/consent/standing";
import type { Standing } from "#core/consent/standing";
import type { Channel } from "#core/conversation/run";
import { CHANNELS } from "#core/line";
import type { Actor } from "../../actor.ts";
import type { AddressRow } from "../../db/contacts.ts";
import { AddressValue, showAddress } from "./person.ts";
import { Time, toTimeOrNull } from "./time.ts";

const STATES = ["opted-out", "opted-in", "none"] as const;

export const AddressView = z
  .object({
    id: z.string(),
    kind: z.string(),
    address: AddressValue,
    consent: z
      .enum(STATES)
      .meta({ description: "What the person decided themselves for every channel; none: nothing yet." }),
    standings: z.partialRecord(z.enum(CHANNELS), z.enum(STANDINGS)).meta({
      description:
        "What may be begun with them by channel: opted-out (here or at another address of theirs), suppressed (we were told), opted-in, granted (we were told), unknown.",
    }),
    optedOutAt: Time.nullable(),
    optedInAt: Time.nullable(),
    lastHeardAt: Time.nullable(),
  })
  .meta({ id: "Address" });

/** By address and channel. */
export type Standings = ReadonlyMap<string, Readonly<Record<Channel, Standing>>>;

/** The channels an address of a kind can be reached on. */
const REACHED_ON: Readonly<Record<string, readonly Channel[]>> = {
  phone: ["sms", "whatsapp"],
  "whatsapp-user": ["whatsapp"],
  visitor: ["chat"],
};

export function toAddressView(row: AddressRow, standings: Standings, actor: Actor) {
  const { id, kind, value, optedOutAt, optedInAt, lastHeardAt } = row;
  const known = standings.get(id);
  const shown =
    known === undefined ? [] : (REACHED_ON[kind] ?? []).map((channel) => [channel, known[channel]]);
  return {
    id,
    kind,
    address: showAddress(value, actor),
    consent: stateOf(optedOutAt, optedInAt),
    standings: Object.fromEntries(shown) as Partial<Record<Channel, Standing>>,
    optedOutAt: toTimeOrNull(optedOutAt),
    optedInAt: toTimeOrNull(optedInAt),
    lastHeardAt: lastHeardAt === 0 ? null : toTimeOrNull(lastHeardAt),
  };
}

/** The newer decision counts; an opt-out of the same instant wins, as it does for the address's own object. */
function stateOf(optedOutAt: number | null, optedInAt: number | null): (typeof STATES)[number] {
  if (optedOutAt !== null && optedOutAt >= (optedInAt ?? 0)) return "opted-out";
  return optedInAt === null ? "none" : "opted-in";
}
