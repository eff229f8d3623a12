// The inbox: conversations that wait for a person on the staff, and what is done with them.
import { Hono } from "hono";
import * as z from "zod";
import { CHARACTERS_MAX } from "#core/text";
import {
  answerPerson,
  assignConversation,
  closeConversation,
  mustFindInInbox,
} from "../../actions/tend-conversation.ts";
import { listInbox } from "../../db/inbox.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { once, onceId } from "../once.ts";
import { byTime, toPage } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { InboxView, OpenConversationView, toInboxView, toOpenConversationView } from "../views/inbox.ts";

const WHOSE = "me: whoever asks. nobody: those that nobody has. Else as the audit trail names somebody.";

const List = byTime.extend({
  assignee: z.string().min(1).max(80).optional().meta({ description: WHOSE }),
});
const Assignment = z.strictObject({
  assignee: z.string().min(1).max(80).nullable().meta({ description: "me, an id, or null for nobody." }),
});
const Words = z.strictObject({ text: z.string().trim().min(1).max(CHARACTERS_MAX) });
const Sent = z.object({ messageId: z.string() });

export const inbox = new Hono<ApiEnv>()
  .get(
    "/",
    needs("viewer"),
    says("inbox", "List the conversations that wait for a person", pageOf(InboxView), {
      description:
        "Who waits longest comes first; those who were answered and are still with the staff last.",
    }),
    takes("query", List),
    async (context) => {
      const { d1, clock } = context.get("services");
      const { limit, cursor, assignee } = context.req.valid("query");
      const actor = context.get("actor");
      const whose = assignee === "me" ? actor.id : assignee === "nobody" ? null : assignee;
      const rows = await listInbox(d1, limit, { assignee: whose, after: cursor }, clock.now());
      return context.json(
        toPage(
          rows,
          limit,
          ({ place, addressId, lineId }) => [place, `${addressId}${lineId}`],
          (row) => toInboxView(row, actor),
        ),
      );
    },
  )
  .get(
    "/:addressId/:lineId",
    needs("viewer"),
    says("inbox", "Show how a conversation with a person stands at this moment", OpenConversationView, {
      description: "By the person's address and the line, whether it waits or not.",
    }),
    async (context) => {
      const services = context.get("services");
      const place = context.req.param();
      const row = await mustFindInInbox(services, place);
      const snapshot = await services.contact(place.addressId).snapshot();
      return context.json(toOpenConversationView(row, snapshot, context.get("actor")));
    },
  )
  .put(
    "/:addressId/:lineId/assignee",
    needs("editor"),
    says("inbox", "Give a conversation to somebody", null, { status: 204 }),
    takes("json", Assignment),
    async (context) => {
      const { assignee } = context.req.valid("json");
      const actor = context.get("actor");
      const whom = assignee === "me" ? actor.id : assignee;
      await assignConversation(context.get("services"), actor, context.req.param(), whom);
      return context.body(null, 204);
    },
  )
  .post(
    "/:addressId/:lineId/reply",
    needs("editor"),
    says("inbox", "Answer a person", Sent, {
      status: 202,
      description:
        "Nothing waits there any more, but for the question whether a text was meant as STOP. Refused (409) after STOP, and outside the hours where they have not written for a day.",
    }),
    takes("json", Words),
    once,
    async (context) => {
      const { text } = context.req.valid("json");
      const [services, actor] = [context.get("services"), context.get("actor")];
      const messageId = await answerPerson(services, actor, context.req.param(), text, onceId(context));
      return context.json({ messageId }, 202);
    },
  )
  .post(
    "/:addressId/:lineId/close",
    needs("editor"),
    says("inbox", "Say that nothing more is to be done", null, {
      status: 204,
      description: "What waits is dealt with, and a flow that stood aside goes on.",
    }),
    async (context) => {
      await closeConversation(context.get("services"), context.get("actor"), context.req.param());
      return context.body(null, 204);
    },
  );
