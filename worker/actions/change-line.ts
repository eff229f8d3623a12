// Changes some fields of a line; null takes one away.
import { and, eq } from "drizzle-orm";
import { LineConfig } from "#core/line";
import type { Actor } from "../actor.ts";
import { findLine } from "../db/lines.ts";
import type { LineRow } from "../db/lines.ts";
import { lines } from "../db/schema/index.ts";
import { notFound, Problem } from "../errors.ts";
import { invalid, invalidAt } from "../explain.ts";
import type { Services } from "../services.ts";
import { checkLine, LINE_TAKEN, lineMoved } from "./check-line.ts";
import { writeAs } from "./write-as.ts";

/**
 * Throws `not_found`, `invalid`, or `conflict` for an archived line, a taken address, or a change by somebody else since `seenAt`
 * (epoch milliseconds; null for whoever did not look).
 */
export async function changeLine(
  services: Services,
  actor: Actor,
  id: string,
  patch: Readonly<Record<string, unknown>>,
  seenAt: number | null = null,
): Promise<LineRow> {
  const before = await findLine(services.db, id);
  if (before === null) throw notFound("line", id);
  if (seenAt !== null && seenAt !== before.changedAt) throw lineMoved();
  if (before.archivedAt !== null) throw new Problem("conflict", "This line is archived.");
  const merged = { ...before.config, ...patch };
  const given = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
  const parsed = LineConfig.safeParse(given);
  if (!parsed.success) throw invalid(parsed.error.issues, given);
  const config = parsed.data;
  // People have texted it on that channel: another channel is another line.
  if (config.channel !== before.channel) throw invalidAt({ path: "channel", message: "cannot be changed" });
  await checkLine(services, config);

  const row = {
    ...before,
    address: config.address,
    config,
    changedAt: Math.max(services.clock.now(), before.changedAt + 1),
  };
  const unchanged = and(eq(lines.id, id), eq(lines.changedAt, before.changedAt));
  const fields = Object.keys(patch).filter((name) => name in LineConfig.shape);
  const deed = { action: "line.change", subject: { kind: "line", id }, detail: { fields } };
  const write = services.db.update(lines).set(row).where(unchanged);
  if (!(await writeAs(services, actor, deed, write, { taken: LINE_TAKEN }))) throw lineMoved();
  await services.work.send({ kind: "tell-line", lineId: id, cursor: "" });
  return row;
}
