// The pages of templates.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { flag, oneOf, searchOf, text, texts } from "../../data/search.ts";
import { rootRoute } from "../../root-route.ts";

export const templatesRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/templates",
    staticData: { title: "Templates" },
    validateSearch: searchOf({ archived: flag }),
    component: lazyRouteComponent(() => import("./templates-page.tsx"), "TemplatesPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/templates/$templateId",
    staticData: { title: "Template" },
    validateSearch: searchOf({ channel: oneOf(["sms", "whatsapp"]), segment: text, people: texts }),
    component: lazyRouteComponent(() => import("./template-page.tsx"), "TemplatePage"),
  }),
];
