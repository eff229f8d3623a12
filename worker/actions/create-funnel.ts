// A new funnel, as a draft: nobody is asked anything before it is started.
import type { FunnelConfig } from "#core/funnel/funnel";
import type { Actor } from "../actor.ts";
import type { FunnelRow } from "../db/funnels.ts";
import { funnels } from "../db/schema/index.ts";
import type { Services } from "../services.ts";
import { writeAs } from "./write-as.ts";

export interface NewFunnel {
  /** What flows and categories call it; it stays. */
  readonly key: string;
  readonly config: FunnelConfig;
}

/** Throws `conflict` where another funnel has the key. */
export async function createFunnel(
  services: Services,
  actor: Actor,
  { key, config }: NewFunnel,
): Promise<FunnelRow> {
  const { db, mint, clock } = services;
  const now = clock.now();
  const row: FunnelRow = {
    id: mint(),
    key,
    config,
    revision: 1,
    state: "draft",
    createdAt: now,
    changedAt: now,
  };
  const deed = { action: "funnel.create", subject: { kind: "funnel", id: row.id }, detail: { key } };
  await writeAs(services, actor, deed, db.insert(funnels).values(row), {
    taken: `There is a funnel "${key}" already.`,
  });
  return row;
}
