// Times as people type them, and moments on the clock of whoever looks.
import { describe, expect, it } from "vitest";
import { readTime } from "../../../admin-ui/src/ui/hours.ts";
import { fromLocal, toLocal } from "../../../admin-ui/src/ui/local-time.ts";

describe("a time of day", () => {
  it.each([
    ["9", "09:00"],
    ["930", "09:30"],
    ["9:30", "09:30"],
    ["09.30", "09:30"],
    ["0930", "09:30"],
    ["24:00", null],
    ["25", null],
    ["8:75", null],
    ["noon", null],
    ["", null],
  ])("%s", (typed, time) => expect(readTime(typed, false)).toBe(time));

  it("ends a day at 24:00", () => expect(readTime("24", true)).toBe("24:00"));
});

describe("a moment", () => {
  it("comes back as it was, to the minute", () => {
    const at = "2026-11-24T09:10:00.000Z";
    expect(fromLocal(toLocal(at))).toBe(at);
  });

  it("is none while it is being typed", () => {
    expect(fromLocal("")).toBe(undefined);
    expect(fromLocal("2026-11")).not.toBe("2026-11");
    expect(toLocal("no time")).toBe("");
  });
});
