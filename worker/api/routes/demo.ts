// The demo's clock. On a deployment that is no demo there is nothing here.
import { Hono } from "hono";
import * as z from "zod";
import { awaitQuiet } from "../../actions/await-quiet.ts";
import { findNextDue } from "../../actions/find-next-due.ts";
import { jumpAhead } from "../../actions/jump-ahead.ts";
import { listDueBy } from "../../db/next-due.ts";
import { runDue } from "../../cron/index.ts";
import { notFound } from "../../errors.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { says } from "../says.ts";
import { takes } from "../takes.ts";
import { Time, toTime, toTimeOrNull } from "../views/time.ts";

/** A year: no conversation waits longer. */
const JUMP_MS_MAX = 366 * 24 * 3_600_000;

const Clock = z.object({
  now: Time,
  nextDueAt: Time.nullable().meta({
    description:
      "When somebody wants to be woken next: whoever jumps further stops there, so that each thing happens at its time.",
  }),
});
const Jump = z.strictObject({ advanceMs: z.int().min(1).max(JUMP_MS_MAX) });

export const demo = new Hono<ApiEnv>()
  .get("/clock", needs("viewer"), says("demo", "What time the demo thinks it is", Clock), async (context) => {
    const services = context.get("services");
    if (!services.settings.DEMO) throw notFound("demo", "clock");
    const now = services.clock.now();
    return context.json({
      now: toTime(now),
      nextDueAt: toTimeOrNull(await findNextDue(services, now, false)),
    });
  })
  .post(
    "/clock",
    needs("owner"),
    says("demo", "Jump ahead and do what has come due", Clock),
    takes("json", Jump),
    async (context) => {
      const services = context.get("services");
      const { advanceMs } = context.req.valid("json");
      const woken = await listDueBy(services.d1, services.clock.now() + advanceMs);
      const now = await jumpAhead(services, context.get("actor"), advanceMs);
      await runDue(services);
      const times = [await awaitQuiet(services, woken), await findNextDue(services, now, true)];
      const known = times.filter((at) => at !== null);
      const nextDueAt = known.length === 0 ? null : Math.min(...known);
      return context.json({ now: toTime(now), nextDueAt: toTimeOrNull(nextDueAt) });
    },
  );
