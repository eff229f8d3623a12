// What can be asked of an e-mail that was sent: one of them, all of them, and calling off a scheduled one.
import { Hono } from "hono";
import { showCreation } from "./events.ts";
import type { Mail } from "./mail.ts";
import type { Office } from "./office.ts";
import { MailProblem } from "./problem.ts";

const PAGE_MAX = 100;
const PAGE_DEFAULT = 20;

export function readEmails(office: Office): Hono {
  const find = (id: string): Mail => {
    const mail = office.mails.get(id);
    if (mail === undefined) throw new MailProblem(404, "not_found", "Email not found");
    return mail;
  };
  return new Hono()
    .get("/emails", (c) => {
      const limit = Number(c.req.query("limit") ?? PAGE_DEFAULT);
      if (!Number.isInteger(limit) || limit < 1 || limit > PAGE_MAX)
        throw new MailProblem(422, "validation_error", "The `limit` must be between 1 and 100.");
      const all = [...office.mails.values()].toReversed();
      const after = c.req.query("after");
      const from = after === undefined ? 0 : all.indexOf(find(after)) + 1;
      const data = all.slice(from, from + limit).map(showListed);
      return c.json({ object: "list", has_more: from + limit < all.length, data });
    })
    .get("/emails/:id", (c) => c.json(showMail(find(c.req.param("id")))))
    .post("/emails/:id/cancel", (c) => {
      const mail = find(c.req.param("id"));
      if (mail.lastEvent !== "scheduled")
        throw new MailProblem(422, "validation_error", "Only scheduled emails can be canceled.");
      mail.lastEvent = "canceled";
      return c.json({ object: "email", id: mail.id });
    });
}

function showListed(mail: Mail): object {
  return {
    id: mail.id,
    to: mail.to,
    from: mail.from,
    created_at: showCreation(mail.createdAt),
    subject: mail.subject,
    bcc: orNull(mail.bcc),
    cc: orNull(mail.cc),
    reply_to: orNull(mail.replyTo),
    last_event: mail.lastEvent,
    scheduled_at: mail.scheduledAt === null ? null : showCreation(mail.scheduledAt),
  };
}

function showMail(mail: Mail): object {
  return {
    object: "email",
    ...showListed(mail),
    message_id: mail.messageId,
    html: mail.html,
    text: mail.text,
    tags: mail.tags,
  };
}

function orNull(list: readonly string[]): readonly string[] | null {
  return list.length === 0 ? null : list;
}
