// Shifts out of files, by API: seen first, then written, and once more nothing.
import { beforeAll, describe, expect, test } from "vitest";
import { call, ok } from "./api-calls.ts";
import type { Answer } from "./api-calls.ts";
import { fakeCarrier } from "./carrier.ts";
import { freshPhone, newGroup, newVolunteer, on, shiftsOf } from "./helpline-world.ts";
import type { Group } from "./helpline-world.ts";

beforeAll(() => {
  fakeCarrier();
});

const TABLE = [
  "Weekday;From;To;Volunteers;Valid from",
  "Mo;9:00;12:00;Ana, Ben;",
  "Montag;22.00;2.00;Cai;2030-01-01",
  "Mo;9;10;Zoe;",
  "",
].join("\r\n");
const CALENDAR = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "BEGIN:VEVENT",
  "UID:a",
  "DTSTART;TZID=Europe/London:20310707T090000",
  "DTEND;TZID=Europe/London:20310707T120000",
  "RRULE:FREQ=WEEKLY",
  "EXDATE;TZID=Europe/London:20310714T090000",
  "SUMMARY:Ana",
  "END:VEVENT",
  "BEGIN:VEVENT",
  "UID:b",
  "DTSTART;TZID=Middle Earth:20310708T090000",
  "DURATION:PT1H",
  "SUMMARY:Ben",
  "END:VEVENT",
  "BEGIN:VEVENT",
  "UID:c",
  "DTSTART:20310708T090000",
  "DURATION:PT1H",
  "ATTENDEE:mailto:dee@example.org",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
].join("\r\n");

const send = (
  { id }: Pick<Group, "id">,
  raw: string | Uint8Array<ArrayBuffer>,
  query = "",
  type = "text/csv",
): Promise<Answer> =>
  call(`POST /v1/helplines/${id}/shifts/import${query}`, undefined, {
    raw,
    headers: { "content-type": type },
  });
const outcomes = ({ body }: Answer): string[] =>
  body.items.map(({ outcome }: { outcome: string }) => outcome);

describe("a table", () => {
  test("is looked at, then written; every row is made, the same, or rejected with a reason", async () => {
    const group = await newGroup();
    const seen = await send(group, TABLE);
    expect(seen.body).toMatchObject({ isApplied: false, counts: { made: 2, same: 0, rejected: 1 } });
    expect(seen.body.items[2]).toMatchObject({
      place: "row 4",
      outcome: "rejected",
      reason: '"Zoe" is no member of this group',
    });
    expect(await shiftsOf(group)).toEqual([]);

    const written = await send(group, TABLE, "?apply=true");
    expect(written.body).toEqual({ ...seen.body, isApplied: true });
    expect(await on(group, "2031-07-07T10:00")).toEqual(["Ana", "Ben"]);
    expect(await on(group, "2031-07-08T01:59")).toEqual(["Cai"]);

    expect(outcomes(await send(group, TABLE, "?apply=true"))).toEqual(["same", "same", "rejected"]);
    expect(await shiftsOf(group)).toHaveLength(2);
    const deeds = (await ok(`GET /v1/audit?subjectId=${group.id}`)).data;
    const imports = deeds.filter(({ action }: { action: string }) => action === "helpline.import-shifts");
    expect(imports).toMatchObject([{ detail: { shifts: 2, overrides: 0 } }]);
  });

  test("may be in any encoding a spreadsheet writes, and names people by telephone", async () => {
    const group = await newGroup();
    const phone = freshPhone();
    await newVolunteer("Jürgen", [group.id], { phone });
    const bytes = Uint8Array.from(
      `weekday,from,to,volunteers\nTue,9,10,J\xFCrgen\nWed,9,10,${phone.slice(2)}\n`,
      (letter) => letter.charCodeAt(0),
    );
    expect(outcomes(await send(group, bytes, "?apply=true"))).toEqual(["made", "made"]);
    expect(await on(group, "2031-07-09T09:30")).toEqual(["Jürgen"]);
  });
});

describe("a calendar", () => {
  test("becomes shifts and single dates; what cannot be read costs nothing else", async () => {
    const group = await newGroup();
    await newVolunteer("Dee", [group.id], { email: "dee@example.org" });
    const written = await send(group, CALENDAR, "?apply=true", "text/calendar");
    expect(outcomes(written)).toEqual(["made", "rejected", "made"]);
    expect(written.body.items[1].reason).toBe(
      'its time zone "Middle Earth" is unknown, and the file does not say what it is',
    );
    expect(await on(group, "2031-07-07T10:00")).toEqual(["Ana"]);
    expect(await on(group, "2031-07-14T10:00")).toEqual([]);
    expect(await on(group, "2031-07-21T10:00")).toEqual(["Ana"]);
    expect(await on(group, "2031-07-08T09:30")).toEqual(["Dee"]);
    expect(outcomes(await send(group, CALENDAR, "?apply=true"))).toEqual(["same", "rejected", "same"]);
  });
});

describe("is refused", () => {
  test.each([
    ["what is neither", "hello", 422],
    ["a table without headings", "Mon,9,12,Ana\n", 422],
    ["nothing", "", 422],
    ["what is too large", "x".repeat(1_000_001), 413],
  ])("%s", async (_what, raw, status) => {
    const group = await newGroup();
    expect((await send(group, raw)).status).toBe(status);
  });

  test("from a viewer, for an archived group, and for none", async () => {
    const group = await newGroup();
    const { token } = await ok("POST /v1/tokens", { name: "screen", role: "viewer" });
    const asViewer = { token, raw: TABLE, headers: { "content-type": "text/csv" } };
    expect((await call(`POST /v1/helplines/${group.id}/shifts/import`, undefined, asViewer)).status).toBe(
      403,
    );
    expect((await send({ id: "nobody" }, TABLE)).status).toBe(404);
    await ok(`POST /v1/helplines/${group.id}/archive`);
    expect((await send(group, TABLE)).status).toBe(409);
  });
});
