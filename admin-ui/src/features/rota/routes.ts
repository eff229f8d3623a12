// The pages of rota.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../root-route.ts";

export const rotaRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/rota",
    staticData: { title: "Rota" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
];
