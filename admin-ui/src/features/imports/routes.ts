// The pages of imports.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { oneOf, searchOf } from "../../data/search.ts";
import { rootRoute } from "../../root-route.ts";

export const importsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/imports",
    staticData: { title: "Imports" },
    component: lazyRouteComponent(() => import("./imports-page.tsx"), "ImportsPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/imports/$importId",
    staticData: { title: "Import" },
    validateSearch: searchOf({ outcome: oneOf(["new", "changed", "same", "rejected"]) }),
    component: lazyRouteComponent(() => import("./import-page.tsx"), "ImportPage"),
  }),
];
