// The pages of campaigns.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { flag, oneOf, searchOf, text, whole } from "../../data/search.ts";
import { rootRoute } from "../../root-route.ts";
import { STATES } from "./states.ts";
import { TABS } from "./tabs.ts";

/** One component for a draft that is not kept yet and for one that is: what is being typed survives its first save. */
const campaignPage = lazyRouteComponent(() => import("./campaign-page.tsx"), "CampaignPage");

export const campaignsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/campaigns",
    staticData: { title: "Campaigns" },
    validateSearch: searchOf({ state: oneOf(STATES), archived: flag }),
    component: lazyRouteComponent(() => import("./campaigns-page.tsx"), "CampaignsPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/campaigns/new",
    staticData: { title: "New campaign" },
    validateSearch: searchOf({ flow: text, template: text, segment: text }),
    component: campaignPage,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/campaigns/$campaignId",
    staticData: { title: "Campaign" },
    validateSearch: searchOf({ tab: oneOf(TABS), status: text, variant: text, code: whole, reason: text }),
    component: campaignPage,
  }),
];
