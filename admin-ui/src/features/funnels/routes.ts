// The pages of funnels.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { flag, oneOf, searchOf, text } from "../../data/search.ts";
import { rootRoute } from "../../root-route.ts";
import { PHASES, TABS } from "./tabs.ts";

export const funnelsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/funnels",
    staticData: { title: "Funnels" },
    validateSearch: searchOf({ archived: flag }),
    component: lazyRouteComponent(() => import("./funnels-page.tsx"), "FunnelsPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/funnels/new",
    staticData: { title: "New funnel" },
    component: lazyRouteComponent(() => import("./new-funnel-page.tsx"), "NewFunnelPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/funnels/$funnelId",
    staticData: { title: "Funnel" },
    validateSearch: searchOf({
      tab: oneOf(TABS),
      stage: text,
      phase: oneOf(PHASES),
      category: text,
      person: text,
    }),
    component: lazyRouteComponent(() => import("./funnel-page.tsx"), "FunnelPage"),
  }),
];
