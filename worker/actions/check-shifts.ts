// Shifts held against the group: who is on them is a member of it.
import { checkShift } from "#core/rota/check-shift";
import { lastBegun } from "#core/rota/last-begun";
import type { Shift } from "#core/rota/rota";
import type { HelplineRow } from "../db/helplines.ts";
import { findMembers } from "../db/volunteers.ts";
import { invalidAt } from "../explain.ts";
import type { Explained } from "../explain.ts";
import type { Services } from "../services.ts";

/** Twelve for every hour of the week: far above what any group plans, and still a fraction of what D1 takes in one value. */
export const SHIFTS_MAX = 2_000;

/** `placeOf` says where a shift stands in the request, with its dot. Throws `invalid`. */
export async function refuseShifts(
  services: Pick<Services, "d1" | "clock">,
  { id: helplineId, config }: Pick<HelplineRow, "id" | "config">,
  shifts: readonly Shift[],
  placeOf: (index: number) => string = () => "",
): Promise<void> {
  const faults: Explained[] = shifts.flatMap((shift, index) =>
    checkShift(shift).map(({ field, message }) => ({ path: `${placeOf(index)}${field}`, message })),
  );
  const ids = [...new Set(shifts.flatMap(({ volunteers }) => volunteers))];
  const members = await findMembers(services.d1, helplineId, ids);
  const lastOf = lastBegun(config.zone, services.clock.now());
  shifts.forEach((shift, index) => {
    const { volunteers, validUntil } = shift;
    // What is over stays as it was, whoever has left since.
    const isOver = validUntil !== null && validUntil <= lastOf(shift);
    const strangers = volunteers.flatMap((id, place) => {
      const known = members.get(id);
      return known !== undefined && (isOver || known.isMember)
        ? []
        : [{ path: `${placeOf(index)}volunteers[${place}]`, message: "is no member of this helpline" }];
    });
    faults.push(...strangers);
  });
  if (faults.length > 0) throw invalidAt(...faults.slice(0, 50));
}

/** People who are named in an override. Throws `invalid` at `path`. */
export async function refuseStrangers(
  { d1 }: Pick<Services, "d1">,
  helplineId: string,
  named: readonly { readonly path: string; readonly id: string | null }[],
): Promise<void> {
  const ids = named.flatMap(({ id }) => id ?? []);
  const members = await findMembers(d1, helplineId, ids);
  const strangers = named.filter(({ id }) => id !== null && members.get(id)?.isMember !== true);
  if (strangers.length > 0)
    throw invalidAt(...strangers.map(({ path }) => ({ path, message: "is no member of this helpline" })));
}
