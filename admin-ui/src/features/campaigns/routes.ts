// The pages of campaigns.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../root-route.ts";

export const campaignsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/campaigns",
    staticData: { title: "Campaigns" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/campaigns/new",
    staticData: { title: "New campaign" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/campaigns/$campaignId",
    staticData: { title: "Campaign" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
];
