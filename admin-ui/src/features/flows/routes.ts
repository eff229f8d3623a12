// The pages of flows.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../root-route.ts";

export const flowsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/flows",
    staticData: { title: "Flows" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/flows/$flowId",
    staticData: { title: "Flow" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
];
