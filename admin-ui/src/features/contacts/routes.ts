// The pages of contacts.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { oneOf, searchOf, text } from "../../data/search.ts";
import { rootRoute } from "../../root-route.ts";
import { TABS } from "./contact/tabs.ts";
import { CHANNELS, ORDERS, STANDINGS } from "./sought.ts";

export const contactsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/contacts",
    staticData: { title: "Contacts" },
    validateSearch: searchOf({
      q: text,
      tag: text,
      funnel: text,
      category: text,
      consent: oneOf(STANDINGS),
      channel: oneOf(CHANNELS),
      language: text,
      from: text,
      to: text,
      sort: oneOf(ORDERS),
    }),
    component: lazyRouteComponent(() => import("./contacts-page.tsx"), "ContactsPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/contacts/$contactId",
    staticData: { title: "Contact" },
    validateSearch: searchOf({ tab: oneOf(TABS), via: text }),
    component: lazyRouteComponent(() => import("./contact/contact-page.tsx"), "ContactPage"),
  }),
];
