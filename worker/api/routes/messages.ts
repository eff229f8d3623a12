// Messages, what became of each, and the pictures that came with them.
import { Hono } from "hono";
import * as z from "zod";
import { STATUS_RANK } from "#core/status";
import type { Status } from "#core/status";
import { CHARACTERS_MAX } from "#core/text";
import { leaveUnsent, sendAgain } from "../../actions/send-again.ts";
import { sendMessage } from "../../actions/send-message.ts";
import { sendTestMessage } from "../../actions/send-test-message.ts";
import { findMedia, findMessage, listMessages } from "../../db/messages.ts";
import { notFound } from "../../errors.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { once, onceId } from "../once.ts";
import { byId, toPageById } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { AskedMessage, NewMessage, toNewMessage } from "../views/new-message.ts";
import { toTimeOrNull } from "../views/time.ts";
import { MessageView, MessageWithReceipts, toMessageView, toMessageWithReceipts } from "../views/message.ts";

const STATUSES: readonly Status[] = [
  "received",
  ...(Object.keys(STATUS_RANK) as (keyof typeof STATUS_RANK)[]),
];

const List = byId.extend({
  direction: z.enum(["in", "out"]).optional(),
  status: z
    .enum(STATUSES)
    .optional()
    .meta({ description: "`unknown`: nobody can tell whether the carrier took it." }),
  line: z.string().max(80).optional(),
  contact: z.string().max(80).optional(),
});

const TestMessage = z.strictObject({
  to: z.string().min(1).max(40),
  body: z.string().trim().min(1).max(CHARACTERS_MAX),
  lineId: z.string().max(80).optional().meta({ description: "The newest line for texts where absent." }),
});

export const messages = new Hono<ApiEnv>()
  .get(
    "/",
    needs("viewer"),
    says("messages", "List the messages", pageOf(MessageView)),
    takes("query", List),
    async (context) => {
      const { limit, cursor, direction, status, line, contact } = context.req.valid("query");
      const filter = { direction, status, lineId: line, contactId: contact, before: cursor };
      const rows = await listMessages(context.get("services").db, limit, filter);
      const actor = context.get("actor");
      return context.json(toPageById(rows, limit, (row) => toMessageView(row, actor)));
    },
  )
  .post(
    "/",
    needs("editor"),
    says("messages", "Send one message", AskedMessage, {
      status: 202,
      description:
        "By the same path and laws as a campaign's: consent, opening hours, countries, verified numbers and the frequency cap; refused (409) with `details.why`. Outside the hours it waits until the line opens for the person.",
    }),
    takes("json", NewMessage),
    once,
    async (context) => {
      const message = toNewMessage(context.req.valid("json"), onceId(context));
      const { dueAt, ...asked } = await sendMessage(context.get("services"), context.get("actor"), message);
      return context.json({ ...asked, state: "pending" as const, dueAt: toTimeOrNull(dueAt) }, 202);
    },
  )
  .post(
    "/test/send",
    needs("editor"),
    says("messages", "Send a test message", z.object({ messageId: z.string() }), { status: 202 }),
    takes("json", TestMessage),
    once,
    async (context) => {
      const messageId = await sendTestMessage(context.get("services"), context.get("actor"), {
        ...context.req.valid("json"),
        id: onceId(context),
      });
      return context.json({ messageId }, 202);
    },
  )
  .get(
    "/:id",
    needs("viewer"),
    says("messages", "Show a message with its receipts", MessageWithReceipts),
    async (context) => {
      const id = context.req.param("id");
      const row = await findMessage(context.get("services").db, id);
      if (row === null) throw notFound("message", id);
      return context.json(toMessageWithReceipts(row, context.get("actor")));
    },
  )
  .post(
    "/:id/send-again",
    needs("editor"),
    says("messages", "Say once more what did not arrive", z.object({ messageId: z.string() }), {
      status: 202,
      description:
        "Of one that failed, was not delivered, or of which nobody knows. Once, however often it is asked for; by the laws of a reply.",
    }),
    async (context) => {
      const messageId = await sendAgain(
        context.get("services"),
        context.get("actor"),
        context.req.param("id"),
      );
      return context.json({ messageId }, 202);
    },
  )
  .post(
    "/:id/leave",
    needs("editor"),
    says("messages", "Leave it at a message that did not arrive", null, { status: 204 }),
    async (context) => {
      await leaveUnsent(context.get("services"), context.get("actor"), context.req.param("id"));
      return context.body(null, 204);
    },
  )
  .get(
    "/:id/media/:place",
    needs("viewer"),
    says("messages", "Download what came with a message", null),
    async (context) => {
      const { db, files } = context.get("services");
      const { id, place } = context.req.param();
      const kept = await findMedia(db, id, Number(place));
      const file = kept === null ? null : await files.get(kept.file);
      if (kept === null || file === null) throw notFound("picture or recording", `${id}/${place}`);
      // Whatever somebody sent us is never shown in our own name: it is downloaded.
      return context.body(file.body, 200, {
        "content-type": /^[\w.+-]+\/[\w.+-]+$/.test(kept.type) ? kept.type : "application/octet-stream",
        "content-length": String(file.size),
        "content-disposition": `attachment; filename="${id.slice(0, 8)}-${Number(place)}"`,
        "content-security-policy": "sandbox; default-src 'none'",
      });
    },
  );
