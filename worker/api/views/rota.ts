// Shifts, what is different on dates, and what comes of both, as the API takes and shows them.
import * as z from "zod";
import type { Gap, Overlap } from "#core/rota/gaps";
import { CivilDate, Override, Shift } from "#core/rota/rota";
import type { Because, Occurrence } from "#core/rota/rota";
import type { OverrideRow } from "../../db/rota.ts";
import type { KnownVolunteer } from "../../db/volunteers.ts";
import { describe } from "./describe.ts";
import { Time, toTime } from "./time.ts";

describe(Shift.shape, {
  weekday: "1 is Monday, 7 is Sunday.",
  to: "At or before `from` it is on the next day: 22:00-02:00 is a night, 08:00-08:00 a whole day.",
  volunteers: "In the order they are called; nobody is an open shift.",
  order: "`turns`: each week another of them is the first.",
  validFrom: "The first date it starts on; null for no such end. Turns are counted from here.",
  validUntil: "The last date it starts on; null for no such end.",
});
Shift.register(z.globalRegistry, { id: "Shift" });

export const NewShift = Shift.omit({ id: true });
/** What staff say of an override; id and instant are ours. */
const made = { id: true, at: true } as const;
const [Added, Removed, Replaced, Swapped] = Override.options;
export const NewOverride = z.discriminatedUnion("kind", [
  Added.omit(made),
  Removed.omit(made),
  Replaced.omit(made),
  Swapped.omit(made),
]);

export const OverrideView = z
  .object({
    id: z.string(),
    kind: z.enum(["add", "remove", "replace", "swap"]),
    date: CivilDate,
    shiftId: z.string().optional().meta({ description: "Not of `add`: that is a shift by its own id." }),
    from: z.string().nullable().optional().meta({ description: "A time, or of a swap a volunteer's id." }),
    to: z.string().nullable().optional().meta({ description: "As `from`." }),
    volunteers: z
      .array(z.string())
      .optional()
      .meta({ description: "Of `add` and `replace`; nobody is open." }),
    madeBy: z.string().meta({ description: "`owner`, `token:<id>` or `volunteer:<id>`." }),
    madeAt: Time,
  })
  .meta({ id: "Override" });

export function toOverrideView({ body: { at, ...body }, madeBy }: OverrideRow) {
  return { ...body, madeBy, madeAt: toTime(at) };
}

export const OccurrenceView = z
  .object({
    shiftId: z.string().meta({ description: "The weekly shift, or the override that added it." }),
    date: CivilDate.meta({ description: "On which it starts, by the group's clock." }),
    startsAt: Time,
    endsAt: Time,
    people: z
      .array(
        z.object({
          volunteerId: z.string(),
          name: z.string().meta({ description: "Empty once erased." }),
          because: z
            .enum(["shift", "added", "replacement", "swap"])
            .meta({ description: "The rule that put them there." }),
        }),
      )
      .meta({ description: "In the order they are called; nobody is an open shift." }),
  })
  .meta({ id: "Occurrence" });

type People = ReadonlyMap<string, KnownVolunteer>;

export function toOccurrenceView(
  { shiftId, date, startsAt, endsAt, people }: Occurrence,
  known: People,
): z.output<typeof OccurrenceView> {
  return {
    shiftId,
    date,
    startsAt: toTime(startsAt),
    endsAt: toTime(endsAt),
    people: people.map(({ volunteerId, because }) => ({
      volunteerId,
      name: known.get(volunteerId)?.name ?? "",
      because: because.kind satisfies Because["kind"],
    })),
  };
}

export const GapView = z
  .object({
    startsAt: Time,
    endsAt: Time,
    isOpen: z.boolean().meta({
      description: "A shift takes place, and nobody is on it who can be called; otherwise none is planned.",
    }),
  })
  .meta({ id: "Gap" });

export function toGapView({ startsAt, endsAt, isOpen }: Gap) {
  return { startsAt: toTime(startsAt), endsAt: toTime(endsAt), isOpen };
}

export const OverlapView = z
  .object({
    startsAt: Time,
    endsAt: Time,
    shifts: z.array(OccurrenceView).meta({ description: "Two or more, the same ones all that time." }),
  })
  .meta({ id: "Overlap" });

export function toOverlapView({ startsAt, endsAt, shifts }: Overlap, known: People) {
  return {
    startsAt: toTime(startsAt),
    endsAt: toTime(endsAt),
    shifts: shifts.map((shift) => toOccurrenceView(shift, known)),
  };
}

export const HoursView = z
  .object({
    volunteerId: z.string(),
    name: z.string(),
    minutes: z.number().meta({ description: "Of time that really passes; two shifts at once are one time." }),
    shifts: z.int().meta({ description: "How many of them overlap the window." }),
  })
  .meta({ id: "VolunteerHours" });
