// The flow that a request is about.
import { findFlow } from "../db/flows.ts";
import type { FlowRow } from "../db/flows.ts";
import { notFound, Problem } from "../errors.ts";
import type { Services } from "../services.ts";

/** By id or slug, archived or not. Throws `not_found`. */
export async function mustFindFlow({ db }: Services, idOrSlug: string): Promise<FlowRow> {
  const flow = await findFlow(db, idOrSlug);
  if (flow === null) throw notFound("flow", idOrSlug);
  return flow;
}

/** One that is still in use. Throws `not_found`, or `conflict` for an archived one. */
export async function mustFindFlowInUse(services: Services, idOrSlug: string): Promise<FlowRow> {
  const flow = await mustFindFlow(services, idOrSlug);
  if (flow.archivedAt !== null) throw new Problem("conflict", "This flow is archived.");
  return flow;
}
