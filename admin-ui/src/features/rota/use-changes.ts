// What can be done to a rota: each change as the API takes it, and the week shown anew.
import { api, ask } from "../../data/api.ts";
import { ApiProblem } from "../../data/problem.ts";
import { useSave } from "../../data/use-save.ts";
import type { Shift } from "#core/rota/rota";
import type { Times } from "./draft.ts";
import type { Marked } from "./marks.ts";
import type { NewOverride, NewShift } from "./shift-form.ts";
import { readShifts } from "./use-rota.ts";

const touches = ["helplines"] as const;
const shiftsOf = api.v1.helplines[":id"].shifts;
const overridesOf = api.v1.helplines[":id"].overrides;

export function useAddShift(id: string, onSaved: () => unknown) {
  return useSave({
    save: (shifts: readonly NewShift[]) =>
      Promise.all(shifts.map((json) => ask(shiftsOf.$post({ param: { id }, json })))),
    touches,
    said: (made) => (made.length === 1 ? "The shift is in the rota." : "The shifts are in the rota."),
    onSaved,
    isQuiet: true,
  });
}

export interface ShiftChange {
  /** As it was when the form was opened: whoever changed it meanwhile is not overwritten. */
  readonly before: Shift;
  readonly after: NewShift;
}

export function useChangeShift(id: string, onSaved: () => unknown) {
  return useSave({
    save: async ({ before, after }: ShiftChange) => {
      await refuseOther(id, before);
      return ask(shiftsOf[":shiftId"].$put({ param: { id, shiftId: before.id }, json: after }));
    },
    touches,
    said: "The shift is changed.",
    onSaved,
    isQuiet: true,
  });
}

/** Throws where the shift is not any more what its editor saw. */
async function refuseOther(id: string, before: Shift): Promise<void> {
  const now = (await readShifts(id)).find((one) => one.id === before.id);
  if (now !== undefined && JSON.stringify(now) === JSON.stringify(before)) return;
  throw new ApiProblem(
    "Somebody changed this shift while you had it open. Nothing of yours is lost: close it, look at what is there now, and change it again.",
    { code: "conflict", status: 409, requestId: null },
  );
}

export function useDeleteShift(id: string, onSaved: () => unknown) {
  return useSave({
    save: (shiftId: string) => ask(shiftsOf[":shiftId"].$delete({ param: { id, shiftId } })),
    touches,
    said: "The shift is gone from the rota.",
    onSaved,
  });
}

export function useOverride(id: string, said: string, onSaved?: () => unknown) {
  return useSave({
    save: (json: NewOverride) => ask(overridesOf.$post({ param: { id }, json })),
    touches,
    said,
    ...(onSaved !== undefined && { onSaved }),
  });
}

export function useTakeBack(id: string, onSaved?: () => unknown) {
  return useSave({
    save: (overrideId: string) => ask(overridesOf[":overrideId"].$delete({ param: { id, overrideId } })),
    touches,
    said: "Taken back: it is as it was planned.",
    ...(onSaved !== undefined && { onSaved }),
  });
}

/** On this date only: an extra shift at the new time instead of the planned one, with whoever is on it now. */
export function useMoveOnce(id: string, onSaved: () => unknown) {
  return useSave({
    save: async ({ shift, times }: { shift: Marked; times: Times }) => {
      const volunteers = shift.people.map(({ volunteerId }) => volunteerId);
      const param = { id };
      // The new one first: at worst there are two for a moment, never none.
      await ask(overridesOf.$post({ param, json: { kind: "add", ...times, volunteers } }));
      const { shiftId, date, isAdded } = shift;
      if (isAdded) await ask(overridesOf[":overrideId"].$delete({ param: { id, overrideId: shiftId } }));
      else await ask(overridesOf.$post({ param, json: { kind: "remove", shiftId, date } }));
    },
    touches,
    said: "Moved, on this date only.",
    onSaved,
  });
}

export interface Split {
  readonly shiftId: string;
  /** The first date that is different. */
  readonly date: string;
  /** What it is from then on: the weekday, the time, or all of it. */
  readonly times: Times;
}

/** From a date on; the weeks before stay as they were. */
export function useMoveAlways(id: string, onSaved: () => unknown) {
  return useSave({
    save: ({ shiftId, date, times }: Split) =>
      ask(shiftsOf[":shiftId"].move.$post({ param: { id, shiftId }, json: { date, to: times } })),
    touches,
    said: "Moved, every week from this one on.",
    onSaved,
  });
}
