// The pages of inbox.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../root-route.ts";

export const inboxRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/inbox",
    staticData: { title: "Inbox" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
];
