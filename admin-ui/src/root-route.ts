// Where every page hangs. A page says what it is called; the shell shows it, and the walk through all pages reads it.
import { createRootRoute, lazyRouteComponent } from "@tanstack/react-router";

declare module "@tanstack/react-router" {
  interface StaticDataRouteOption {
    /** In the browser's tab and in the command palette. */
    readonly title?: string;
  }
}

export const rootRoute = createRootRoute({
  component: lazyRouteComponent(() => import("./shell/shell.tsx"), "Shell"),
  notFoundComponent: lazyRouteComponent(() => import("./shell/unknown-page.tsx"), "UnknownPage"),
});
