// The pages of contacts.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../root-route.ts";

export const contactsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/contacts",
    staticData: { title: "Contacts" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/contacts/$contactId",
    staticData: { title: "Contact" },
    component: lazyRouteComponent(() => import("../../shell/unknown-page.tsx"), "UnknownPage"),
  }),
];
