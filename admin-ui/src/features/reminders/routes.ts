// The pages of reminders.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { flag, searchOf, text } from "../../data/search.ts";
import { rootRoute } from "../../root-route.ts";

export const remindersRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/reminders",
    staticData: { title: "Reminders" },
    validateSearch: searchOf({ group: text, past: flag }),
    component: lazyRouteComponent(() => import("./reminders-page.tsx"), "RemindersPage"),
  }),
];
