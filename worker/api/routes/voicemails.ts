// Voicemail: what was left on the machine, to be heard, dealt with, and deleted.
import { Hono } from "hono";
import * as z from "zod";
import { deleteVoicemail, markVoicemail, unmarkVoicemail } from "../../actions/mark-voicemail.ts";
import { findShownVoicemail, listVoicemails } from "../../db/call-log.ts";
import { findVoicemail } from "../../db/voicemails.ts";
import { notFound } from "../../errors.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byTime, toPage } from "../page.ts";
import { parseRange } from "../range.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { toVoicemailView, VoicemailView } from "../views/voicemail.ts";

const Id = z.string().max(80);
const List = byTime.extend({
  helplineId: Id.optional(),
  contactId: Id.optional(),
  heard: z.stringbool().optional().meta({ description: "Those heard, or those not; all where absent." }),
  done: z.stringbool().optional().meta({ description: "Those dealt with, or those not; all where absent." }),
});

export const voicemails = new Hono<ApiEnv>()
  .get(
    "/",
    needs("viewer"),
    says("voicemails", "List voicemail, newest first", pageOf(VoicemailView)),
    takes("query", List),
    async (context) => {
      const { limit, cursor, ...filter } = context.req.valid("query");
      const rows = await listVoicemails(context.get("services").db, limit, { ...filter, before: cursor });
      const actor = context.get("actor");
      return context.json(
        toPage(
          rows,
          limit,
          ({ voicemail: { recordedAt, id } }) => [recordedAt ?? 0, id],
          (row) => toVoicemailView(row, actor),
        ),
      );
    },
  )
  .get("/:id", needs("viewer"), says("voicemails", "Show a voicemail", VoicemailView), async (context) => {
    const id = context.req.param("id");
    const row = await findShownVoicemail(context.get("services").db, id);
    if (row === null) throw notFound("voicemail", id);
    return context.json(toVoicemailView(row, context.get("actor")));
  })
  .get(
    "/:id/audio",
    needs("editor"),
    says("voicemails", "Hear a voicemail", null, {
      description: "From our own store, whole or in part (`range`). 404 as long as it is not there.",
    }),
    async (context) => {
      const id = context.req.param("id");
      const { db, files } = context.get("services");
      const { file, type, bytes } = (await findVoicemail(db, id)) ?? {};
      if (file == null || bytes == null) throw notFound("recording", id);
      const part = parseRange(context.req.header("range"), bytes);
      if (part === "unsatisfiable")
        return context.body(null, 416, { "content-range": `bytes */${bytes}`, "accept-ranges": "bytes" });
      const sound = await files.get(file, part === null ? {} : { range: part });
      if (sound === null) throw notFound("recording", id);
      const { offset, length } = part ?? { offset: 0, length: bytes };
      return context.body(sound.body, part === null ? 200 : 206, {
        "content-type": type ?? "application/octet-stream",
        "content-length": String(length),
        "accept-ranges": "bytes",
        "cache-control": "private, no-store",
        "content-security-policy": "sandbox; default-src 'none'",
        ...(part !== null && { "content-range": `bytes ${offset}-${offset + length - 1}/${bytes}` }),
      });
    },
  )
  .post(
    "/:id/heard",
    needs("editor"),
    says("voicemails", "Say that it was heard", VoicemailView),
    async (context) => {
      const actor = context.get("actor");
      const row = await markVoicemail(context.get("services"), actor, context.req.param("id"), "heard");
      return context.json(toVoicemailView(row, actor));
    },
  )
  .post(
    "/:id/done",
    needs("editor"),
    says("voicemails", "Say that it is dealt with", VoicemailView),
    async (context) => {
      const actor = context.get("actor");
      const row = await markVoicemail(context.get("services"), actor, context.req.param("id"), "done");
      return context.json(toVoicemailView(row, actor));
    },
  )
  .delete(
    "/:id/heard",
    needs("editor"),
    says("voicemails", "Let it wait to be heard again", VoicemailView),
    async (context) => {
      const actor = context.get("actor");
      const row = await unmarkVoicemail(context.get("services"), actor, context.req.param("id"), "heard");
      return context.json(toVoicemailView(row, actor));
    },
  )
  .delete(
    "/:id/done",
    needs("editor"),
    says("voicemails", "Say that it is not dealt with after all", VoicemailView),
    async (context) => {
      const actor = context.get("actor");
      const row = await unmarkVoicemail(context.get("services"), actor, context.req.param("id"), "done");
      return context.json(toVoicemailView(row, actor));
    },
  )
  .delete(
    "/:id",
    needs("editor"),
    says("voicemails", "Delete a voicemail", null, {
      status: 204,
      description:
        "Its words at once, its sound within seconds, at Twilio as well; that there was one stays. E-mails that have gone keep what they hold.",
    }),
    async (context) => {
      await deleteVoicemail(context.get("services"), context.get("actor"), context.req.param("id"));
      return context.body(null, 204);
    },
  );
