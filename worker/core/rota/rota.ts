// The vocabulary of a rota: who of a group is on when, week after week, and what is different on a date.
// Dates and times are those of the group's own zone; a shift belongs to the date on which it starts.
import * as z from "zod";

/** A civil date such as 2026-11-21. */
export const CivilDate = z.iso.date();
/** Minutes matter, seconds do not. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time looks like 09:00");
const VolunteerId = z.uuid();
const ShiftId = z.uuid();

/** More than a shift ever has; a caller would have waited minutes before the last of them rang. */
const VOLUNTEERS_PER_SHIFT_MAX = 20;
/** In their order; nobody = an open shift. */
const Volunteers = z.array(VolunteerId).max(VOLUNTEERS_PER_SHIFT_MAX);

/** One shift of the week. `to` at or before `from` is on the next day: 22:00-02:00 is a night, 08:00-08:00 a whole day. */
export const Shift = z.strictObject({
  id: ShiftId,
  /** ISO 8601: 1 is Monday, 7 Sunday. */
  weekday: z.int().min(1).max(7),
  from: TimeOfDay,
  to: TimeOfDay,
  volunteers: Volunteers,
  /** `turns`: each week another of them is the first. */
  order: z.enum(["given", "turns"]).default("given"),
  /** The first and the last date it starts on; null for no such end. */
  validFrom: CivilDate.nullable().default(null),
  validUntil: CivilDate.nullable().default(null),
});
export type Shift = z.infer<typeof Shift>;

const OverrideBase = {
  id: z.uuid(),
  /** The date on which what it changes starts. */
  date: CivilDate,
  /** When it was made, epoch milliseconds: they are applied in this order, then by id, so that the newer counts. */
  at: z.int(),
};

/** What is different on one date. */
export const Override = z.discriminatedUnion("kind", [
  /** A shift of this date only; it can be replaced, swapped and removed like any other, by this override's id. */
  z.strictObject({
    ...OverrideBase,
    kind: z.literal("add"),
    from: TimeOfDay,
    to: TimeOfDay,
    volunteers: Volunteers,
  }),
  /** It does not take place. */
  z.strictObject({ ...OverrideBase, kind: z.literal("remove"), shiftId: ShiftId }),
  /** Other people, whatever was changed before. */
  z.strictObject({
    ...OverrideBase,
    kind: z.literal("replace"),
    shiftId: ShiftId,
    volunteers: Volunteers,
  }),
  /**
   * One for another, in the same place. Without `to` a place is given back, without `from` the first open one is taken;
   * it does nothing where `from` is not on the shift any more. The shift is open while nobody is left on it.
   */
  z.strictObject({
    ...OverrideBase,
    kind: z.literal("swap"),
    shiftId: ShiftId,
    from: VolunteerId.nullable(),
    to: VolunteerId.nullable(),
  }),
]);
export type Override = z.infer<typeof Override>;

/** A date on which no weekly shift starts; what was added to it takes place all the same. */
export const Holiday = z.strictObject({ date: CivilDate, name: z.string().trim().min(1).max(80) });
export type Holiday = z.infer<typeof Holiday>;

export interface Rota {
  readonly zone: string;
  readonly shifts: readonly Shift[];
  readonly overrides: readonly Override[];
  readonly holidays: readonly Holiday[];
}

/** A shift on a date. */
export interface Occurrence {
  /** The weekly shift, or the override that added it. */
  readonly shiftId: string;
  readonly date: string;
  /** Epoch milliseconds; right across both changes of the clocks. */
  readonly startsAt: number;
  readonly endsAt: number;
  /** In the order they are to be called; nobody = open. */
  readonly people: readonly OnShift[];
}

export interface OnShift {
  readonly volunteerId: string;
  readonly because: Because;
}

/** The rule that put somebody on a shift. */
export type Because =
  | { readonly kind: "shift"; readonly shiftId: string }
  | { readonly kind: "added"; readonly overrideId: string }
  | { readonly kind: "replacement"; readonly overrideId: string }
  | { readonly kind: "swap"; readonly overrideId: string; readonly instead: string | null };
