// The pages of templates.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../root-route.ts";

export const templatesRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/templates",
    staticData: { title: "Templates" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/templates/$templateId",
    staticData: { title: "Template" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
];
