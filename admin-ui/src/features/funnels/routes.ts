// The pages of funnels.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../root-route.ts";

export const funnelsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/funnels",
    staticData: { title: "Funnels" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/funnels/$funnelId",
    staticData: { title: "Funnel" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
];
