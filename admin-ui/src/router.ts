// The route table: every page of the admin, feature by feature. Nothing of a page is fetched before somebody goes there.
import { createRouter } from "@tanstack/react-router";
import { homeRoutes } from "./features/home/routes.ts";
import { rootRoute } from "./root-route.ts";

export const routeTree = rootRoute.addChildren([...homeRoutes]);

export const router = createRouter({
  routeTree,
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
