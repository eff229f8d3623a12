// Operators are told at once, but never in heaps: at most six e-mails an hour, the last one gathers the rest.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composeAlarms } from "#core/mail/alarm-document";
import { judgeReport } from "#core/mail/debugger";
import { planTelling, TOLD_PER_HOUR_MAX } from "#core/mail/telling";
import type { Told, Waiting } from "#core/mail/telling";
import { ALARM_KINDS } from "#core/alarm";

const alarm = (id: string, subject = id): Waiting => ({ id, kind: "campaign-paused", subject });
const told = (toldIn: string, subject = toldIn): Told => ({ kind: "campaign-paused", subject, toldIn });
const idsOf = (plan: readonly (readonly Waiting[])[]) => plan.map((mail) => mail.map(({ id }) => id));

describe("who is told what", () => {
  test.each<[string, Waiting[], Told[], string[][]]>([
    ["nothing waits", [], [], []],
    ["a few, each by itself", [alarm("a"), alarm("b")], [], [["a"], ["b"]]],
    [
      "a heap: five by themselves, then one with the rest",
      "abcdefghij".split("").map((id) => alarm(id)),
      [],
      [["a"], ["b"], ["c"], ["d"], ["e"], ["f", "g", "h", "i", "j"]],
    ],
    [
      "what there is room for this hour",
      [alarm("a"), alarm("b")],
      [told("1"), told("2"), told("3"), told("4"), told("5")],
      [["a", "b"]],
    ],
    ["a full hour: nothing", [alarm("a")], "123456".split("").map((id) => told(id)), []],
    [
      "the same trouble again within the hour waits",
      [alarm("b", "x"), alarm("c")],
      [told("1", "x")],
      [["c"]],
    ],
    [
      "one e-mail that told of many counts once",
      [alarm("a")],
      "abcdefgh".split("").map((id) => told("1", `old-${id}`)),
      [["a"]],
    ],
  ])("%s", (_name, waiting, before, expected) => {
    expect(idsOf(planTelling(waiting, before))).toEqual(expected);
  });

  test("nobody is told twice, and no hour is overfull, whatever waits", () => {
    const waiting = fc
      .uniqueArray(fc.nat(60), { maxLength: 60 })
      .map((ids) => ids.map((id) => alarm(`w${id}`, `s${id % 40}`)));
    const before = fc.array(fc.record({ mail: fc.nat(8), subject: fc.nat(40) }), { maxLength: 30 });
    fc.assert(
      fc.property(waiting, before, (alarms, tellings) => {
        const recent = tellings.map(({ mail, subject }) => told(`m${mail}`, `s${subject}`));
        const plan = planTelling(alarms, recent);
        const mails = new Set(recent.map(({ toldIn }) => toldIn)).size + plan.length;
        expect(mails).toBeLessThanOrEqual(
          Math.max(TOLD_PER_HOUR_MAX, new Set(recent.map(({ toldIn }) => toldIn)).size),
        );
        const ids = plan.flat().map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const isRecent = (subject: string) => recent.some((each) => each.subject === subject);
        expect(plan.flat().some(({ subject }) => isRecent(subject))).toBe(false);
        // Nothing is left out where there is room.
        const ready = alarms.filter(({ subject }) => !isRecent(subject));
        if (plan.length > 0) expect(ids).toHaveLength(ready.length);
      }),
      { seed: 20261121 },
    );
  });
});

describe("an alarm's e-mail", () => {
  const place = { publicUrl: "https://line.acme.org", zone: "Pacific/Auckland" };
  const at = Date.parse("2026-11-21T10:05:00Z");

  test.each(ALARM_KINDS)("%s says what, since when, what to do and where", (kind) => {
    const { subject, blocks } = composeAlarms([{ kind, text: "The reason.", at }], place);
    expect(subject).toMatch(/^Alarm: [A-Z]/);
    const text = JSON.stringify(blocks);
    expect(text).toContain("The reason.");
    expect(text).toMatch(/Saturday,? 21 November 2026 at 23:05 \(Pacific\/Auckland\)/);
    expect(text).toContain("What to do");
    expect(text).toContain("https://line.acme.org/setup/health");
  });

  test("that gathers several says how many", () => {
    const alarms = Array.from({ length: 12 }, () => ({ kind: "spend-cap" as const, text: "Spent.", at }));
    expect(composeAlarms(alarms, place).subject).toBe("Alarm: 12 more things need somebody");
  });
});

describe("Twilio's debugger", () => {
  test.each<[string, string, number, string | null]>([
    [
      "an answer of ours it could not fetch",
      "ERROR",
      11_200,
      "Error 11200: Got HTTP 502\nhttps://www.twilio.com/docs/api/errors/11200",
    ],
    ["a warning", "WARNING", 12_300, null],
    ["one message that was not delivered", "ERROR", 30_003, null],
    [
      "a number we may not send from",
      "ERROR",
      21_606,
      "Error 21606: Got HTTP 502\nhttps://www.twilio.com/docs/api/errors/21606",
    ],
    ["one bad number", "ERROR", 21_211, null],
    [
      "an unregistered campaign",
      "ERROR",
      30_034,
      "Error 30034: Got HTTP 502\nhttps://www.twilio.com/docs/api/errors/30034",
    ],
  ])("%s", (_name, level, code, expected) => {
    expect(judgeReport({ level, code, message: "Got HTTP 502" })).toBe(expected);
  });

  test("nobody's number goes along", () => {
    expect(
      judgeReport({ level: "ERROR", code: 13_224, message: "Dial: +12025550123 is no number" }),
    ).not.toContain("12025550123");
  });
});
