// The secret addresses of feeds, of a helpline and of a volunteer.
import { Hono } from "hono";
import * as z from "zod";
import { renewCalendar, revokeCalendar } from "../../actions/renew-calendar.ts";
import { showCalendar } from "../../actions/show-calendar.ts";
import type { CalendarAddress } from "../../actions/show-calendar.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { says } from "../says.ts";
import { Time, toTime } from "../views/time.ts";

const CalendarView = z.object({
  url: z
    .url()
    .nullable()
    .meta({ description: "A secret, for calendar programs; null where there is none, or it was ended." }),
  changedAt: Time.nullable(),
});
const toView = ({ url, changedAt }: CalendarAddress) => ({
  url,
  changedAt: changedAt === null ? null : toTime(changedAt),
});

const WHAT = { helpline: "helplines", volunteer: "volunteers" } as const;

const SHOWS = {
  helpline: "Its shifts with the names of whoever is on them, and the group's number; no number of a person.",
  volunteer:
    "Their shifts in all their groups, with the names of whoever else is on them; no number of a person.",
} as const;

const routesOf = (kind: keyof typeof WHAT) =>
  new Hono<ApiEnv>()
    .get(
      "/:id/calendar",
      needs("editor"),
      says(WHAT[kind], `Show the address of a ${kind}'s calendar feed`, CalendarView, {
        description: `${SHOWS[kind]} Whoever has the address sees that, without signing in.`,
      }),
      async (context) => {
        const owner = { kind, id: context.req.param("id") };
        return context.json(toView(await showCalendar(context.get("services"), owner)));
      },
    )
    .post(
      "/:id/calendar",
      needs("editor"),
      says(WHAT[kind], `Give a ${kind}'s calendar feed a new address`, CalendarView, {
        description: "Addresses of before end at once.",
      }),
      async (context) => {
        const owner = { kind, id: context.req.param("id") };
        return context.json(
          toView(await renewCalendar(context.get("services"), context.get("actor"), owner)),
        );
      },
    )
    .delete(
      "/:id/calendar",
      needs("editor"),
      says(WHAT[kind], `End a ${kind}'s calendar feed`, null, { status: 204 }),
      async (context) => {
        const owner = { kind, id: context.req.param("id") };
        await revokeCalendar(context.get("services"), context.get("actor"), owner);
        return context.body(null, 204);
      },
    );

export const helplineCalendars = routesOf("helpline");
export const volunteerCalendars = routesOf("volunteer");
