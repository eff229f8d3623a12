// Reminders and offers of shifts: who was asked, what they answered, and who could not be reached.
import { Hono } from "hono";
import * as z from "zod";
import { CivilDate } from "#core/rota/rota";
import { mustReadSpan } from "../../actions/read-window.ts";
import { sendReminder } from "../../actions/send-reminder.ts";
import { listAskings } from "../../db/asking-list.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byTime, toPage } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { AskingView, toAskingView } from "../views/asking.ts";

const Instant = z.string().max(40).optional();
const Pages = byTime.extend({
  from: Instant.meta({
    description:
      "The first start: 2026-11-21T14:00Z, or by the group's clock without the Z; now where absent.",
  }),
  to: Instant.meta({ description: "A week later where absent, a year at most." }),
});
const Remind = z.strictObject({ date: CivilDate });

export const askings = new Hono<ApiEnv>()
  .get(
    "/:id/askings",
    needs("viewer"),
    says(
      "rota",
      "Who was reminded or offered a shift of a window, and what they answered",
      pageOf(AskingView),
    ),
    takes("query", Pages),
    async (context) => {
      const { limit, cursor, ...given } = context.req.valid("query");
      const services = context.get("services");
      const id = context.req.param("id");
      const rows = await listAskings(services.d1, id, await mustReadSpan(services, id, given), limit, cursor);
      const now = services.clock.now();
      return context.json(
        toPage(
          rows,
          limit,
          (row) => [row.startsAt, row.id],
          (row) => toAskingView(row, now),
        ),
      );
    },
  )
  .post(
    "/:id/shifts/:shiftId/remind",
    needs("editor"),
    says("rota", "Remind the volunteers of a shift now", z.object({ reminded: z.int() }), {
      status: 202,
      description: "Whoever was reminded of it before is not reminded again.",
    }),
    takes("json", Remind),
    async (context) => {
      const { id, shiftId } = context.req.param();
      const { date } = context.req.valid("json");
      const reminded = await sendReminder(context.get("services"), context.get("actor"), id, shiftId, date);
      return context.json({ reminded }, 202);
    },
  );
