// The pages of voicemails.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../root-route.ts";

export const voicemailsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/voicemails",
    staticData: { title: "Voicemails" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
];
