// The pages of reminders.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../root-route.ts";

export const remindersRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/reminders",
    staticData: { title: "Reminders" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
];
