// Flows: drafts that are saved, checked and published, and begun with someone.
import { Hono } from "hono";
import * as z from "zod";
import { Slug } from "#core/conversation/flow";
import { CHANNELS } from "#core/line";
import { archiveFlow } from "../../actions/archive-flow.ts";
import { checkDraft } from "../../actions/check-draft.ts";
import { createFlow } from "../../actions/create-flow.ts";
import { mustFindFlow } from "../../actions/find-flow.ts";
import { publishFlow } from "../../actions/publish-flow.ts";
import { saveDraft } from "../../actions/save-draft.ts";
import { findFlowSummary, listFlows } from "../../db/flows.ts";
import { notFound } from "../../errors.ts";
import type { Services } from "../../services.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byId, toPageById } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import {
  FlowProblemView,
  FlowView,
  FlowWithDraft,
  SavedDraft,
  toFlowView,
  toSavedDraft,
  toVersionView,
  VersionView,
} from "../views/flow.ts";

const Name = z.string().trim().min(1).max(120);
/** A draft is allowed to be wrong, but it is an object. */
const DraftDocument = z
  .record(z.string(), z.unknown())
  .meta({ description: "A FlowDocument, finished or not." });
const EMPTY = { schema: 1, languages: ["en"], nodes: [] };

const List = byId.extend({
  archived: z.stringbool().default(false).meta({ description: "Also those that are archived." }),
});
const NewFlow = z.strictObject({ slug: Slug, name: Name, draft: DraftDocument.default(EMPTY) });
const Draft = z.strictObject({ revision: z.int().min(1), draft: DraftDocument, name: Name.optional() });
const ToCheck = z.strictObject({
  draft: DraftDocument.optional().meta({ description: "The saved draft where absent." }),
  channels: z
    .array(z.enum(CHANNELS))
    .max(CHANNELS.length)
    .optional()
    .meta({ description: "Those that lead to the flow where absent." }),
});
const ToPublish = z.strictObject({
  revision: z.int().min(1).optional().meta({ description: "Refuse if the draft is no longer this one." }),
});

export const flows = new Hono<ApiEnv>()
  .get(
    "/",
    needs("viewer"),
    says("flows", "List the flows", pageOf(FlowView)),
    takes("query", List),
    async (context) => {
      const { limit, cursor, archived } = context.req.valid("query");
      const rows = await listFlows(context.get("services").db, limit, {
        before: cursor,
        withArchived: archived,
      });
      return context.json(toPageById(rows, limit, toFlowView));
    },
  )
  .post(
    "/",
    needs("editor"),
    says("flows", "Begin a flow", FlowWithDraft, { status: 201 }),
    takes("json", NewFlow),
    async (context) => {
      const services = context.get("services");
      const { id } = await createFlow(services, context.get("actor"), context.req.valid("json"));
      return context.json(await showFlow(services, id), 201);
    },
  )
  .get(
    "/:id",
    needs("viewer"),
    says("flows", "Show a flow and its draft, by id or slug", FlowWithDraft),
    async (context) => context.json(await showFlow(context.get("services"), context.req.param("id"))),
  )
  .put(
    "/:id/draft",
    needs("editor"),
    says("flows", "Save the draft", SavedDraft),
    takes("json", Draft),
    async (context) => {
      const row = await saveDraft(
        context.get("services"),
        context.get("actor"),
        context.req.param("id"),
        context.req.valid("json"),
      );
      return context.json(toSavedDraft(row));
    },
  )
  .post(
    "/:id/check",
    needs("viewer"),
    says("flows", "Check a draft", z.object({ problems: z.array(FlowProblemView) })),
    takes("json", ToCheck),
    async (context) => {
      const { draft, channels } = context.req.valid("json");
      const services = context.get("services");
      const row = await mustFindFlow(services, context.req.param("id"));
      const { problems } = await checkDraft(services, row.id, draft ?? row.draft, channels);
      return context.json({ problems });
    },
  )
  .post(
    "/:id/publish",
    needs("editor"),
    says(
      "flows",
      "Publish the draft",
      z.object({ version: VersionView, warnings: z.array(FlowProblemView) }),
      {
        status: 201,
        description: "Refused with the problems of the check where one of them is an error.",
      },
    ),
    takes("json", ToPublish),
    async (context) => {
      const { revision } = context.req.valid("json");
      const { version, warnings } = await publishFlow(
        context.get("services"),
        context.get("actor"),
        context.req.param("id"),
        revision,
      );
      return context.json({ version: toVersionView(version), warnings }, 201);
    },
  )
  .post(
    "/:id/archive",
    needs("editor"),
    says("flows", "Take a flow out of use", FlowWithDraft),
    async (context) => {
      const services = context.get("services");
      const id = await archiveFlow(services, context.get("actor"), context.req.param("id"));
      return context.json(await showFlow(services, id));
    },
  );

async function showFlow(services: Services, idOrSlug: string) {
  const row = await mustFindFlow(services, idOrSlug);
  const summary = await findFlowSummary(services.db, row.id);
  if (summary === null) throw notFound("flow", idOrSlug);
  return { ...toFlowView(summary), draft: row.draft };
}
