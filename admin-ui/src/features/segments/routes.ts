// The pages of segments.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { flag, oneOf, searchOf, text } from "../../data/search.ts";
import { rootRoute } from "../../root-route.ts";

export const segmentsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/segments",
    staticData: { title: "Segments" },
    validateSearch: searchOf({ archived: flag }),
    component: lazyRouteComponent(() => import("./segments-page.tsx"), "SegmentsPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/segments/$segmentId",
    staticData: { title: "Segment" },
    validateSearch: searchOf({ tab: oneOf(["people"]), why: text }),
    component: lazyRouteComponent(() => import("./segment-page.tsx"), "SegmentPage"),
  }),
];
