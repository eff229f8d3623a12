// The pages of emails.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { oneOf, searchOf, text } from "../../data/search.ts";
import { rootRoute } from "../../root-route.ts";
import { STATES, VIEWS } from "./choices.ts";

export const emailsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/emails",
    staticData: { title: "E-mails" },
    validateSearch: searchOf({ view: oneOf(VIEWS), state: oneOf(STATES), open: text }),
    component: lazyRouteComponent(() => import("./emails-page.tsx"), "EmailsPage"),
  }),
];
