// The pages of emails.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../root-route.ts";

export const emailsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/emails",
    staticData: { title: "E-mails" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
];
