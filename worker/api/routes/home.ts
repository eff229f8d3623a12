// What the first page tells at a glance: today's numbers, and messages that need somebody.
import { Hono } from "hono";
import * as z from "zod";
import { midnightAfter, spanBefore } from "#core/digest/due";
import { isZone } from "#core/zone";
import { countDay } from "../../db/digest-counts.ts";
import { readZone } from "../../db/settings.ts";
import { listTrouble, listTroubled } from "../../db/trouble.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byId, toPage } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { MessageView, toMessageView } from "../views/message.ts";
import { Time, toTime } from "../views/time.ts";

const Where = z.object({
  zone: z.string().max(60).refine(isZone, "is no time zone").optional().meta({
    description: "Whose day it is, as Europe/London; the organisation's where absent.",
  }),
});

const Day = z
  .object({
    received: z.int(),
    sent: z.int().meta({ description: "Handed over, whatever became of it." }),
    answers: z.int().meta({ description: "Conversations that came to their end." }),
    calls: z.int(),
    optOuts: z.int().meta({ description: "People who said STOP." }),
  })
  .meta({ id: "DayCounts" });

const Glance = z
  .object({
    now: Time,
    today: Day,
    yesterday: Day,
    trouble: z
      .object({
        messages: z.array(MessageView),
        count: z.int().meta({ description: "Beside those of campaigns; the newest are shown." }),
        campaigns: z.array(z.object({ id: z.string(), name: z.string(), count: z.int() })),
      })
      .meta({
        description: "What failed, or of which nobody knows, in the last week, and nobody saw to yet.",
      }),
  })
  .meta({ id: "Home" });

export const home = new Hono<ApiEnv>()
  .get(
    "/trouble",
    needs("viewer"),
    says("home", "List what failed, or of which nobody knows, and nobody saw to yet", pageOf(MessageView), {
      description: "Of the last week, beside those of campaigns.",
    }),
    takes("query", byId),
    async (context) => {
      const { limit, cursor: before } = context.req.valid("query");
      const { d1, db, clock } = context.get("services");
      const actor = context.get("actor");
      const rows = await listTroubled(d1, db, { now: clock.now(), limit, before });
      return context.json(
        toPage(
          rows,
          limit,
          ({ id }) => id,
          (row) => toMessageView(row, actor),
        ),
      );
    },
  )
  .get(
    "/",
    needs("viewer"),
    says("home", "Today at a glance", Glance),
    takes("query", Where),
    async (context) => {
      const services = context.get("services");
      const { d1, db, clock } = services;
      const zone = context.req.valid("query").zone ?? (await readZone(services));
      const now = clock.now();
      const day = { startsAt: midnightAfter(zone, now, 0), endsAt: midnightAfter(zone, now, 1) };
      const [today, yesterday, trouble] = await Promise.all([
        countDay(d1, day),
        countDay(d1, spanBefore(zone, day)),
        listTrouble(d1, db, now),
      ]);
      const actor = context.get("actor");
      const messages = trouble.messages.map((row) => toMessageView(row, actor));
      return context.json({
        now: toTime(now),
        today,
        yesterday,
        trouble: { messages, count: trouble.count, campaigns: [...trouble.campaigns] },
      });
    },
  );
