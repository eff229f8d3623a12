// What a helpline's rota comes to, by API: who is on and why, gaps, overlaps and hours, and what stays of who leaves.
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { call, ok } from "./api-calls.ts";
import type { Answer } from "./api-calls.ts";
import { fakeCarrier } from "./carrier.ts";
import {
  addShift,
  MONDAY,
  MORNING,
  newGroup,
  newVolunteer,
  NIGHT,
  on,
  override,
  shiftsOf,
} from "./helpline-world.ts";

beforeAll(() => {
  fakeCarrier();
});

describe("who would be called", () => {
  test("leaves out, with the reason, who takes no calls, has no phone, or whose phone failed", async () => {
    const group = await newGroup({
      otherwise: { kind: "number", number: "+442079460000" },
      voicemail: { emails: ["desk@example.org"] },
    });
    const { id, ana, ben, cai } = group;
    const dee = (await newVolunteer("Dee", [id])).id;
    await addShift(group, { ...MORNING, volunteers: [ana, ben, cai, dee] });
    await ok(`PATCH /v1/volunteers/${ana}`, { isActive: false });
    await ok(`PATCH /v1/volunteers/${ben}`, { phone: null });
    await env.DB.prepare("UPDATE volunteers SET quarantined_until = ? WHERE id = ?")
      .bind(Date.parse("2031-07-07T09:00:00Z"), cai)
      .run();
    const found = await ok(`GET /v1/helplines/${id}/on?at=${MONDAY}T08:30Z`);
    expect(found.people.map(({ name, skipped }: Answer["body"]) => [name, skipped])).toEqual([
      ["Ana", { kind: "inactive", text: "They take no calls at present." }],
      ["Ben", { kind: "no-phone", text: "They have no phone to be called on." }],
      [
        "Cai",
        {
          kind: "quarantined",
          text: "Calls to their telephone could not be put through: it is not rung until 2031-07-07T09:00:00.000Z.",
        },
      ],
      ["Dee", null],
    ]);
    expect(found).toMatchObject({
      at: "2031-07-07T08:30:00.000Z",
      zone: "Europe/London",
      order: "fixed",
      nobody: null,
      otherwise:
        "The call goes on to +442079460000; where nobody answers there, the caller is asked to leave a message, which is mailed to one address.",
    });
    expect(await on(group, `${MONDAY}T11:30`)).toEqual(["(Ana)", "(Ben)", "Cai", "Dee"]);
  });

  test("is asked by the group's clock or by any other, and now where nothing is said", async () => {
    const group = await newGroup();
    await addShift(group, { ...NIGHT, volunteers: [group.ana] });
    const times: readonly (readonly [string, readonly string[]])[] = [
      [`${MONDAY}T21:59`, []],
      [`${MONDAY}T22:00`, ["Ana"]],
      ["2031-07-07T21:00Z", ["Ana"]],
      ["2031-07-08T13:00%2B12:00", []],
      ["2031-07-08T12:59%2B12:00", ["Ana"]],
      ["2031-07-08T01:59", ["Ana"]],
      ["2031-07-08", ["Ana"]],
      ["2031-07-08T02:00", []],
    ];
    for (const [at, names] of times) expect([at, await on(group, at)]).toEqual([at, names]);
    expect((await ok(`GET /v1/helplines/${group.id}/on`)).zone).toBe("Europe/London");
    for (const at of ["soon", "2031-02-30", "17:00", "2031-07-07 10:00"]) {
      const { status, body } = await call(`GET /v1/helplines/${group.id}/on?at=${encodeURIComponent(at)}`);
      expect([status, body.error.message]).toEqual([422, expect.stringMatching(/^at is no time/)]);
    }
  });

  test("goes by turns where the group does, and rings a telephone again once staff have seen to it", async () => {
    const group = await newGroup({ order: "least-recent" });
    const { id, ana, ben } = group;
    await addShift(group, { ...MORNING, volunteers: [ana, ben] });
    const at = `${MONDAY}T09:30`;
    expect(await on(group, at)).toEqual(["Ana", "Ben"]);
    const { addressId } = await ok(`GET /v1/volunteers/${ana}`);
    const failing = { [addressId]: { times: 1, until: Date.parse("2040-01-01T00:00:00Z") } };
    const object = env.HELPLINE.getByName(id);
    await runInDurableObject(object, (_object, { storage }) => {
      const desk = JSON.stringify({ rungAt: { [ana]: 5, [ben]: 1 }, failing });
      storage.sql.exec("INSERT OR REPLACE INTO kept (key, body) VALUES ('desk', ?)", desk);
    });
    await evictDurableObject(object);
    expect(await on(group, at)).toEqual(["Ben", "(Ana)"]);
    await ok(`DELETE /v1/volunteers/${ana}/quarantine`);
    expect(await on(group, at)).toEqual(["Ben", "Ana"]);
  });

  test("by day and hour, as the first helpline asked it", async () => {
    const group = await newGroup();
    await addShift(group, { ...MORNING, volunteers: [group.ana, group.ben] });
    await ok(`PATCH /v1/volunteers/${group.ben}`, { isActive: false });
    const found = await ok(`GET /callrouting/volunteers/${group.id}/Monday/9`);
    expect(found).toMatchObject({
      group: "Night line",
      day: "Monday",
      hour: 9,
      volunteers: [{ id: group.ana, name: "Ana" }],
    });
    expect(new Date(found.at).getUTCDay()).toBe(1);
    expect((await ok(`GET /callrouting/volunteers/${group.id}/tuesday/09`)).volunteers).toEqual([]);
    expect((await call(`GET /callrouting/volunteers/${group.id}/Someday/9`)).status).toBe(422);
    expect((await call(`GET /callrouting/volunteers/${group.id}/Monday/24`)).status).toBe(422);
    expect((await call("GET /callrouting/volunteers/1/Monday/17")).status).toBe(404);
  });
});

describe("what a rota comes to", () => {
  test("every shift, page by page, with its people", async () => {
    const group = await newGroup();
    await addShift(group, { ...MORNING, volunteers: [group.ana] });
    await addShift(group, { ...NIGHT, volunteers: [] });
    const where = `GET /v1/helplines/${group.id}/occurrences?from=${MONDAY}&to=2031-07-15&limit=3`;
    const first = await ok(where);
    const second = await ok(`${where}&cursor=${first.next}`);
    expect(
      [...first.data, ...second.data].map(({ date, startsAt, people }) => [date, startsAt, people.length]),
    ).toEqual([
      ["2031-07-07", "2031-07-07T08:00:00.000Z", 1],
      ["2031-07-07", "2031-07-07T21:00:00.000Z", 0],
      ["2031-07-14", "2031-07-14T08:00:00.000Z", 1],
      ["2031-07-14", "2031-07-14T21:00:00.000Z", 0],
    ]);
    expect(first.data[0].people).toEqual([{ volunteerId: group.ana, name: "Ana", because: "shift" }]);
    expect(second.next).toBeNull();
  });

  test("gaps: nothing planned, open, and staffed by nobody who can be called", async () => {
    const group = await newGroup();
    const { id, ana, ben } = group;
    await addShift(group, { ...MORNING, volunteers: [ana] });
    await addShift(group, { ...MORNING, from: "12:00", to: "13:00", volunteers: [] });
    await addShift(group, { ...MORNING, from: "13:00", to: "14:00", volunteers: [ben] });
    const gaps = async (): Promise<string[]> =>
      (await ok(`GET /v1/helplines/${id}/gaps?from=${MONDAY}T09:00&to=${MONDAY}T15:00`)).data.map(
        ({ startsAt, endsAt, isOpen }: Answer["body"]) =>
          `${startsAt.slice(11, 16)}-${endsAt.slice(11, 16)} ${isOpen ? "open" : "unplanned"}`,
      );
    expect(await gaps()).toEqual(["11:00-12:00 open", "13:00-14:00 unplanned"]);
    await ok(`PATCH /v1/volunteers/${ben}`, { isActive: false });
    expect(await gaps()).toEqual(["11:00-13:00 open", "13:00-14:00 unplanned"]);
  });

  test.each([
    ["gaps", "07:00", "07:05", ["07:00-09:00", "13:00-14:00"]],
    ["overlaps", "11:00", "11:05", ["11:00-12:00", "15:00-16:00"]],
  ])(
    "%s that are under way come once, though time passes between two pages",
    async (what, then, now, expected) => {
      const group = await newGroup({ zone: "UTC" });
      const times = [
        ["09:00", "12:00", group.ana],
        ["11:00", "13:00", group.ben],
        ["14:00", "16:00", group.cai],
        ["15:00", "18:00", group.ana],
      ];
      for (const [from, to, who] of times) await addShift(group, { weekday: 1, from, to, volunteers: [who] });
      const where = `GET /v1/helplines/${group.id}/${what}?to=${MONDAY}T20:00&limit=1&from=${MONDAY}T`;
      const first = await ok(where + then);
      const second = await ok(`${where}${now}&cursor=${first.next}`);
      expect(
        [...first.data, ...second.data].map(
          ({ startsAt, endsAt }) => `${startsAt.slice(11, 16)}-${endsAt.slice(11, 16)}`,
        ),
      ).toEqual(expected);
    },
  );

  test("overlaps, and hours for each", async () => {
    const group = await newGroup();
    const { id, ana, ben } = group;
    await addShift(group, { ...MORNING, volunteers: [ana] });
    await addShift(group, { ...MORNING, from: "11:00", to: "14:00", volunteers: [ben, ana] });
    const { data } = await ok(`GET /v1/helplines/${id}/overlaps?from=${MONDAY}&to=2031-07-08`);
    expect(data).toMatchObject([
      { startsAt: "2031-07-07T10:00:00.000Z", endsAt: "2031-07-07T11:00:00.000Z", shifts: [{}, {}] },
    ]);
    expect((await ok(`GET /v1/helplines/${id}/hours?from=${MONDAY}&to=2031-07-08`)).data).toEqual([
      { volunteerId: ana, name: "Ana", minutes: 300, shifts: 2 },
      { volunteerId: ben, name: "Ben", minutes: 180, shifts: 1 },
    ]);
  });

  test.each([
    ["from=2031-07-08&to=2031-07-07", /^to is not after/],
    ["from=2031-01-01&to=2033-01-01", /^to is more than a year/],
    ["from=whenever", /^from is no time/],
  ])("a window of %s is refused", async (query, says) => {
    const { id } = await newGroup();
    for (const what of ["occurrences", "gaps", "overlaps", "hours"]) {
      const { status, body } = await call(`GET /v1/helplines/${id}/${what}?${query}`);
      expect([status, body.error.message]).toEqual([422, expect.stringMatching(says)]);
    }
  });
});

describe("who is removed", () => {
  test("is on no shift that starts from now on, and still was on those before", async () => {
    const group = await newGroup();
    const { id, ana, ben, cai } = group;
    const { id: shiftId } = await addShift(group, {
      ...MORNING,
      volunteers: [ana, ben],
      validFrom: "2020-01-06",
    });
    await override(group, { kind: "swap", shiftId, from: ben, to: cai });
    await override(group, { kind: "replace", shiftId, volunteers: [ana], date: "2020-02-03" });
    await override(group, { kind: "add", from: "20:00", to: "21:00", volunteers: [ana, cai] });
    await ok(`DELETE /v1/volunteers/${ana}`);
    await ok(`DELETE /v1/volunteers/${ana}`);
    expect(await on(group, `${MONDAY}T10:00`)).toEqual(["Cai"]);
    expect(await on(group, `${MONDAY}T20:30`)).toEqual(["Cai"]);
    expect(await on(group, "2031-07-14T10:00")).toEqual(["Ben"]);
    const past = await ok(`GET /v1/helplines/${id}/occurrences?from=2020-01-27&to=2020-02-04`);
    expect(
      past.data.map(({ people }: Answer["body"]) => people.map(({ name }: Answer["body"]) => name)),
    ).toEqual([["Ana", "Ben"], ["Ana"]]);
    const list = await shiftsOf(group);
    expect(list.find((shift) => shift.id === shiftId)).toMatchObject({ volunteers: [ben] });
    // The rota as it is shown can be sent back: who left may stay where it is over.
    await ok(`PUT /v1/helplines/${id}/shifts`, { shifts: list });
    expect(await ok(`GET /v1/volunteers/${ana}`)).toMatchObject({ name: "Ana", helplines: [] });
    expect((await ok("GET /v1/volunteers?removed=true")).data).toMatchObject([{ id: ana }]);
    expect((await call(`PATCH /v1/volunteers/${ana}`, { name: "Again" })).status).toBe(409);
    expect((await call(`PATCH /v1/helplines/${id}/shifts/${shiftId}`, { volunteers: [ana] })).status).toBe(
      422,
    );
  });
});
