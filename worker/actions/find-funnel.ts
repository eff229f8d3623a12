// The funnel that a request is about.
import { findFunnel } from "../db/funnels.ts";
import type { FunnelRow } from "../db/funnels.ts";
import { notFound, Problem } from "../errors.ts";
import type { Services } from "../services.ts";

/** By id or key, archived or not. Throws `not_found`. */
export async function mustFindFunnel({ db }: Services, idOrKey: string): Promise<FunnelRow> {
  const funnel = await findFunnel(db, idOrKey);
  if (funnel === null) throw notFound("funnel", idOrKey);
  return funnel;
}

/** One that is still in use. Throws `not_found`, or `conflict` for an archived one. */
export async function mustFindFunnelInUse(services: Services, idOrKey: string): Promise<FunnelRow> {
  const funnel = await mustFindFunnel(services, idOrKey);
  if (funnel.state === "archived") throw new Problem("conflict", "This funnel is archived.");
  return funnel;
}
