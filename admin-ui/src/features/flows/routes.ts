// The pages of flows.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { flag, oneOf, searchOf, text, whole } from "../../data/search.ts";
import { rootRoute } from "../../root-route.ts";
import { TABS } from "./frame/tabs.ts";

export const flowsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/flows",
    staticData: { title: "Flows" },
    validateSearch: searchOf({ archived: flag, new: flag }),
    component: lazyRouteComponent(() => import("./list/flows-page.tsx"), "FlowsPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/flows/$flowId",
    staticData: { title: "Flow" },
    validateSearch: searchOf({ tab: oneOf(TABS), step: text, version: whole }),
    component: lazyRouteComponent(() => import("./frame/flow-page.tsx"), "FlowPage"),
  }),
];
