// The pages of calls.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { oneOf, searchOf, text } from "../../data/search.ts";
import { rootRoute } from "../../root-route.ts";
import { OUTCOMES, SPANS, VIEWS } from "./choices.ts";

export const callsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/calls",
    staticData: { title: "Calls" },
    validateSearch: searchOf({
      view: oneOf(VIEWS),
      group: text,
      day: text,
      outcome: oneOf(OUTCOMES),
      span: oneOf(SPANS),
    }),
    component: lazyRouteComponent(() => import("./calls-page.tsx"), "CallsPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/calls/$callId",
    staticData: { title: "Call" },
    component: lazyRouteComponent(() => import("./call-page.tsx"), "CallPage"),
  }),
];
