// What is done with a campaign: looked at before, tried out, launched, and steered while it runs.
import { Hono } from "hono";
import type { Context } from "hono";
import * as z from "zod";
import type { Finding } from "#core/campaign/checklist";
import { mustFindCampaign } from "../../actions/find-campaign.ts";
import { forecastCampaign, keepForecast } from "../../actions/forecast-campaign.ts";
import { launchCampaign } from "../../actions/launch-campaign.ts";
import { moveCampaign } from "../../actions/move-campaign.ts";
import type { Move } from "../../actions/move-campaign.ts";
import { previewCampaign } from "../../actions/preview-campaign.ts";
import { testCampaign } from "../../actions/test-campaign.ts";
import { notFound, Problem } from "../../errors.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { once, onceId } from "../once.ts";
import { byId, toPage } from "../page.ts";
import { says } from "../says.ts";
import { takes } from "../takes.ts";
import { CampaignView, FindingView, toCampaignView } from "../views/campaign.ts";
import { ToLaunch, ToMove, ToTest } from "../views/campaign-input.ts";
import { ForecastView, PreviewView, toForecastView, toPreviewView } from "../views/forecast.ts";
import { Time, toTimeOrNull } from "../views/time.ts";

const Findings = z.object({ findings: z.array(FindingView) });
const Launched = z.object({
  campaign: CampaignView,
  warnings: z.array(FindingView),
  isRepeat: z.boolean().meta({ description: "It was launched before: nothing was done." }),
});
const Tested = z.object({
  contactId: z.string(),
  messageId: z.string().nullable().meta({ description: "null where a flow was begun." }),
  dueAt: Time.nullable().meta({ description: "When the line opens for this number; null for at once." }),
});

export const campaignLaunch = new Hono<ApiEnv>()
  .post(
    "/:id/check",
    needs("viewer"),
    says("campaigns", "Say in words what stands against a launch", Findings),
    async (context) => {
      const services = context.get("services");
      const { findings } = await forecastCampaign(services, await mustFindCampaign(services, idOf(context)));
      return context.json({ findings: [...findings] });
    },
  )
  .get(
    "/:id/forecast",
    needs("viewer"),
    says("campaigns", "Show the last forecast", ForecastView, {
      description:
        "As it was made, for the revision it says; of a launched campaign the one before its launch.",
    }),
    async (context) => {
      const { id, forecast } = await mustFindCampaign(context.get("services"), idOf(context));
      if (forecast === null) throw notFound("forecast of the campaign", id);
      return context.json(toForecastView(forecast));
    },
  )
  .post(
    "/:id/forecast",
    needs("editor"),
    says("campaigns", "Forecast people, segments, money and time", ForecastView, {
      description: "As if it were launched now; kept with the draft, to be held beside what comes of it.",
    }),
    async (context) => {
      const services = context.get("services");
      const row = await mustFindCampaign(services, idOf(context));
      const found = await forecastCampaign(services, row);
      if (found.kind === "problems") throw notReady(found.findings);
      await keepForecast(services, row.id, found.kept);
      return context.json(toForecastView(found.kept));
    },
  )
  .get(
    "/:id/preview",
    needs("viewer"),
    says("campaigns", "Show who is in it, and what three of them would read", PreviewView, {
      description: "As of now, in the order of contact ids, those left out with the reason.",
    }),
    takes("query", byId),
    async (context) => {
      const { limit, cursor } = context.req.valid("query");
      const services = context.get("services");
      const row = await mustFindCampaign(services, idOf(context));
      const preview = await previewCampaign(services, row, limit, cursor ?? null);
      if (preview.kind === "problems") throw notReady(preview.findings);
      const beyond = preview.next === null ? [] : [preview.next];
      const { next } = toPage(
        [...preview.people.map(({ contactId }) => contactId), ...beyond],
        limit,
        (id) => id,
        (id) => id,
      );
      return context.json(toPreviewView(preview, next, context.get("actor")));
    },
  )
  .post(
    "/:id/test",
    needs("editor"),
    says("campaigns", "Send it to one number", Tested, {
      status: 202,
      description:
        "What the contact lacks stands in the text as [first_name]. It is bound by STOP and by the line's hours like everything we begin.",
    }),
    takes("json", ToTest),
    once,
    async (context) => {
      const services = context.get("services");
      const test = { ...context.req.valid("json"), id: onceId(context) };
      const { contactId, messageId, dueAt } = await testCampaign(
        services,
        context.get("actor"),
        idOf(context),
        test,
      );
      return context.json({ contactId, messageId, dueAt: toTimeOrNull(dueAt) }, 202);
    },
  )
  .post(
    "/:id/launch",
    needs("editor"),
    says("campaigns", "Launch it, at once or at a time", Launched, {
      status: 202,
      description:
        "What it names is held fast, and its audience is frozen when it starts. Pressed twice, it is launched once. Refused with the findings where one of them is an error.",
    }),
    takes("json", ToLaunch),
    async (context) => {
      const { campaign, warnings, isRepeat } = await launchCampaign(
        context.get("services"),
        context.get("actor"),
        idOf(context),
        context.req.valid("json"),
      );
      return context.json({ campaign: toCampaignView(campaign), warnings: [...warnings], isRepeat }, 202);
    },
  )
  .post(
    "/:id/pause",
    needs("editor"),
    says("campaigns", "Pause it", CampaignView, {
      description: "Nothing of it is handed to the carrier later than three seconds after the answer.",
    }),
    takes("json", ToMove),
    async (context) => steer(context, "pause", context.req.valid("json").reason),
  )
  .post(
    "/:id/resume",
    needs("editor"),
    says("campaigns", "Let it go on", CampaignView, {
      description: "With those who were not sent theirs yet; nobody gets it twice.",
    }),
    takes("json", ToMove),
    async (context) => steer(context, "resume", context.req.valid("json").reason),
  )
  .post(
    "/:id/cancel",
    needs("editor"),
    says("campaigns", "Cancel it for good", CampaignView, {
      description: "Nothing of it is handed to the carrier later than three seconds after the answer.",
    }),
    takes("json", ToMove),
    async (context) => steer(context, "cancel", context.req.valid("json").reason),
  );

async function steer(context: Context<ApiEnv>, move: Move, reason: string | undefined) {
  const services = context.get("services");
  const row = await moveCampaign(services, context.get("actor"), idOf(context), move, reason ?? null);
  return context.json(toCampaignView(row));
}

function idOf(context: Context<ApiEnv>): string {
  return context.req.param("id") ?? "";
}

function notReady(findings: readonly Finding[]): Problem {
  return new Problem("invalid", findings[0]?.message ?? "This campaign is not ready.", findings);
}
