// The pages of inbox.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { oneOf, searchOf, text } from "../../data/search.ts";
import { rootRoute } from "../../root-route.ts";

export const inboxRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/inbox",
    staticData: { title: "Inbox" },
    validateSearch: searchOf({ conversation: text, whose: oneOf(["me", "nobody"]) }),
    component: lazyRouteComponent(() => import("./inbox-page.tsx"), "InboxPage"),
  }),
];
