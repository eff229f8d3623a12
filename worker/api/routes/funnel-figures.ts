// What a funnel comes to: where people stand, where they are lost, day by day, and slot by slot.
import { Hono } from "hono";
import * as z from "zod";
import { slotsAhead, slotsLeft } from "#core/funnel/calendar";
import { zoneOf } from "#core/funnel/check";
import { DROP_OFF_FORMULA, figuresOf } from "#core/funnel/figures";
import { planSlots } from "#core/funnel/share";
import { mustFindFunnel } from "../../actions/find-funnel.ts";
import { countDays, countDueBy, countMembers, countMoves } from "../../db/funnel-figures.ts";
import { countChosen, listBegun, listSlots } from "../../db/funnel-slots.ts";
import { findPlacedFunnel } from "../../db/funnels.ts";
import type { PlacedFunnel } from "../../db/funnels.ts";
import { notFound } from "../../errors.ts";
import type { Services } from "../../services.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { paging, toPage } from "../page.ts";
import { Period } from "../period.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import {
  CountsView,
  DaysView,
  DropOffView,
  PlannedSlotView,
  toCounts,
  toDays,
} from "../views/funnel-figures.ts";
import { SlotView, toSlotView } from "../views/funnel.ts";
import { toTime } from "../views/time.ts";

const Slots = paging(z.int());
/** A month of weekdays by the hour is about as far as people look. */
const AHEAD_MAX = 200;
const Ahead = z.object({ limit: z.coerce.number().int().min(1).max(AHEAD_MAX).default(20) });

export const funnelFigures = new Hono<ApiEnv>()
  .get(
    "/:id/counts",
    needs("viewer"),
    says("funnels", "Where people stand, by stage and by category", CountsView),
    async (context) => {
      const services = context.get("services");
      const { id, config } = await mustFindFunnel(services, context.req.param("id"));
      const rows = await countMembers(services.d1, id, services.clock.now());
      const stages = config.stages.map((stage) => stage.id);
      return context.json(toCounts(rows, stages));
    },
  )
  .get(
    "/:id/drop-off",
    needs("viewer"),
    says("funnels", "Where people are lost, by stage", DropOffView),
    takes("query", Period),
    async (context) => {
      const services = context.get("services");
      const { id, config } = await mustFindFunnel(services, context.req.param("id"));
      const counts = await countMoves(services.d1, id, context.req.valid("query"));
      return context.json({ data: [...figuresOf(config, counts)], formula: DROP_OFF_FORMULA });
    },
  )
  .get(
    "/:id/days",
    needs("viewer"),
    says("funnels", "What happened each day, on the funnel's calendar", DaysView, {
      description: "The figures of a day that is over never change.",
    }),
    takes("query", Period),
    async (context) => {
      const services = context.get("services");
      const { funnel, line } = await mustPlace(services, context.req.param("id"));
      const rows = await countDays(services.d1, funnel.id, context.req.valid("query"));
      return context.json({ zone: zoneOf(funnel.config, line), data: toDays(rows) });
    },
  )
  .get(
    "/:id/slots",
    needs("viewer"),
    says("funnels", "The slots that were run", pageOf(SlotView)),
    takes("query", Slots),
    async (context) => {
      const services = context.get("services");
      const { limit, cursor } = context.req.valid("query");
      const { id } = await mustFindFunnel(services, context.req.param("id"));
      const rows = await listSlots(services.d1, id, limit, cursor);
      const begun = await Promise.all(rows.map(({ at }) => listBegun(services.d1, id, at)));
      const pairs = rows.map((row, place) => ({ row, campaigns: (begun[place] ?? []).map(toCampaign) }));
      return context.json(
        toPage(
          pairs,
          limit,
          ({ row }) => row.at,
          ({ row, campaigns }) => toSlotView(row, campaigns),
        ),
      );
    },
  )
  .get(
    "/:id/slots/ahead",
    needs("viewer"),
    says(
      "funnels",
      "The next slots, and how many they would begin with",
      z.object({ data: z.array(PlannedSlotView) }),
      {
        description: "Empty while the funnel is not running.",
      },
    ),
    takes("query", Ahead),
    async (context) => {
      const services = context.get("services");
      const placed = await mustPlace(services, context.req.param("id"));
      const { limit } = context.req.valid("query");
      return context.json({ data: await planAhead(services, placed, limit) });
    },
  );

function toCampaign({ stage, campaignId, contactIds }: Awaited<ReturnType<typeof listBegun>>[number]) {
  return { stage, campaignId, people: contactIds.length };
}

async function planAhead({ d1, clock }: Services, { funnel, line }: PlacedFunnel, count: number) {
  const { id, config, state } = funnel;
  if (state !== "running") return [];
  const zone = zoneOf(config, line);
  const slots = slotsAhead(config.slots, zone, clock.now(), count);
  const [due, begun] = await Promise.all([
    countDueBy(
      d1,
      id,
      slots.map(({ at }) => at),
    ),
    countChosen(d1, id, [...new Set(slots.map(({ day }) => day))]),
  ]);
  const ahead = slots.map((slot, place) => ({
    ...slot,
    due: due[place] ?? 0,
    slotsLeft: slotsLeft(config.slots, zone, slot),
  }));
  return planSlots(ahead, config.dailyCap, begun).map(({ at, ...slot }) => ({ ...slot, at: toTime(at) }));
}

async function mustPlace(services: Services, idOrKey: string): Promise<PlacedFunnel> {
  const { id } = await mustFindFunnel(services, idOrKey);
  const placed = await findPlacedFunnel(services.db, id);
  if (placed === null) throw notFound("funnel", idOrKey);
  return placed;
}
