// E-mails: what was sent, what became of it, and sending it again.
import { Hono } from "hono";
import * as z from "zod";
import { EMAIL_STATES } from "#core/mail/state";
import { sendEmailAgain } from "../../actions/send-email-again.ts";
import { sendTestEmail } from "../../actions/send-test-email.ts";
import { findEmail, listEmails } from "../../db/email-list.ts";
import { notFound } from "../../errors.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byTime, toPage } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { EmailSummaryView, EmailView, toEmailSummaryView, toEmailView } from "../views/email.ts";

const List = byTime.extend({ state: z.enum(EMAIL_STATES).optional() });
const Test = z.strictObject({ to: z.email().max(254) });

export const emails = new Hono<ApiEnv>()
  .get(
    "/",
    needs("viewer"),
    says("emails", "List e-mails, newest first", pageOf(EmailSummaryView)),
    takes("query", List),
    async (context) => {
      const { limit, cursor, state } = context.req.valid("query");
      const actor = context.get("actor");
      const rows = await listEmails(context.get("services").db, limit, { state, before: cursor });
      return context.json(
        toPage(
          rows,
          limit,
          ({ createdAt, id }) => [createdAt, id],
          (row) => toEmailSummaryView(row, actor),
        ),
      );
    },
  )
  .post(
    "/test",
    needs("owner"),
    says("emails", "Send a test e-mail", EmailView, { status: 202 }),
    takes("json", Test),
    async (context) => {
      const actor = context.get("actor");
      const row = await sendTestEmail(context.get("services"), actor, context.req.valid("json").to);
      return context.json(toEmailView(row, actor), 202);
    },
  )
  .get("/:id", needs("viewer"), says("emails", "Show an e-mail", EmailView), async (context) => {
    const id = context.req.param("id");
    const row = await findEmail(context.get("services").db, id);
    if (row === null) throw notFound("e-mail", id);
    return context.json(toEmailView(row, context.get("actor")));
  })
  .post(
    "/:id/send-again",
    needs("editor"),
    says("emails", "Send an e-mail again", EmailView, {
      status: 202,
      description: "One that failed, was suppressed, or of which nobody knows what became.",
    }),
    async (context) => {
      const actor = context.get("actor");
      const row = await sendEmailAgain(context.get("services"), actor, context.req.param("id"));
      return context.json(toEmailView(row, actor), 202);
    },
  );
