// The first page.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../root-route.ts";

export const homeRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/",
    staticData: { title: "Home" },
    component: lazyRouteComponent(() => import("./home-page.tsx"), "HomePage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/trouble",
    staticData: { title: "Did not arrive" },
    component: lazyRouteComponent(() => import("./trouble-page.tsx"), "TroublePage"),
  }),
];
