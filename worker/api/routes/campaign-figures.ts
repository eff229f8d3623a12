// What became of a campaign: figures, live; who got it, who was left out, and who moved it.
import { Hono } from "hono";
import * as z from "zod";
import { EXCLUSIONS } from "#core/campaign/exclusion";
import { parseStatus, STATUS_RANK } from "#core/status";
import type { Status } from "#core/status";
import { mustFindCampaign } from "../../actions/find-campaign.ts";
import { listExclusions, listHistory } from "../../db/campaigns.ts";
import { listReplies } from "../../db/campaign-replies.ts";
import { countCampaign } from "../../db/figures.ts";
import { listRecipients } from "../../db/recipient-list.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byId, paging, toPage } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { ExclusionView, HistoryView, toExclusionView, toHistoryView } from "../views/campaign.ts";
import {
  FiguresView,
  RecipientView,
  ReplyView,
  toFiguresView,
  toRecipientView,
  toReplyView,
} from "../views/figures.ts";

const Recipients = byId.extend({
  status: z.enum(Object.keys(STATUS_RANK)).optional(),
  variant: z.string().max(60).optional(),
  code: z.coerce.number().int().optional().meta({ description: "The carrier's error code." }),
});
const Exclusions = byId.extend({ reason: z.enum(Object.keys(EXCLUSIONS)).optional() });
const NOTHING = { bunches: [], responses: [], completed: 0 };

export const campaignFigures = new Hono<ApiEnv>()
  .get(
    "/:id/figures",
    needs("viewer"),
    says("campaigns", "Count what became of it, as of now", FiguresView),
    async (context) => {
      const services = context.get("services");
      const row = await mustFindCampaign(services, context.req.param("id"));
      const counted =
        row.launchedAt === null ? NOTHING : await countCampaign(services.d1, row.id, row.launchedAt);
      return context.json(toFiguresView(row, counted));
    },
  )
  .get(
    "/:id/recipients",
    needs("viewer"),
    says("campaigns", "List its recipients, with what became of each", pageOf(RecipientView), {
      description: "A second attempt is a row of its own.",
    }),
    takes("query", Recipients),
    async (context) => {
      const services = context.get("services");
      const { id, launchedAt } = await mustFindCampaign(services, context.req.param("id"));
      const { limit, cursor, status, variant, code } = context.req.valid("query");
      const filter = { after: cursor, statuses: toStatuses(status), variant, errorCode: code };
      const rows =
        launchedAt === null
          ? []
          : await listRecipients(services.db, { campaignId: id, launchedAt }, limit, filter);
      const actor = context.get("actor");
      return context.json(
        toPage(
          rows,
          limit,
          (row) => row.id,
          (row) => toRecipientView(row, actor),
        ),
      );
    },
  )
  .get(
    "/:id/replies",
    needs("viewer"),
    says("campaigns", "List who wrote back, and what they wrote first", pageOf(ReplyView), {
      description: "The newest first; those that the figures count as `replied`.",
    }),
    takes("query", byId),
    async (context) => {
      const services = context.get("services");
      const { id, launchedAt } = await mustFindCampaign(services, context.req.param("id"));
      const { limit, cursor } = context.req.valid("query");
      const actor = context.get("actor");
      const rows =
        launchedAt === null
          ? []
          : await listReplies(services.d1, { campaignId: id, launchedAt }, limit, cursor);
      return context.json(
        toPage(
          rows,
          limit,
          (row) => row.id,
          (row) => toReplyView(row, actor),
        ),
      );
    },
  )
  .get(
    "/:id/exclusions",
    needs("viewer"),
    says("campaigns", "List who was left out, with the reason", pageOf(ExclusionView)),
    takes("query", Exclusions),
    async (context) => {
      const services = context.get("services");
      const { id } = await mustFindCampaign(services, context.req.param("id"));
      const { limit, cursor, reason } = context.req.valid("query");
      const rows = await listExclusions(services.db, id, limit, { after: cursor, reason });
      return context.json(toPage(rows, limit, ({ contactId }) => contactId, toExclusionView));
    },
  )
  .get(
    "/:id/history",
    needs("viewer"),
    says("campaigns", "List how it moved: who, when and why", pageOf(HistoryView)),
    takes("query", paging(z.int())),
    async (context) => {
      const services = context.get("services");
      const { id } = await mustFindCampaign(services, context.req.param("id"));
      const { limit, cursor } = context.req.valid("query");
      const rows = await listHistory(services.db, id, limit, cursor);
      return context.json(toPage(rows, limit, ({ seq }) => seq, toHistoryView));
    },
  );

function toStatuses(word: string | undefined): readonly Status[] | undefined {
  const status = word === undefined ? null : parseStatus(word);
  return status === null ? undefined : [status];
}
