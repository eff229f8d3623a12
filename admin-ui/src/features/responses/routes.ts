// The pages of responses.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../root-route.ts";

export const responsesRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/flows/$flowId/responses",
    staticData: { title: "Responses" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/responses/$runId",
    staticData: { title: "Response" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
];
