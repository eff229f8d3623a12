// What happened with a contact, and what they decided.
import { Hono } from "hono";
import { gatherEverything } from "../../actions/gather-everything.ts";
import { findContact } from "../../db/contacts.ts";
import { listConsents, listTimeline } from "../../db/timeline.ts";
import { notFound } from "../../errors.ts";
import type { Services } from "../../services.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byTime, toPage } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { ConsentView, EverythingView, toConsentView } from "../views/contact.ts";
import { TimelineView, toTimelineView } from "../views/timeline.ts";

export const contactHistory = new Hono<ApiEnv>()
  .get(
    "/:id/timeline",
    needs("viewer"),
    says("contacts", "Messages, conversations, decisions and notices in one order", pageOf(TimelineView)),
    takes("query", byTime),
    async (context) => {
      const services = context.get("services");
      const id = await mustExist(services, context.req.param("id"));
      const { limit, cursor } = context.req.valid("query");
      const rows = await listTimeline(services.d1, id, limit, cursor);
      const actor = context.get("actor");
      return context.json(
        toPage(
          rows,
          limit,
          ({ at, id }) => [at, id],
          (row) => toTimelineView(row, actor),
        ),
      );
    },
  )
  .get(
    "/:id/consents",
    needs("viewer"),
    says("contacts", "What a person decided, in their own words", pageOf(ConsentView)),
    takes("query", byTime),
    async (context) => {
      const services = context.get("services");
      const id = await mustExist(services, context.req.param("id"));
      const { limit, cursor } = context.req.valid("query");
      const rows = await listConsents(services.db, id, limit, cursor);
      return context.json(toPage(rows, limit, ({ at, id }) => [at, id], toConsentView));
    },
  )
  .get(
    "/:id/everything",
    needs("owner"),
    says("contacts", "Download everything about a person as one JSON file", EverythingView, {
      description: "Every row that is about them, table by table. That it was asked for is recorded.",
    }),
    async (context) => {
      const id = context.req.param("id");
      const file = await gatherEverything(context.get("services"), context.get("actor"), id);
      context.header("content-type", "application/json; charset=utf-8");
      context.header("content-disposition", `attachment; filename="contact-${id}.json"`);
      return context.body(file);
    },
  );

async function mustExist({ db }: Services, id: string): Promise<string> {
  if ((await findContact(db, id)) === null) throw notFound("contact", id);
  return id;
}
