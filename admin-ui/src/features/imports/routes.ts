// The pages of imports.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../root-route.ts";

export const importsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/imports",
    staticData: { title: "Imports" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/imports/$importId",
    staticData: { title: "Import" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
];
