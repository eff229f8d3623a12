// A funnel held against its line and the published flows of its stages.
import { check } from "#core/funnel/check";
import type { FunnelConfig } from "#core/funnel/funnel";
import type { FunnelProblem } from "#core/funnel/problem";
import { toLine } from "#core/line";
import type { Flow } from "#core/conversation/flow";
import { findLine } from "../db/lines.ts";
import { readPublishedFlows } from "../db/published-flows.ts";
import type { Services } from "../services.ts";

export async function checkFunnel(
  { db, d1, clock }: Services,
  key: string,
  config: FunnelConfig,
): Promise<FunnelProblem[]> {
  const slugs = config.stages.map(({ flow }) => flow);
  const [row, flows] = await Promise.all([findLine(db, config.lineId), readPublishedFlows(d1, slugs)]);
  const line = row === null || row.archivedAt !== null ? null : toLine(row.id, row.config);
  const byName: ReadonlyMap<string, Flow | null> = flows;
  return check(config, { key, line, flows: byName, now: clock.now() });
}
