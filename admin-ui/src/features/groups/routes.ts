// The pages of groups.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../root-route.ts";

export const groupsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/groups",
    staticData: { title: "Groups" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/groups/$groupId",
    staticData: { title: "Group" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
];
