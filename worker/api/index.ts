// The API, under /api: what every request passes, and which routes there are.
import { Hono } from "hono";
import { bodies } from "./body.ts";
import { docs, openapi } from "./docs.ts";
import type { ApiEnv } from "./env.ts";
import { needs } from "./guard.ts";
import { headers, sharing } from "./headers.ts";
import { answerProblem } from "./problem.ts";
import { alarms } from "./routes/alarms.ts";
import { askings } from "./routes/askings.ts";
import { audit } from "./routes/audit.ts";
import { blocks } from "./routes/blocks.ts";
import { helplineCalendars, volunteerCalendars } from "./routes/calendars.ts";
import { callFigures } from "./routes/call-figures.ts";
import { calls } from "./routes/calls.ts";
import { campaignFigures } from "./routes/campaign-figures.ts";
import { campaignLaunch } from "./routes/campaign-launch.ts";
import { campaigns } from "./routes/campaigns.ts";
import { contactAddresses } from "./routes/contact-addresses.ts";
import { contactHistory } from "./routes/contact-history.ts";
import { contactPermissions } from "./routes/contact-permissions.ts";
import { contacts } from "./routes/contacts.ts";
import { conversations } from "./routes/conversations.ts";
import { deadLetters } from "./routes/dead-letters.ts";
import { demo } from "./routes/demo.ts";
import { digests } from "./routes/digests.ts";
import { emailSuppressions } from "./routes/email-suppressions.ts";
import { emails } from "./routes/emails.ts";
import { feed } from "./routes/feed.ts";
import { exports } from "./routes/exports.ts";
import { flows } from "./routes/flows.ts";
import { funnelFigures } from "./routes/funnel-figures.ts";
import { funnelMembers } from "./routes/funnel-members.ts";
import { funnels } from "./routes/funnels.ts";
import { helplines } from "./routes/helplines.ts";
import { home } from "./routes/home.ts";
import { imports } from "./routes/imports.ts";
import { inbox } from "./routes/inbox.ts";
import { lines } from "./routes/lines.ts";
import { messages } from "./routes/messages.ts";
import { notices } from "./routes/notices.ts";
import { outcomes } from "./routes/outcomes.ts";
import { overrides } from "./routes/overrides.ts";
import { responses } from "./routes/responses.ts";
import { rota } from "./routes/rota.ts";
import { callrouting, debug, reviews, users } from "./routes/seeds.ts";
import { segmentMembers } from "./routes/segment-members.ts";
import { segments } from "./routes/segments.ts";
import { session } from "./routes/session.ts";
import { settings } from "./routes/settings.ts";
import { setup } from "./routes/setup.ts";
import { shiftImport } from "./routes/shift-import.ts";
import { shifts } from "./routes/shifts.ts";
import { staff } from "./routes/staff.ts";
import { starts } from "./routes/starts.ts";
import { templatePreviews } from "./routes/template-previews.ts";
import { templates } from "./routes/templates.ts";
import { tokens } from "./routes/tokens.ts";
import { triggers } from "./routes/triggers.ts";
import { versions } from "./routes/versions.ts";
import { voicemails } from "./routes/voicemails.ts";
import { volunteers } from "./routes/volunteers.ts";
import { unknown } from "./unknown.ts";

/** What the description describes. */
export const routes = new Hono<ApiEnv>()
  .route("/v1/session", session)
  .route("/v1/lines", lines)
  .route("/v1/triggers", triggers)
  .route("/v1/flows", flows)
  .route("/v1/flows", versions)
  .route("/v1/flows", starts)
  .route("/v1/flows", outcomes)
  .route("/v1/responses", responses)
  .route("/v1/conversations", conversations)
  .route("/v1/messages", messages)
  .route("/v1/inbox", inbox)
  .route("/v1/home", home)
  .route("/v1/contacts", contacts)
  .route("/v1/contacts", contactHistory)
  .route("/v1/contacts", contactPermissions)
  .route("/v1/contacts", contactAddresses)
  .route("/v1/imports", imports)
  .route("/v1/exports", exports)
  .route("/v1/templates", templatePreviews)
  .route("/v1/templates", templates)
  .route("/v1/segments", segments)
  .route("/v1/segments", segmentMembers)
  .route("/v1/funnels", funnels)
  .route("/v1/funnels", funnelMembers)
  .route("/v1/funnels", funnelFigures)
  .route("/v1/campaigns", campaigns)
  .route("/v1/campaigns", campaignLaunch)
  .route("/v1/campaigns", campaignFigures)
  .route("/v1/helplines", helplines)
  .route("/v1/helplines", shifts)
  .route("/v1/helplines", overrides)
  .route("/v1/helplines", rota)
  .route("/v1/helplines", askings)
  .route("/v1/helplines", blocks)
  .route("/v1/helplines", helplineCalendars)
  .route("/v1/helplines", callFigures)
  .route("/v1/calls", calls)
  .route("/v1/voicemails", voicemails)
  .route("/v1/helplines", shiftImport)
  .route("/v1/volunteers", volunteers)
  .route("/v1/volunteers", volunteerCalendars)
  .route("/v1/alarms", alarms)
  .route("/v1/emails/suppressions", emailSuppressions)
  .route("/v1/emails", emails)
  .route("/v1/digests", digests)
  .route("/v1/notices", notices)
  .route("/v1/dead-letters", deadLetters)
  .route("/v1/audit", audit)
  .route("/v1/staff", staff)
  .route("/v1/tokens", tokens)
  .route("/v1/settings", settings)
  .route("/v1/setup", setup)
  .route("/v1/feed", feed)
  .route("/v1/demo", demo)
  .route("/reviews", reviews)
  .route("/v1/users", users)
  .route("/v1/debug", debug)
  .route("/callrouting", callrouting);

export type Api = typeof routes;

export const api = new Hono<ApiEnv>();
api.use(headers, sharing, ...bodies);
api.route("/", routes);
api.get("/docs", docs);
api.get("/v1/openapi.json", needs("viewer"), openapi);
api.all("*", unknown(api));
api.onError(answerProblem);
