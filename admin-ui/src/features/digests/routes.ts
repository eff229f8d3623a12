// The pages of digests.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../root-route.ts";

export const digestsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/digests",
    staticData: { title: "Digests" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
];
