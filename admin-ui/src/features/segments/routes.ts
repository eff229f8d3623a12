// The pages of segments.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../root-route.ts";

export const segmentsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/segments",
    staticData: { title: "Segments" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/segments/$segmentId",
    staticData: { title: "Segment" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
];
