// Volunteer groups as the API shows them. Viewers see numbers and e-mail addresses of people masked.
import * as z from "zod";
import { HelplineConfig } from "#core/helpline/helpline";
import type { Choice } from "#core/helpline/helpline";
import type { Actor } from "../../actor.ts";
import type { BlockRow } from "../../db/blocks.ts";
import type { HelplineRow } from "../../db/helplines.ts";
import { mask } from "#core/phone";
import "./describe-helpline.ts";
import { AddressValue, showAddress, showEmail } from "./person.ts";
import { Time, toTime, toTimeOrNull } from "./time.ts";

HelplineConfig.register(z.globalRegistry, { id: "HelplineConfig" });

export const HelplineView = z
  .object({
    id: z.string(),
    ...HelplineConfig.shape,
    menu: z
      .object({
        text: z.record(z.string(), z.string()),
        choices: z.record(z.string(), z.looseObject({ kind: z.string() })),
      })
      .nullable()
      .meta({ description: "What callers choose from by a key, if anything." }),
    otherwise: z
      .object({ kind: z.enum(["voicemail", "number"]), number: z.string().optional() })
      .meta({ description: "Where a call goes when nobody is on shift, or nobody answers." }),
    voicemail: z
      .looseObject({ emails: z.array(z.string()) })
      .meta({ description: "As it was set; e-mail addresses masked for viewers." }),
    coordinators: z.array(z.string()).meta({
      description: "Who hears of gaps, shifts given back, and telephones that fail; masked for viewers.",
    }),
    createdAt: Time,
    changedAt: Time,
    archivedAt: Time.nullable().meta({ description: "Out of use since then; null where it is in use." }),
  })
  .meta({ id: "Helpline" });

export function toHelplineView({ id, config, createdAt, changedAt, archivedAt }: HelplineRow, actor: Actor) {
  const { menu, otherwise, voicemail, coordinators } = config;
  const show = <One extends Choice | HelplineConfig["otherwise"]>(one: One) =>
    one.kind === "number" ? { ...one, number: showAddress(one.number, actor) ?? "" } : one;
  return {
    id,
    ...config,
    menu: menu && {
      ...menu,
      choices: Object.fromEntries(Object.entries(menu.choices).map(([key, one]) => [key, show(one)])),
    },
    otherwise: show(otherwise),
    voicemail: { ...voicemail, emails: voicemail.emails.map((email) => showEmail(email, actor)) },
    coordinators: coordinators.map((email) => showEmail(email, actor)),
    createdAt: toTime(createdAt),
    changedAt: toTime(changedAt),
    archivedAt: toTimeOrNull(archivedAt),
  };
}

export const BlockView = z
  .object({
    addressId: z.string().meta({ description: "By this it is taken back." }),
    address: AddressValue.meta({ description: "Masked for everybody; null once erased." }),
    reason: z.string(),
    madeBy: z.string().meta({ description: "`owner` or `token:<id>`." }),
    createdAt: Time,
  })
  .meta({ id: "Block" });

export function toBlockView({ addressId, address, reason, madeBy, createdAt }: BlockRow) {
  return {
    addressId,
    address: address === null ? null : mask(address),
    reason,
    madeBy,
    createdAt: toTime(createdAt),
  };
}
