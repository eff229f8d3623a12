// The pages of calls.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../root-route.ts";

export const callsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/calls",
    staticData: { title: "Calls" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/calls/$callId",
    staticData: { title: "Call" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
];
