// Who is on when: a week of one group, who would get a call, and who does how much.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { oneOf, searchOf, text } from "../../data/search.ts";
import { rootRoute } from "../../root-route.ts";
import { VIEWS } from "./views.ts";

export const rotaRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/rota",
    staticData: { title: "Rota" },
    validateSearch: searchOf({
      group: text,
      /** A date of the week. */
      week: text,
      view: oneOf(VIEWS),
      /** By the group's clock: who gets the call then. */
      at: text,
      /** The shift that is open: its id, or `new`. */
      shift: text,
      /** The date it is open on, and for a new one its times. */
      date: text,
      from: text,
      to: text,
    }),
    component: lazyRouteComponent(() => import("./rota-page.tsx"), "RotaPage"),
  }),
];
