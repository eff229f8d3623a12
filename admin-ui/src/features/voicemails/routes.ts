// The pages of voicemails.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { searchOf, text } from "../../data/search.ts";
import { rootRoute } from "../../root-route.ts";

export const voicemailsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/voicemails",
    staticData: { title: "Voicemails" },
    validateSearch: searchOf({ group: text, open: text }),
    component: lazyRouteComponent(() => import("./voicemails-page.tsx"), "VoicemailsPage"),
  }),
];
