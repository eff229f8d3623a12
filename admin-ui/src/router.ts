// The route table: every page of the admin, feature by feature. Nothing of a page is fetched before somebody goes there.
import { createRouter } from "@tanstack/react-router";
import { callsRoutes } from "./features/calls/routes.ts";
import { campaignsRoutes } from "./features/campaigns/routes.ts";
import { contactsRoutes } from "./features/contacts/routes.ts";
import { digestsRoutes } from "./features/digests/routes.ts";
import { emailsRoutes } from "./features/emails/routes.ts";
import { flowsRoutes } from "./features/flows/routes.ts";
import { funnelsRoutes } from "./features/funnels/routes.ts";
import { groupsRoutes } from "./features/groups/routes.ts";
import { homeRoutes } from "./features/home/routes.ts";
import { importsRoutes } from "./features/imports/routes.ts";
import { inboxRoutes } from "./features/inbox/routes.ts";
import { remindersRoutes } from "./features/reminders/routes.ts";
import { responsesRoutes } from "./features/responses/routes.ts";
import { rotaRoutes } from "./features/rota/routes.ts";
import { segmentsRoutes } from "./features/segments/routes.ts";
import { setupRoutes } from "./features/setup/routes.ts";
import { templatesRoutes } from "./features/templates/routes.ts";
import { voicemailsRoutes } from "./features/voicemails/routes.ts";
import { volunteersRoutes } from "./features/volunteers/routes.ts";
import { rootRoute } from "./root-route.ts";

export const routeTree = rootRoute.addChildren([
  ...homeRoutes,
  ...flowsRoutes,
  ...responsesRoutes,
  ...inboxRoutes,
  ...contactsRoutes,
  ...importsRoutes,
  ...segmentsRoutes,
  ...templatesRoutes,
  ...campaignsRoutes,
  ...funnelsRoutes,
  ...rotaRoutes,
  ...groupsRoutes,
  ...volunteersRoutes,
  ...callsRoutes,
  ...voicemailsRoutes,
  ...remindersRoutes,
  ...digestsRoutes,
  ...emailsRoutes,
  ...setupRoutes,
]);

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
