// Shifts out of a file.
import { Hono } from "hono";
import * as z from "zod";
import { Shift } from "#core/rota/rota";
import { importShifts } from "../../actions/import-shifts.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { says } from "../says.ts";
import { takes } from "../takes.ts";

const Ask = z.object({
  apply: z
    .stringbool()
    .default(false)
    .meta({ description: "Without it nothing is written: see what would be." }),
});
const OUTCOMES = ["made", "same", "rejected"] as const;
const ShiftImport = z
  .object({
    isApplied: z.boolean().meta({ description: "Whether it was written." }),
    counts: z.object({ made: z.int(), same: z.int(), rejected: z.int() }),
    items: z.array(
      z.object({
        place: z.string().meta({ description: "Such as `row 3` or `event 2`." }),
        words: z.string().meta({ description: "Its own, to look it up in the file by." }),
        outcome: z.enum(OUTCOMES),
        reason: z.string().nullable().meta({ description: "Why it is rejected." }),
        shifts: z.array(Shift).meta({ description: "What it makes, or would make." }),
        dates: z.array(
          z.object({
            kind: z.enum(["add", "remove", "replace", "swap"]),
            date: z.iso.date(),
            id: z.string(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: "ShiftImport" });

export const shiftImport = new Hono<ApiEnv>().post(
  "/:id/shifts/import",
  needs("editor"),
  says("shifts", "Import shifts from a CSV or an .ics file", ShiftImport, {
    takesFile: true,
    description:
      "The body is the file itself, of any content type, at most 1 MB. A table has headings: weekday, from, to, volunteers (by name, e-mail or phone), valid from, valid until. Of a calendar what repeats every week becomes a shift, what happens once an override that adds one; people are those invited, else those its title names. An event in a time zone that neither we nor the file know is rejected. Every row or event is made, the same as what is there, or rejected with a reason.",
  }),
  takes("query", Ask),
  async (context) => {
    const { apply } = context.req.valid("query");
    const bytes = new Uint8Array(await context.req.raw.arrayBuffer());
    const id = context.req.param("id");
    const { items } = await importShifts(context.get("services"), context.get("actor"), id, bytes, apply);
    const count = (outcome: (typeof OUTCOMES)[number]) =>
      items.filter((item) => item.outcome === outcome).length;
    return context.json({
      isApplied: apply,
      counts: { made: count("made"), same: count("same"), rejected: count("rejected") },
      items: items.map(({ overrides, shifts, ...item }) => ({
        ...item,
        shifts: [...shifts],
        dates: overrides.map(({ kind, date, id }) => ({ kind, date, id })),
      })),
    });
  },
);
