// Shifts: who of a helpline is on, week after week.
import { Hono } from "hono";
import * as z from "zod";
import { CivilDate, Shift, TimeOfDay } from "#core/rota/rota";
import { changeShift } from "../../actions/change-shift.ts";
import { SHIFTS_MAX } from "../../actions/check-shifts.ts";
import { deleteShift } from "../../actions/delete-shift.ts";
import { mustFindHelpline } from "../../actions/find-helpline.ts";
import { moveShift } from "../../actions/move-shift.ts";
import { putShift } from "../../actions/put-shift.ts";
import { putShifts } from "../../actions/put-shifts.ts";
import { listShifts } from "../../db/rota.ts";
import { invalidAt } from "../../explain.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byId, toPage } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { NewShift } from "../views/rota.ts";

const Shifts = z.strictObject({
  shifts: z.array(Shift.partial({ id: true })).max(SHIFTS_MAX),
});
const Put = z.object({ count: z.int() });
const Patch = z
  .record(z.string(), z.unknown())
  .meta({ description: "Fields of a shift; null sets one to its default." });
const Move = z.strictObject({
  date: CivilDate.meta({ description: "The first on which it is at another time: one of its own." }),
  to: z.strictObject({
    date: CivilDate.meta({ description: "When that one is instead; later ones are as many days later." }),
    from: TimeOfDay,
    to: TimeOfDay,
  }),
});
const PAST_TOO =
  "It counts for past weeks too: to change a shift from a date on, give it `validUntil` and add another; to move it, see `move`.";

export const shifts = new Hono<ApiEnv>()
  .get(
    "/:id/shifts",
    needs("viewer"),
    says("shifts", "List a helpline's shifts, in the order of their ids", pageOf(Shift)),
    takes("query", byId),
    async (context) => {
      const { limit, cursor } = context.req.valid("query");
      const services = context.get("services");
      const { id } = await mustFindHelpline(services, context.req.param("id"));
      const rows = await listShifts(services.db, id, limit, cursor);
      return context.json(
        toPage(
          rows,
          limit,
          (row) => row.id,
          ({ body }) => body,
        ),
      );
    },
  )
  .put(
    "/:id/shifts",
    needs("editor"),
    says("shifts", "Replace a helpline's whole rota", Put, {
      description: "Shifts that are not in the list are gone, and what was different about them on dates.",
    }),
    takes("json", Shifts),
    async (context) => {
      const services = context.get("services");
      const given = context.req.valid("json").shifts.map((shift) => ({
        ...shift,
        id: shift.id ?? services.mint(),
      }));
      await putShifts(services, context.get("actor"), context.req.param("id"), given);
      return context.json({ count: given.length });
    },
  )
  .post(
    "/:id/shifts",
    needs("editor"),
    says("shifts", "Add a shift", Shift, { status: 201 }),
    takes("json", NewShift),
    async (context) => {
      const services = context.get("services");
      const shift = { ...context.req.valid("json"), id: services.mint() };
      return context.json(
        await putShift(services, context.get("actor"), context.req.param("id"), shift),
        201,
      );
    },
  )
  .put(
    "/:id/shifts/:shiftId",
    needs("editor"),
    says("shifts", "Put a shift under an id (a UUID) of yours", Shift, { description: PAST_TOO }),
    takes("json", NewShift),
    async (context) => {
      const { id, shiftId } = context.req.param();
      if (!z.uuid().safeParse(shiftId).success) throw invalidAt({ path: "shiftId", message: "is no UUID" });
      const shift = { ...context.req.valid("json"), id: shiftId };
      return context.json(await putShift(context.get("services"), context.get("actor"), id, shift));
    },
  )
  .patch(
    "/:id/shifts/:shiftId",
    needs("editor"),
    says("shifts", "Change a shift", Shift, { description: PAST_TOO }),
    takes("json", Patch),
    async (context) => {
      const { id, shiftId } = context.req.param();
      const [services, actor] = [context.get("services"), context.get("actor")];
      return context.json(await changeShift(services, actor, id, shiftId, context.req.valid("json")));
    },
  )
  .post(
    "/:id/shifts/:shiftId/move",
    needs("editor"),
    says("shifts", "Move a shift to another time, from a date on", Shift, {
      description:
        "The weeks before stay what they were, under an id of their own. Whoever's turn it is stays first, and what is different about later dates goes along.",
    }),
    takes("json", Move),
    async (context) => {
      const { id, shiftId } = context.req.param();
      const [services, actor] = [context.get("services"), context.get("actor")];
      const { date, to } = context.req.valid("json");
      return context.json(await moveShift(services, actor, id, { shiftId, date, to }));
    },
  )
  .delete(
    "/:id/shifts/:shiftId",
    needs("editor"),
    says("shifts", "Delete a shift, its past weeks included", null, {
      status: 204,
      description: "One that ends gets a `validUntil` instead.",
    }),
    async (context) => {
      const { id, shiftId } = context.req.param();
      await deleteShift(context.get("services"), context.get("actor"), id, shiftId);
      return context.body(null, 204);
    },
  );
