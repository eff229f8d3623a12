// The pages of responses.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { flag, searchOf, text, oneOf } from "../../data/search.ts";
import { rootRoute } from "../../root-route.ts";
import { ENDINGS } from "./endings.ts";

export const TABS = ["table", "charts", "completion"] as const;

export const responsesRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/flows/$flowId/responses",
    staticData: { title: "Responses" },
    validateSearch: searchOf({
      tab: oneOf(TABS),
      ended: oneOf(ENDINGS),
      q: text,
      /** Days, as 2026-11-21: both are among them. */
      from: text,
      to: text,
      /** With `value`: those who answered this with that. */
      answer: text,
      value: text,
      /** Sorted by the answer of this name; by time where absent, newest first. */
      by: text,
      up: flag,
      /** The response that is open beside the table. */
      open: text,
    }),
    component: lazyRouteComponent(() => import("./responses-page.tsx"), "ResponsesPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/responses/$runId",
    staticData: { title: "Response" },
    component: lazyRouteComponent(() => import("./response-page.tsx"), "ResponsePage"),
  }),
];
