// A helpline with its volunteers and shifts, made by the API as a coordinator would.
import type { HelplineConfig } from "#core/helpline/helpline";
import type { Shift } from "#core/rota/rota";
import * as z from "zod";
import type { Handset } from "../carrier/carrier.ts";
import type { System } from "./system.ts";

export interface Group {
  readonly id: string;
  /** Where it is called. */
  readonly number: string;
  /** In the order given. */
  readonly volunteers: readonly Member[];
}

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly handset: Handset;
}

type Given = Omit<z.input<typeof Shift>, "id" | "volunteers">;

/** Around the clock: 08:00 to 08:00 on every day of the week. */
const ALWAYS: readonly Given[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  from: "08:00",
  to: "08:00",
}));

const Named = z.object({ id: z.string() });

/** Everybody given is on all the shifts, in the order given; around the clock unless said otherwise. */
export async function addGroup(
  system: Pick<System, "api" | "addHelpline" | "handset">,
  config: z.input<typeof HelplineConfig>,
  people: readonly { name: string; phone: string }[],
  shifts: readonly Given[] = ALWAYS,
): Promise<Group> {
  const { api, addHelpline, handset } = system;
  const id = await addHelpline(config);
  const volunteers: Member[] = [];
  for (const { name, phone } of people) {
    const proof = "signed up at the desk";
    const volunteer = { name, phone, proof, helplines: [id] };
    const added = await api.send("POST", "/api/v1/volunteers", volunteer, Named);
    volunteers.push({ id: added.id, name, handset: handset(phone, { name }) });
  }
  const rota = shifts.map((shift) => ({ ...shift, volunteers: volunteers.map((each) => each.id) }));
  await api.send("PUT", `/api/v1/helplines/${id}/shifts`, { shifts: rota }, z.unknown());
  return { id, number: config.number, volunteers };
}
