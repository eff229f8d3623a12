// The vocabulary of opening hours.
import * as z from "zod";
import { parseHours } from "./compact.ts";

/** Monday to Sunday, as ISO 8601 counts them. */
export const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const From = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time looks like 08:00");
const To = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "a time looks like 21:00, the end of a day is 24:00");

/** Open from `from` until just before `to`; a `to` that is not later than `from` is on the next day. */
export const Window = z
  .strictObject({ from: From, to: To })
  .refine(
    ({ from, to }) => from !== to,
    "a window needs an end other than its start; a whole day is 00:00 to 24:00",
  );
export type Window = z.infer<typeof Window>;

/** Nobody reads more than a few windows a day. */
const Day = z.array(Window).max(6).optional();

const HoursObject = z.strictObject({
  /** By weekday, 1 Monday to 7 Sunday; closed where absent. A window belongs to the day it starts on. */
  days: z.strictObject({ "1": Day, "2": Day, "3": Day, "4": Day, "5": Day, "6": Day, "7": Day }),
  /** Closed from midnight to midnight; also what would reach into the day from the night before. A year of days at most. */
  holidays: z.array(z.iso.date()).max(366).default([]),
});
export type Hours = z.infer<typeof HoursObject>;

/** Opening hours, spelt out or in short as in `Mo-Fr 08:00-21:00; Sa 10:00-14:00; 2026-12-25 off` (see parseHours). */
export const Hours = z.preprocess((given: string | z.input<typeof HoursObject>, context) => {
  if (typeof given !== "string") return given;
  const parsed = parseHours(given);
  if (parsed.kind === "ok") return parsed.hours;
  context.addIssue(parsed.why);
  return z.NEVER;
}, HoursObject);

const DAYTIME: Window[] = [{ from: "08:00", to: "21:00" }];

/** Quiet from 21:00 to 08:00 every day, as the TCPA has it for calls and texts to the United States (47 CFR 64.1200(c)(1)). */
export const DEFAULT_HOURS: Hours = {
  days: { "1": DAYTIME, "2": DAYTIME, "3": DAYTIME, "4": DAYTIME, "5": DAYTIME, "6": DAYTIME, "7": DAYTIME },
  holidays: [],
};
