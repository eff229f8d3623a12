// Changes some fields of a group; calls in progress go by what was set when they began.
import { and, eq, isNull } from "drizzle-orm";
import { HelplineConfig } from "#core/helpline/helpline";
import type { Actor } from "../actor.ts";
import type { HelplineRow } from "../db/helplines.ts";
import { helplines } from "../db/schema/index.ts";
import { invalid } from "../explain.ts";
import type { Services } from "../services.ts";
import { HELPLINE_TAKEN, helplineMoved, refuseHelpline } from "./check-helpline.ts";
import { mustFindHelplineInUse } from "./find-helpline.ts";
import { writeAs } from "./write-as.ts";

/** null sets a field to its default; `over` is when what was seen was last changed. Throws `not_found`, `invalid`, or `conflict` for an archived one, a taken number, or a change by somebody else. */
export async function changeHelpline(
  services: Services,
  actor: Actor,
  id: string,
  patch: Readonly<Record<string, unknown>>,
  over?: number,
): Promise<HelplineRow> {
  const before = await mustFindHelplineInUse(services, id);
  if (over !== undefined && over !== before.changedAt) throw helplineMoved();
  const merged = { ...before.config, ...patch };
  const given = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
  const parsed = HelplineConfig.safeParse(given);
  if (!parsed.success) throw invalid(parsed.error.issues, given);
  const config = parsed.data;
  await refuseHelpline(services, config);

  const { db, clock } = services;
  const changedAt = Math.max(clock.now(), before.changedAt + 1);
  const row = { ...before, number: config.number, config, changedAt };
  const unchanged = and(
    eq(helplines.id, id),
    eq(helplines.changedAt, before.changedAt),
    isNull(helplines.archivedAt),
  );
  const fields = Object.keys(patch).filter((name) => name in HelplineConfig.shape);
  const deed = { action: "helpline.change", subject: { kind: "helpline", id }, detail: { fields } };
  const write = db.update(helplines).set(row).where(unchanged);
  if (!(await writeAs(services, actor, deed, write, { taken: HELPLINE_TAKEN }))) throw helplineMoved();
  return row;
}
