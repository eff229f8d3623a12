// Who takes the calls.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { flag, searchOf, text } from "../../data/search.ts";
import { rootRoute } from "../../root-route.ts";

export const volunteersRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/volunteers",
    staticData: { title: "Volunteers" },
    /** `group`: its members, and where a new one belongs. */
    validateSearch: searchOf({ group: text, removed: flag, new: flag }),
    component: lazyRouteComponent(() => import("./volunteers-page.tsx"), "VolunteersPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/volunteers/$volunteerId",
    staticData: { title: "Volunteer" },
    component: lazyRouteComponent(() => import("./volunteer-page.tsx"), "VolunteerPage"),
  }),
];
