// Shifts put together from the rota and from what was asked about them.
import { describe, expect, test } from "vitest";
import { mergeShifts, notReminded } from "../../../admin-ui/src/features/reminders/asked-shift.ts";
import type { Asking, Occurrence } from "../../../admin-ui/src/features/reminders/questions.ts";
import { tellWay } from "../../../admin-ui/src/features/reminders/words.ts";

const MONDAY = { date: "2026-11-23", startsAt: "2026-11-23T18:00:00Z", endsAt: "2026-11-23T22:00:00Z" };
const TUESDAY = { date: "2026-11-24", startsAt: "2026-11-24T18:00:00Z", endsAt: "2026-11-24T22:00:00Z" };
const person = (volunteerId: string) => ({ volunteerId, name: volunteerId, because: "shift" as const });

function shift(when: typeof MONDAY, ...volunteers: readonly string[]): Occurrence {
  return { shiftId: "evening", ...when, people: volunteers.map(person) };
}

function asking(kind: Asking["kind"], when: typeof MONDAY, volunteerId: string): Asking {
  const id = `${kind} ${when.date} ${volunteerId}`;
  return {
    id,
    kind,
    volunteerId,
    name: volunteerId,
    shiftId: "evening",
    ...when,
    state: "asked",
    answeredAt: null,
    ways: [],
  };
}

describe("a week of shifts", () => {
  const week = mergeShifts(
    [shift(TUESDAY, "ann", "ben"), shift(MONDAY)],
    [asking("reminder", TUESDAY, "ann"), asking("offer", MONDAY, "cleo"), asking("offer", MONDAY, "dan")],
  );

  test("is in the order of time, each with who was asked about it", () => {
    expect(
      week.map(({ date, reminders, offers }) => [date, reminders.length, offers.map(({ name }) => name)]),
    ).toEqual([
      ["2026-11-23", 0, ["cleo", "dan"]],
      ["2026-11-24", 1, []],
    ]);
  });

  test("says who of a shift was not reminded yet", () => {
    expect(week.map((each) => notReminded(each).map(({ name }) => name))).toEqual([[], ["ben"]]);
  });
});

test("a shift that is over, or that the rota no longer has, stays for who was asked", () => {
  const [over] = mergeShifts([], [asking("reminder", MONDAY, "ann")]);
  expect(over).toMatchObject({ date: "2026-11-23", people: null, reminders: [{ name: "ann" }] });
  expect(over === undefined ? null : notReminded(over)).toEqual([]);
});

test.each([
  [{ way: "email", state: "sent", reason: null }, "e-mail"],
  [{ way: "sms", state: "not-reached", reason: "opted-out" }, "text: said STOP"],
  [{ way: "whatsapp", state: "waiting", reason: null }, "WhatsApp: waits"],
  [{ way: "sms", state: "waiting", reason: "closed" }, "text: waits, outside the line's hours"],
  [{ way: "sms", state: "not-reached", reason: "something-new" }, "text: something new"],
] as const)("a way of asking in words: %j", (way, said) => {
  expect(tellWay({ ...way, at: MONDAY.startsAt })).toBe(said);
});
