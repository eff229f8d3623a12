// Alarms: what an operator should see to.
import { Hono } from "hono";
import * as z from "zod";
import { finishAlarm } from "../../actions/finish-alarm.ts";
import { listAlarms } from "../../db/alarms.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byId, toPageById } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { AlarmView, toAlarmView } from "../views/alarm.ts";

const List = byId.extend({
  done: z
    .stringbool()
    .default(false)
    .meta({ description: "Those that are dealt with, instead of the open ones." }),
});

export const alarms = new Hono<ApiEnv>()
  .get(
    "/",
    needs("viewer"),
    says("alarms", "List what an operator should see to", pageOf(AlarmView)),
    takes("query", List),
    async (context) => {
      const { limit, cursor, done } = context.req.valid("query");
      const rows = await listAlarms(context.get("services").db, limit, { done, before: cursor });
      return context.json(toPageById(rows, limit, toAlarmView));
    },
  )
  .post(
    "/:id/done",
    needs("editor"),
    says("alarms", "Say that it is seen to", AlarmView, {
      description: "The same trouble raises a new alarm from then on.",
    }),
    async (context) => {
      const row = await finishAlarm(context.get("services"), context.get("actor"), context.req.param("id"));
      return context.json(toAlarmView(row));
    },
  );
