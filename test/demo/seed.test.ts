// The demo begins at 10:00 in London, whatever the hour and the season it is started in.
import { expect, test } from "vitest";
import { untilMorning } from "./seed/seed.ts";

test.each([
  ["2026-11-21T09:00:00Z", "2026-11-21T10:00:00Z", "the same morning, in winter"],
  ["2026-11-21T10:00:00Z", "2026-11-22T10:00:00Z", "at ten sharp, the next day"],
  ["2026-11-21T23:30:00Z", "2026-11-22T10:00:00Z", "late in the evening"],
  ["2026-07-01T08:59:00Z", "2026-07-01T09:00:00Z", "in summer, an hour earlier by UTC"],
  ["2026-10-24T20:00:00Z", "2026-10-25T10:00:00Z", "over the night the clock goes back"],
  ["2027-03-27T20:00:00Z", "2027-03-28T09:00:00Z", "over the night it goes forward"],
])("%s to %s: %s", (now, morning) => {
  expect(untilMorning(Date.parse(now))).toBe(Date.parse(morning) - Date.parse(now));
});
