// The demo's clock. On a deployment that is no demo there is nothing here.
import { Hono } from "hono";
import * as z from "zod";
import { jumpAhead } from "../../actions/jump-ahead.ts";
import { runDue } from "../../cron/index.ts";
import { notFound } from "../../errors.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { says } from "../says.ts";
import { takes } from "../takes.ts";
import { Time, toTime } from "../views/time.ts";

/** A year: no conversation waits longer. */
const JUMP_MS_MAX = 366 * 24 * 3_600_000;

const Clock = z.object({ now: Time });
const Jump = z.strictObject({ advanceMs: z.int().min(1).max(JUMP_MS_MAX) });

export const demo = new Hono<ApiEnv>()
  .get("/clock", needs("viewer"), says("demo", "What time the demo thinks it is", Clock), (context) => {
    const { settings, clock } = context.get("services");
    if (!settings.DEMO) throw notFound("demo", "clock");
    return context.json({ now: toTime(clock.now()) });
  })
  .post(
    "/clock",
    needs("owner"),
    says("demo", "Jump ahead and do what has come due", Clock),
    takes("json", Jump),
    async (context) => {
      const services = context.get("services");
      const now = await jumpAhead(services, context.get("actor"), context.req.valid("json").advanceMs);
      await runDue(services);
      return context.json({ now: toTime(now) });
    },
  );
