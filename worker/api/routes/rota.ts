// What a helpline's rota comes to: who is on and why, every shift, the gaps, the overlaps, and who does how much.
import { Hono } from "hono";
import * as z from "zod";
import { gaps, overlaps } from "#core/rota/gaps";
import { hoursByVolunteer } from "#core/rota/hours";
import { occurrences } from "#core/rota/occurrences";
import type { Occurrence } from "#core/rota/rota";
import type { Span } from "#core/rota/spans";
import { explainOnCall } from "../../actions/explain-on-call.ts";
import { readWindow } from "../../actions/read-window.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byTime, toPage } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { OnCallView, toOnCallView } from "../views/on-call.ts";
import {
  GapView,
  HoursView,
  OccurrenceView,
  OverlapView,
  toGapView,
  toOccurrenceView,
  toOverlapView,
} from "../views/rota.ts";

const Instant = z.string().max(40);
const At = z.object({
  at: Instant.optional().meta({
    description: "2026-11-21T14:00Z, or 2026-11-21T14:00 by the group's clock; now where absent.",
  }),
});
const from = Instant.optional().meta({ description: "As `at` of `on`; now where absent." });
const to = Instant.optional().meta({ description: "A week later where absent, a year at most." });
const Window = z.object({ from, to });
const Pages = byTime.extend({ from, to });

export const rota = new Hono<ApiEnv>()
  .get(
    "/:id/on",
    needs("viewer"),
    says("rota", "Who would be called at an instant, and why", OnCallView),
    takes("query", At),
    async (context) => {
      const { at } = context.req.valid("query");
      const found = await explainOnCall(context.get("services"), context.req.param("id"), at);
      return context.json(toOnCallView(found, context.get("actor")));
    },
  )
  .get(
    "/:id/occurrences",
    needs("viewer"),
    says("rota", "Every shift of a window with its people, in the order of time", pageOf(OccurrenceView)),
    takes("query", Pages),
    async (context) => {
      const { limit, cursor, ...window } = context.req.valid("query");
      const { people, ...found } = await readWindow(context.get("services"), context.req.param("id"), window);
      const rows = pageFrom(occurrences(found.rota, found.from, found.to), cursor, limit, keyOfShift);
      return context.json(toPage(rows, limit, keyOfShift, (row) => toOccurrenceView(row, people)));
    },
  )
  .get(
    "/:id/gaps",
    needs("viewer"),
    says("rota", "When nobody is on who can be called", pageOf(GapView)),
    takes("query", Pages),
    async (context) => {
      const { limit, cursor, ...window } = context.req.valid("query");
      const services = context.get("services");
      const { people, ...found } = await readWindow(services, context.req.param("id"), window);
      const now = services.clock.now();
      const all = gaps(
        found.rota,
        found.from,
        found.to,
        // Who is gone by now was there then.
        (id, { endsAt }) => endsAt <= now || people.get(id)?.isReachable === true,
      );
      const rows = pageFrom(all, cursor, limit, keyOfSpan);
      return context.json(toPage(rows, limit, keyOfSpan, toGapView));
    },
  )
  .get(
    "/:id/overlaps",
    needs("viewer"),
    says("rota", "When more than one shift is on", pageOf(OverlapView)),
    takes("query", Pages),
    async (context) => {
      const { limit, cursor, ...window } = context.req.valid("query");
      const { people, ...found } = await readWindow(context.get("services"), context.req.param("id"), window);
      const rows = pageFrom(overlaps(found.rota, found.from, found.to), cursor, limit, keyOfSpan);
      return context.json(toPage(rows, limit, keyOfSpan, (row) => toOverlapView(row, people)));
    },
  )
  .get(
    "/:id/hours",
    needs("viewer"),
    says(
      "rota",
      "How much each volunteer does, whoever does most first",
      z.object({ data: z.array(HoursView) }),
    ),
    takes("query", Window),
    async (context) => {
      const { people, ...found } = await readWindow(
        context.get("services"),
        context.req.param("id"),
        context.req.valid("query"),
      );
      const data = hoursByVolunteer(found.rota, found.from, found.to).map(
        ({ volunteerId, durationMs, shifts }) => ({
          volunteerId,
          name: people.get(volunteerId)?.name ?? "",
          minutes: durationMs / 60_000,
          shifts,
        }),
      );
      return context.json({ data });
    },
  );

type Key = readonly [at: number, id: string];

function keyOfShift({ startsAt, shiftId }: Occurrence): Key {
  return [startsAt, shiftId];
}

/** By its end: one that is under way begins anew with each window from now. None of them is at the same time as another. */
function keyOfSpan({ endsAt }: Span): Key {
  return [endsAt, ""];
}

/** What comes after the last of the page before, one more than the limit, of rows in the order of their keys. */
function pageFrom<Row>(
  rows: readonly Row[],
  cursor: Key | undefined,
  limit: number,
  keyOf: (row: Row) => Key,
): readonly Row[] {
  if (cursor === undefined) return rows.slice(0, limit + 1);
  const first = rows.findIndex((row) => {
    const [at, id] = keyOf(row);
    return at > cursor[0] || (at === cursor[0] && id > cursor[1]);
  });
  return first === -1 ? [] : rows.slice(first, first + limit + 1);
}
