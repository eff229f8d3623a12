// Conversations that are going on: watched, taken over, answered by a person.
import { Hono } from "hono";
import * as z from "zod";
import { CHARACTERS_MAX } from "#core/text";
import { mustFindRun } from "../../actions/find-conversation.ts";
import { holdConversation } from "../../actions/hold-conversation.ts";
import { replyToPerson } from "../../actions/reply-to-person.ts";
import { listResponses } from "../../db/responses.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byId, toPageById } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { ConversationView, readLive, toConversationView } from "../views/conversation.ts";
import { PHASES } from "../views/response.ts";

const List = byId.extend({ phase: z.enum(PHASES).exclude(["finished"]).optional() });
const Words = z.strictObject({ text: z.string().trim().min(1).max(CHARACTERS_MAX) });
const Sent = z.object({ messageId: z.string() });

export const conversations = new Hono<ApiEnv>()
  .get(
    "/",
    needs("viewer"),
    says("conversations", "List what is going on", pageOf(ConversationView.omit({ live: true }))),
    takes("query", List),
    async (context) => {
      const { db, clock } = context.get("services");
      const { limit, cursor, phase } = context.req.valid("query");
      const rows = await listResponses(db, limit, { phase, before: cursor, openAt: clock.now() });
      const actor = context.get("actor");
      return context.json(toPageById(rows, limit, (row) => toConversationView(row, actor)));
    },
  )
  .get(
    "/:id",
    needs("viewer"),
    says("conversations", "Show how a conversation stands at this moment", ConversationView, {
      description:
        "Asked of the person's own object, which knows before the record does; `live` is null once it is over.",
    }),
    async (context) => {
      const services = context.get("services");
      const run = await mustFindRun(services, context.req.param("id"));
      const live = readLive(await services.contact(run.addressId).snapshot(), run.id);
      return context.json({ ...toConversationView(run, context.get("actor")), live });
    },
  )
  .post(
    "/:id/take-over",
    needs("editor"),
    says("conversations", "Answer instead of the flow", null, { status: 204 }),
    async (context) => {
      await holdConversation(
        context.get("services"),
        context.get("actor"),
        context.req.param("id"),
        "take-over",
      );
      return context.body(null, 204);
    },
  )
  .post(
    "/:id/release",
    needs("editor"),
    says("conversations", "Give a conversation back to the flow", null, { status: 204 }),
    async (context) => {
      await holdConversation(
        context.get("services"),
        context.get("actor"),
        context.req.param("id"),
        "release",
      );
      return context.body(null, 204);
    },
  )
  .post(
    "/:id/reply",
    needs("editor"),
    says("conversations", "Write to the person", Sent, {
      status: 202,
      description: "Refused (409) after STOP, and outside the hours where they have not written for a day.",
    }),
    takes("json", Words),
    async (context) => {
      const services = context.get("services");
      const { addressId, lineId } = await mustFindRun(services, context.req.param("id"));
      const { text } = context.req.valid("json");
      const messageId = await replyToPerson(services, context.get("actor"), {
        addressId,
        lineId,
        text,
      });
      return context.json({ messageId }, 202);
    },
  );
