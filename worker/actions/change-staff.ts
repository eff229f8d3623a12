// Renames a member of staff, gives them another role, shuts them out, or lets them in again.
import { and, eq } from "drizzle-orm";
import type { Actor, Role } from "../actor.ts";
import { staffActor } from "../actor.ts";
import { staff } from "../db/schema/index.ts";
import { findStaff } from "../db/staff.ts";
import type { StaffRow } from "../db/staff.ts";
import { notFound, Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { writeAs } from "./write-as.ts";

export interface StaffPatch {
  readonly name?: string | undefined;
  readonly role?: Role | undefined;
  readonly isDisabled?: boolean | undefined;
}

/**
 * Holds from their next request on. `over` is when what was seen was last changed. Throws `not_found`, or `conflict` for who would
 * lock themselves out, or where somebody else changed it since.
 */
export async function changeStaff(
  services: Services,
  actor: Actor,
  id: string,
  { name, role, isDisabled }: StaffPatch,
  over?: number,
): Promise<StaffRow> {
  const { db, clock } = services;
  const before = await findStaff(db, id);
  if (before === null) throw notFound("member of staff", id);
  if (over !== undefined && over !== before.changedAt) throw moved();
  const isOwn = actor.id === staffActor(id, before.role).id;
  if (isOwn && ((role !== undefined && role !== before.role) || isDisabled === true))
    throw new Problem("conflict", "Somebody else has to do this: you would lock yourself out.");
  const isMoved = isDisabled !== undefined && isDisabled !== (before.disabledAt !== null);
  const row: StaffRow = {
    ...before,
    changedAt: Math.max(clock.now(), before.changedAt + 1),
    ...(name !== undefined && { name }),
    ...(role !== undefined && { role }),
    ...(isMoved && {
      disabledAt: isDisabled ? clock.now() : null,
      // Being let in again brings back no session of before.
      generation: before.generation + 1,
    }),
  };
  const detail = {
    ...(name !== undefined && name !== before.name && { fields: ["name"] }),
    ...(row.role !== before.role && { role: row.role }),
    ...(isMoved && { disabled: isDisabled }),
  };
  const { name: newName, role: newRole, disabledAt, generation, changedAt } = row;
  const write = db
    .update(staff)
    .set({ name: newName, role: newRole, disabledAt, generation, changedAt })
    .where(and(eq(staff.id, id), eq(staff.changedAt, before.changedAt)));
  const deed = { action: "staff.change", subject: { kind: "staff", id }, detail };
  if (!(await writeAs(services, actor, deed, write))) throw moved();
  if (isMoved) services.feed.dismiss(staffActor(id, row.role).id);
  return row;
}

function moved(): Problem {
  return new Problem("conflict", "Somebody else changed this person meanwhile.");
}
