// The pages of volunteers.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../root-route.ts";

export const volunteersRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/volunteers",
    staticData: { title: "Volunteers" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/volunteers/$volunteerId",
    staticData: { title: "Volunteer" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
];
