// Addresses that get no more e-mails.
import { Hono } from "hono";
import { liftSuppression } from "../../actions/lift-suppression.ts";
import { listSuppressions } from "../../db/email-news.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byTime, toPage } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { SuppressionView, toSuppressionView } from "../views/email.ts";

export const emailSuppressions = new Hono<ApiEnv>()
  .get(
    "/",
    needs("viewer"),
    says("emails", "List addresses that bounced for good or complained", pageOf(SuppressionView)),
    takes("query", byTime),
    async (context) => {
      const { limit, cursor } = context.req.valid("query");
      const rows = await listSuppressions(context.get("services").db, limit, cursor);
      return context.json(toPage(rows, limit, ({ at, recipientId }) => [at, recipientId], toSuppressionView));
    },
  )
  .post(
    "/:id/lift",
    needs("editor"),
    says("emails", "Write to an address again", SuppressionView, {
      description:
        "Resend keeps a list of its own: take the address off that one too, in its dashboard. What was suppressed meanwhile can be sent again.",
    }),
    async (context) => {
      const row = await liftSuppression(
        context.get("services"),
        context.get("actor"),
        context.req.param("id"),
      );
      return context.json(toSuppressionView(row));
    },
  );
