// Publishing: the draft, checked, becomes an immutable version, and new conversations take that one.
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Problem as FlowProblem } from "#core/conversation/check";
import type { Flow } from "#core/conversation/flow";
import type { Actor } from "../actor.ts";
import type { FlowRow } from "../db/flows.ts";
import { hasLineOn } from "../db/lines.ts";
import { flows, flowVersions } from "../db/schema/index.ts";
import { findLatestVersion } from "../db/versions.ts";
import type { VersionRow } from "../db/versions.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { checkDraft } from "./check-draft.ts";
import { mustFindFlowInUse } from "./find-flow.ts";
import { makeQuickReplies } from "./make-quick-replies.ts";
import { writeAs } from "./write-as.ts";

export interface Publication {
  readonly version: VersionRow;
  readonly warnings: readonly FlowProblem[];
}

/** Throws `not_found`; `invalid` with the check's problems; `conflict` where the draft changed meanwhile. */
export async function publishFlow(
  services: Services,
  actor: Actor,
  idOrSlug: string,
  revision?: number,
): Promise<Publication> {
  const row = await mustFindFlowInUse(services, idOrSlug);
  if (revision !== undefined && revision !== row.revision) throw moved(row.revision);
  const { flow, problems } = await checkDraft(services, row.id, row.draft);
  if (flow === null || problems.some(({ kind }) => kind === "error")) {
    throw new Problem("invalid", "This draft cannot be published yet.", problems);
  }
  return { version: await publish(services, actor, row, flow), warnings: problems };
}

async function publish(services: Services, actor: Actor, row: FlowRow, document: Flow): Promise<VersionRow> {
  const { db, clock, mint } = services;
  const before = await findLatestVersion(db, row.id);
  const hasWhatsApp = await hasLineOn(db, "whatsapp");
  const version: VersionRow = {
    id: mint(),
    flowId: row.id,
    number: (before?.number ?? 0) + 1,
    document,
    quickReplies: hasWhatsApp ? await makeQuickReplies(services, row.slug, document, before) : {},
    publishedAt: clock.now(),
    publishedBy: actor.id,
  };
  const { id, flowId, number, publishedAt, publishedBy } = version;
  // Still the draft that was checked? Then the version is written in the same batch, else neither.
  const same = and(eq(flows.id, flowId), eq(flows.revision, row.revision), isNull(flows.archivedAt));
  const point = db.update(flows).set({ publishedVersionId: id }).where(same);
  const [text, quickReplies] = [JSON.stringify(document), JSON.stringify(version.quickReplies)];
  const keep = db.insert(flowVersions).select(
    sql`select ${id}, ${flowId}, ${number}, ${text}, ${quickReplies}, ${publishedAt}, ${publishedBy}
         where exists (select 1 from ${flows} where ${flows.publishedVersionId} = ${id})`,
  );
  const deed = {
    action: "flow.publish",
    subject: { kind: "flow", id: flowId },
    detail: { number, versionId: id },
  };
  const taken = "Somebody published this flow at the same moment.";
  if (!(await writeAs(services, actor, deed, point, { rest: [keep], taken }))) throw moved(null);
  return version;
}

function moved(revision: number | null): Problem {
  return new Problem(
    "conflict",
    "The draft was changed meanwhile: look at it again, then publish.",
    revision === null ? undefined : { revision },
  );
}
