// A group, and one that is still there to be changed.
import { findHelpline } from "../db/helplines.ts";
import type { HelplineRow } from "../db/helplines.ts";
import { notFound, Problem } from "../errors.ts";
import type { Services } from "../services.ts";

/** Throws `not_found`. */
export async function mustFindHelpline({ db }: Pick<Services, "db">, id: string): Promise<HelplineRow> {
  const row = await findHelpline(db, id);
  if (row === null) throw notFound("helpline", id);
  return row;
}

/** Throws `not_found`, or `conflict` for one that is archived. */
export async function mustFindHelplineInUse(
  services: Pick<Services, "db">,
  id: string,
): Promise<HelplineRow> {
  const row = await mustFindHelpline(services, id);
  if (row.archivedAt !== null) throw new Problem("conflict", "This helpline is archived.");
  return row;
}
