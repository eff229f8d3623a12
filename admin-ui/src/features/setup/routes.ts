// The pages of setup.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { flag, oneOf, searchOf, text } from "../../data/search.ts";
import { rootRoute } from "../../root-route.ts";
import { SUBJECTS } from "./audit/subjects.ts";
import { LINE_TABS } from "./lines/tabs.ts";

/** One component for a line that is not there yet and for one that is. */
const linePage = lazyRouteComponent(() => import("./lines/line-page.tsx"), "LinePage");

export const setupRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/setup",
    staticData: { title: "Setup" },
    component: lazyRouteComponent(() => import("./setup-page.tsx"), "SetupPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/setup/lines",
    staticData: { title: "Lines" },
    validateSearch: searchOf({ archived: flag }),
    component: lazyRouteComponent(() => import("./lines/lines-page.tsx"), "LinesPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/setup/lines/new",
    staticData: { title: "New line" },
    validateSearch: searchOf({ tab: oneOf(LINE_TABS), number: text }),
    component: linePage,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/setup/lines/$lineId",
    staticData: { title: "Line" },
    validateSearch: searchOf({ tab: oneOf(LINE_TABS), number: text }),
    component: linePage,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/setup/numbers",
    staticData: { title: "Numbers" },
    component: lazyRouteComponent(() => import("./numbers/numbers-page.tsx"), "NumbersPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/setup/organisation",
    staticData: { title: "Organisation" },
    component: lazyRouteComponent(() => import("./organisation/organisation-page.tsx"), "OrganisationPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/setup/staff",
    staticData: { title: "Staff" },
    component: lazyRouteComponent(() => import("./staff/staff-page.tsx"), "StaffPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/setup/tokens",
    staticData: { title: "Tokens" },
    component: lazyRouteComponent(() => import("./tokens/tokens-page.tsx"), "TokensPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/setup/audit",
    staticData: { title: "Audit log" },
    validateSearch: searchOf({ who: text, what: oneOf(SUBJECTS), id: text, from: text, to: text }),
    component: lazyRouteComponent(() => import("./audit/audit-page.tsx"), "AuditPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/setup/health",
    staticData: { title: "Health" },
    validateSearch: searchOf({ done: flag, replayed: flag }),
    component: lazyRouteComponent(() => import("./health/health-page.tsx"), "HealthPage"),
  }),
];
