// Something is different on a date: a shift more or less, other people, one for another.
import { occurrenceOn } from "#core/rota/occurrence-on";
import type { Override, Rota } from "#core/rota/rota";
import type { Actor } from "../actor.ts";
import { putOverrides, readRota } from "../db/rota.ts";
import { Problem } from "../errors.ts";
import { invalidAt } from "../explain.ts";
import type { Services } from "../services.ts";
import { refuseStrangers } from "./check-shifts.ts";
import { mustFindHelplineInUse } from "./find-helpline.ts";
import { writeAs } from "./write-as.ts";

/** A day on which everything is swapped back and forth; a call reads those of three. */
export const OVERRIDES_PER_DATE_MAX = 200;

type Unmade<One> = One extends Override ? Omit<One, "id" | "at"> : never;
export type NewOverride = Unmade<Override>;

/** Throws `not_found`, `invalid` where it would change nothing, or `conflict` for an archived group or too many on that date. */
export async function createOverride(
  services: Services,
  actor: Actor,
  helplineId: string,
  given: NewOverride,
): Promise<Override> {
  const helpline = await mustFindHelplineInUse(services, helplineId);
  const { db, mint, clock } = services;
  const { date } = given;
  const rota = await readRota(db, helpline, { first: date, last: date });
  if (rota.overrides.length >= OVERRIDES_PER_DATE_MAX)
    throw new Problem("conflict", `A date has at most ${OVERRIDES_PER_DATE_MAX} overrides.`);
  await refuseStrangers(services, helplineId, namedIn(given));
  // What is made later counts, also within the same millisecond.
  const at = rota.overrides.reduce((last, one) => Math.max(last, one.at + 1), clock.now());
  const override: Override = { ...given, id: mint(), at };
  if (override.kind !== "add") refuseNothing(rota, override);
  const deed = {
    action: "override.create",
    subject: { kind: "override", id: override.id },
    detail: { helpline: helplineId, kind: given.kind, date },
  };
  await writeAs(services, actor, deed, putOverrides(db, helplineId, [override], actor.id));
  return override;
}

function refuseNothing(rota: Rota, override: Exclude<Override, { kind: "add" }>): void {
  const { kind, date, shiftId } = override;
  const planned = { ...rota, overrides: rota.overrides.filter((one) => one.kind === "add") };
  // What was removed comes back with other people.
  const before = occurrenceOn(kind === "replace" ? planned : rota, shiftId, date);
  if (before === null) throw invalidAt({ path: "shiftId", message: `is no shift that starts on ${date}` });
  if (kind !== "swap") return;
  const { from, to } = override;
  const isOn = (id: string) => before.people.some((person) => person.volunteerId === id);
  if (from === null && to === null) throw invalidAt({ path: "to", message: "is nobody, and so is `from`" });
  if (from !== null && !isOn(from))
    throw invalidAt({ path: "from", message: `is not on this shift on ${date}` });
  if (to !== null && isOn(to))
    throw invalidAt({ path: "to", message: `is on this shift on ${date} already` });
  const after = occurrenceOn({ ...rota, overrides: [...rota.overrides, override] }, shiftId, date);
  if (from === null && after?.people.length === before.people.length)
    throw invalidAt({ path: "to", message: `finds no open place on this shift on ${date}` });
}

function namedIn(given: NewOverride) {
  switch (given.kind) {
    case "add":
    case "replace":
      return given.volunteers.map((id, index) => ({ path: `volunteers[${index}]`, id }));
    case "swap":
      return [{ path: "to", id: given.to }];
    case "remove":
      return [];
    default:
      return given satisfies never;
  }
}
