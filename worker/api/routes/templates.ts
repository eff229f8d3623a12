// Message templates: kept, changed by one at a time, and the account's WhatsApp contents to choose from.
import { Hono } from "hono";
import * as z from "zod";
import { archiveTemplate } from "../../actions/archive-template.ts";
import { changeTemplate } from "../../actions/change-template.ts";
import { createTemplate } from "../../actions/create-template.ts";
import { mustFindTemplate } from "../../actions/find-template.ts";
import { listAccountContents } from "../../actions/read-contents.ts";
import { listTemplates } from "../../db/templates.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byId, toPageById } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import {
  ChangedTemplate,
  ContentsView,
  NewTemplate,
  TemplateView,
  toNewTemplate,
  toTemplateView,
} from "../views/template.ts";

const List = byId.extend({
  archived: z.stringbool().default(false).meta({ description: "Also those that are archived." }),
});
const Contents = z.object({
  approved: z
    .stringbool()
    .default(true)
    .meta({ description: "false: also those that WhatsApp has not approved." }),
});

export const templates = new Hono<ApiEnv>()
  .get(
    "/",
    needs("viewer"),
    says("templates", "List the templates", pageOf(TemplateView)),
    takes("query", List),
    async (context) => {
      const { limit, cursor, archived } = context.req.valid("query");
      const { db } = context.get("services");
      const rows = await listTemplates(db, limit, { before: cursor, withArchived: archived });
      return context.json(toPageById(rows, limit, toTemplateView));
    },
  )
  .post(
    "/",
    needs("editor"),
    says("templates", "Keep a template", TemplateView, {
      status: 201,
      description: "One with mistakes is kept as well: check it before it is sent.",
    }),
    takes("json", NewTemplate),
    async (context) => {
      const given = toNewTemplate(context.req.valid("json"));
      const row = await createTemplate(context.get("services"), context.get("actor"), given);
      return context.json(toTemplateView(row), 201);
    },
  )
  .get(
    "/contents",
    needs("viewer"),
    says("templates", "List the account's WhatsApp contents", ContentsView, {
      description: "From Twilio's Content API, as they are at this moment.",
    }),
    takes("query", Contents),
    async (context) => {
      const { approved } = context.req.valid("query");
      const contents = await listAccountContents(context.get("services"));
      return context.json({
        data: contents.filter(({ approval }) => !approved || approval === "approved"),
      });
    },
  )
  .get(
    "/:id",
    needs("viewer"),
    says("templates", "Show a template, by id or slug", TemplateView),
    async (context) =>
      context.json(toTemplateView(await mustFindTemplate(context.get("services"), context.req.param("id")))),
  )
  .put(
    "/:id",
    needs("editor"),
    says("templates", "Change a template", TemplateView, {
      description: "Refused where somebody saved it since `revision`. What was launched keeps its words.",
    }),
    takes("json", ChangedTemplate),
    async (context) => {
      const { template, ...given } = context.req.valid("json");
      const services = context.get("services");
      const change = { ...given, document: template };
      const row = await changeTemplate(services, context.get("actor"), context.req.param("id"), change);
      return context.json(toTemplateView(row));
    },
  )
  .post(
    "/:id/archive",
    needs("editor"),
    says("templates", "Take a template out of use", TemplateView),
    async (context) => {
      const services = context.get("services");
      const id = await archiveTemplate(services, context.get("actor"), context.req.param("id"));
      return context.json(toTemplateView(await mustFindTemplate(services, id)));
    },
  );
