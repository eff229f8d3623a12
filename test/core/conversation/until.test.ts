// When waits are over, in the person's zone and over both changes of the clock.
import { describe, expect, it } from "vitest";
import type { Until } from "#core/conversation/flow";
import type { RunState } from "#core/conversation/run";
import { endOfWait } from "#core/conversation/until";

const answers: RunState["answers"] = {
  start: { value: "2026-12-24", label: "24 December 2026", words: "christmas eve", at: 0 },
  name: { value: "Ann", label: "Ann", words: "Ann", at: 0 },
  broken: { value: "2026-02-31", label: "31 February", words: "31/2", at: 0 },
  skipped: { value: null, label: "", words: "skip", at: 0, skipped: true },
};
const weekdays = [1, 2, 3, 4, 5];

describe("a wait", () => {
  it.each<[why: string, until: Until, from: string, zone: string, end: string | null]>([
    [
      "for an hour",
      { kind: "minutes", minutes: 60 },
      "2026-11-21T10:00Z",
      "Europe/London",
      "2026-11-21T11:00Z",
    ],
    [
      "for nine, before nine",
      { kind: "time-of-day", at: "09:00" },
      "2026-11-21T08:59Z",
      "Europe/London",
      "2026-11-21T09:00Z",
    ],
    [
      "for nine, at nine sharp",
      { kind: "time-of-day", at: "09:00" },
      "2026-11-21T09:00Z",
      "Europe/London",
      "2026-11-22T09:00Z",
    ],
    [
      "for nine in New York",
      { kind: "time-of-day", at: "09:00" },
      "2026-11-21T09:00Z",
      "America/New_York",
      "2026-11-21T14:00Z",
    ],
    [
      "for nine on a weekday, on a Saturday",
      { kind: "time-of-day", at: "09:00", weekdays },
      "2026-11-21T10:00Z",
      "Europe/London",
      "2026-11-23T09:00Z",
    ],
    [
      "for next Saturday, on a Saturday",
      { kind: "time-of-day", at: "09:00", weekdays: [6] },
      "2026-11-21T10:00Z",
      "Europe/London",
      "2026-11-28T09:00Z",
    ],
    [
      "for nine over the change to summer time",
      { kind: "time-of-day", at: "09:00" },
      "2026-03-28T10:00Z",
      "Europe/London",
      "2026-03-29T08:00Z",
    ],
    [
      "for nine over the change to winter time",
      { kind: "time-of-day", at: "09:00" },
      "2026-10-24T10:00Z",
      "Europe/London",
      "2026-10-25T09:00Z",
    ],
    [
      "for a time that the clocks leave out",
      { kind: "time-of-day", at: "01:30" },
      "2026-03-28T10:00Z",
      "Europe/London",
      "2026-03-29T01:30Z",
    ],
    [
      "for a time that comes twice: the first",
      { kind: "time-of-day", at: "01:30" },
      "2026-10-24T10:00Z",
      "Europe/London",
      "2026-10-25T00:30Z",
    ],
    [
      "for the evening before a date",
      { kind: "answer-date", answer: "start", at: "18:00", daysBefore: 1 },
      "2026-11-21T10:00Z",
      "Asia/Amman",
      "2026-12-23T15:00Z",
    ],
    [
      "for a date that has passed",
      { kind: "answer-date", answer: "start", at: "09:00" },
      "2027-01-01T10:00Z",
      "UTC",
      "2026-12-24T09:00Z",
    ],
    [
      "for a day past the end of its month",
      { kind: "answer-date", answer: "broken", at: "09:00" },
      "2026-01-01T10:00Z",
      "UTC",
      "2026-02-28T09:00Z",
    ],
    [
      "for what is no date",
      { kind: "answer-date", answer: "name", at: "09:00" },
      "2026-11-21T10:00Z",
      "UTC",
      null,
    ],
    [
      "for a date that was skipped",
      { kind: "answer-date", answer: "skipped", at: "09:00" },
      "2026-11-21T10:00Z",
      "UTC",
      null,
    ],
    [
      "for what nobody asked",
      { kind: "answer-date", answer: "constructor", at: "09:00" },
      "2026-11-21T10:00Z",
      "UTC",
      null,
    ],
  ])("%s", (_why, until, from, zone, end) => {
    expect(endOfWait(until, Date.parse(from), zone, answers)).toBe(end === null ? null : Date.parse(end));
  });
});
