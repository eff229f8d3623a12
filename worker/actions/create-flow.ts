// A new flow: a name, a slug and a draft that may still be empty or wrong.
import type { Actor } from "../actor.ts";
import type { FlowRow } from "../db/flows.ts";
import { flows } from "../db/schema/index.ts";
import type { Services } from "../services.ts";
import { writeAs } from "./write-as.ts";

export interface NewFlow {
  readonly slug: string;
  readonly name: string;
  readonly draft: unknown;
}

/** Throws `conflict` where the slug is taken, also by an archived flow: its responses are kept under it. */
export async function createFlow(
  services: Services,
  actor: Actor,
  { slug, name, draft }: NewFlow,
): Promise<FlowRow> {
  const now = services.clock.now();
  const row: FlowRow = {
    id: services.mint(),
    slug,
    name,
    draft,
    revision: 1,
    publishedVersionId: null,
    createdAt: now,
    changedAt: now,
    archivedAt: null,
  };
  const deed = { action: "flow.create", subject: { kind: "flow", id: row.id }, detail: { slug } };
  const taken = `There is a flow "${slug}" already, perhaps an archived one.`;
  await writeAs(services, actor, deed, services.db.insert(flows).values(row), { taken });
  return row;
}
