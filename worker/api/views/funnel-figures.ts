// A funnel's figures as the API shows them.
import * as z from "zod";
import { CAUSES } from "#core/funnel/member";
import type { DayCount, StandingCount } from "../../db/funnel-figures.ts";
import { Time } from "./time.ts";

const count = z.int();

export const CountsView = z
  .object({
    people: count,
    stages: z.array(
      z.object({ stage: z.string(), new: count, waiting: count, due: count, asked: count, out: count }),
    ),
    categories: z.array(z.object({ category: z.string().nullable(), count })),
  })
  .meta({
    id: "FunnelCounts",
    description:
      "`due`: new and waiting people whose date has come. `out` is counted at the stage they left from.",
  });

export function toCounts(rows: readonly StandingCount[], stages: readonly string[]) {
  const named = [...new Set([...stages, ...rows.map(({ stage }) => stage)])];
  const sum = (keep: (row: StandingCount) => boolean) =>
    rows.filter(keep).reduce((total, row) => total + row.count, 0);
  const categories = [...new Set(rows.map(({ category }) => category))];
  return {
    people: sum(() => true),
    stages: named.map((stage) => {
      const at = (phase: StandingCount["phase"]) => sum((row) => row.stage === stage && row.phase === phase);
      const due = rows.filter((row) => row.stage === stage).reduce((total, row) => total + row.due, 0);
      return { stage, new: at("new"), waiting: at("waiting"), due, asked: at("asked"), out: at("out") };
    }),
    categories: categories.map((category) => ({ category, count: sum((row) => row.category === category) })),
  };
}

export const DropOffView = z
  .object({
    data: z.array(
      z.object({
        stage: z.string(),
        name: z.string(),
        begun: count,
        answered: count,
        silent: count,
        failed: count,
        optedOut: count,
        other: count,
        open: count,
        dropOff: z.number().nullable().meta({ description: "null while nobody has come to an end there." }),
      }),
    ),
    formula: z.string(),
  })
  .meta({ id: "FunnelDropOff" });

export const DaysView = z
  .object({
    zone: z.string(),
    data: z.array(
      z.object({
        day: z.iso.date(),
        begun: count,
        causes: z.partialRecord(z.enum(CAUSES), count),
        categories: z
          .record(z.string(), count)
          .meta({ description: "How many came to each category that day." }),
        stages: z.record(z.string(), count).meta({ description: "How many were begun with, by stage." }),
      }),
    ),
  })
  .meta({ id: "FunnelDays" });

export function toDays(rows: readonly DayCount[]) {
  const days = [...new Set(rows.map(({ day }) => day))];
  return days.map((day) => {
    const ofDay = rows.filter((row) => row.day === day);
    const begun = ofDay.filter(({ cause }) => cause === "begun");
    return {
      day,
      begun: begun.reduce((total, row) => total + row.count, 0),
      causes: tally(ofDay, ({ cause }) => cause),
      categories: tally(
        ofDay.filter(({ cause, category }) => cause !== "begun" && category !== null),
        ({ category }) => category ?? "",
      ),
      stages: tally(begun, ({ stage }) => stage),
    };
  });
}

function tally<Name extends string>(
  rows: readonly DayCount[],
  nameOf: (row: DayCount) => Name,
): Partial<Record<Name, number>> {
  const counts: Partial<Record<Name, number>> = {};
  for (const row of rows) counts[nameOf(row)] = (counts[nameOf(row)] ?? 0) + row.count;
  return counts;
}

export const PlannedSlotView = z
  .object({
    at: Time,
    day: z.iso.date(),
    people: count.meta({ description: "If nobody joins and nobody answers meanwhile." }),
  })
  .meta({ id: "FunnelSlotAhead" });
