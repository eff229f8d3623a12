// Notices: what waits for a person on the staff.
import { Hono } from "hono";
import * as z from "zod";
import { finishNotice } from "../../actions/finish-notice.ts";
import { listNotices } from "../../db/notices.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byId, toPageById } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { NOTICE_KINDS, NoticeView, toNoticeView } from "../views/notice.ts";

const List = byId.extend({
  kind: z.enum(NOTICE_KINDS).optional(),
  done: z
    .stringbool()
    .default(false)
    .meta({ description: "Those that are dealt with, instead of the open ones." }),
});

export const notices = new Hono<ApiEnv>()
  .get(
    "/",
    needs("viewer"),
    says("notices", "List what waits for a person", pageOf(NoticeView)),
    takes("query", List),
    async (context) => {
      const { limit, cursor, kind, done } = context.req.valid("query");
      const rows = await listNotices(context.get("services").db, limit, { kind, done, before: cursor });
      const actor = context.get("actor");
      return context.json(toPageById(rows, limit, (row) => toNoticeView(row, actor)));
    },
  )
  .post(
    "/:id/done",
    needs("editor"),
    says("notices", "Say that it is dealt with", NoticeView),
    async (context) => {
      const row = await finishNotice(context.get("services"), context.get("actor"), context.req.param("id"));
      return context.json(toNoticeView(row, context.get("actor")));
    },
  );
