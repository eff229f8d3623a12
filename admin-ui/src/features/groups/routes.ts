// The helplines: groups of volunteers behind a number, and everything that is set about each.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { flag, oneOf, searchOf } from "../../data/search.ts";
import { rootRoute } from "../../root-route.ts";
import { TABS } from "./tabs.ts";

export const groupsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/groups",
    staticData: { title: "Groups" },
    validateSearch: searchOf({ archived: flag, new: flag }),
    component: lazyRouteComponent(() => import("./groups-page.tsx"), "GroupsPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/groups/$groupId",
    staticData: { title: "Group" },
    validateSearch: searchOf({ tab: oneOf(TABS) }),
    component: lazyRouteComponent(() => import("./group-page.tsx"), "GroupPage"),
  }),
];
