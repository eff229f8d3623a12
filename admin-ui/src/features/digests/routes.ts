// The pages of digests.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { searchOf, text } from "../../data/search.ts";
import { rootRoute } from "../../root-route.ts";

export const digestsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/digests",
    staticData: { title: "Digests" },
    // `open`: one of them, or `new`; `from` and `to`: the days its preview is about.
    validateSearch: searchOf({ open: text, from: text, to: text }),
    component: lazyRouteComponent(() => import("./digests-page.tsx"), "DigestsPage"),
  }),
];
