// Campaigns: drafts that are written, changed, duplicated and put away.
import { Hono } from "hono";
import type { Context } from "hono";
import * as z from "zod";
import { CAMPAIGN_STATES } from "#core/campaign/campaign";
import { archiveCampaign } from "../../actions/archive-campaign.ts";
import { changeCampaign } from "../../actions/change-campaign.ts";
import { createCampaign } from "../../actions/create-campaign.ts";
import { duplicateCampaign } from "../../actions/duplicate-campaign.ts";
import { mustFindCampaign } from "../../actions/find-campaign.ts";
import { pickLine } from "../../actions/send-test-message.ts";
import { listCampaigns } from "../../db/campaigns.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { once, onceId } from "../once.ts";
import { byId, toPageById } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { CampaignView, toCampaignView } from "../views/campaign.ts";
import { ChangedCampaign, fromSeed, isSeed, NewCampaign } from "../views/campaign-input.ts";

const List = byId.extend({
  state: z.enum(CAMPAIGN_STATES).optional(),
  lineId: z.string().max(80).optional(),
  archived: z.stringbool().default(false).meta({ description: "Also those that are archived." }),
});

export const campaigns = new Hono<ApiEnv>()
  .get(
    "/",
    needs("viewer"),
    says("campaigns", "List the campaigns", pageOf(CampaignView)),
    takes("query", List),
    async (context) => {
      const { limit, cursor, state, lineId, archived } = context.req.valid("query");
      const filter = { before: cursor, state, lineId, withArchived: archived };
      const rows = await listCampaigns(context.get("services").db, limit, filter);
      return context.json(toPageById(rows, limit, toCampaignView));
    },
  )
  .post(
    "/",
    needs("editor"),
    says("campaigns", "Begin a campaign", CampaignView, {
      status: 201,
      description: "A draft: what it names is looked up when it is checked, forecast or launched.",
    }),
    takes("json", NewCampaign),
    once,
    async (context) => {
      const services = context.get("services");
      const given = context.req.valid("json");
      const config = isSeed(given) ? fromSeed(given, given.line_id ?? (await pickLine(services))) : given;
      const row = await createCampaign(services, context.get("actor"), config, onceId(context));
      return context.json(toCampaignView(row), 201);
    },
  )
  .get("/:id", needs("viewer"), says("campaigns", "Show a campaign", CampaignView), async (context) =>
    context.json(toCampaignView(await mustFindCampaign(context.get("services"), idOf(context)))),
  )
  .put(
    "/:id",
    needs("editor"),
    says("campaigns", "Change a draft", CampaignView, {
      description: "What was launched is held fast: duplicate it to change it.",
    }),
    takes("json", ChangedCampaign),
    async (context) => {
      const { revision, config } = context.req.valid("json");
      const services = context.get("services");
      const row = await changeCampaign(services, context.get("actor"), idOf(context), revision, config);
      return context.json(toCampaignView(row));
    },
  )
  .post(
    "/:id/duplicate",
    needs("editor"),
    says("campaigns", "Make a draft of the same campaign", CampaignView, {
      status: 201,
      description: "Without its start and end, which were meant for the first.",
    }),
    once,
    async (context) => {
      const services = context.get("services");
      const row = await duplicateCampaign(services, context.get("actor"), idOf(context), onceId(context));
      return context.json(toCampaignView(row), 201);
    },
  )
  .post(
    "/:id/archive",
    needs("editor"),
    says("campaigns", "Put away a draft, or one that is over", CampaignView),
    async (context) => {
      const row = await archiveCampaign(context.get("services"), context.get("actor"), idOf(context));
      return context.json(toCampaignView(row));
    },
  );

function idOf(context: Context<ApiEnv>): string {
  return context.req.param("id") ?? "";
}
