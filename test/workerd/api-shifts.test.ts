// Shifts by API, and what is different about them on dates.
import { beforeAll, describe, expect, test } from "vitest";
import { call, ok } from "./api-calls.ts";
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

const byText = (one: string, other: string): number => (one < other ? -1 : 1);
const later = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
const idOf = (n: number) => `018f0000-0000-7000-8000-00000000000${n}`;

describe("shifts", () => {
  test("are added, changed and deleted one by one", async () => {
    const group = await newGroup();
    const shift = await addShift(group, { ...MORNING, volunteers: [group.ana, group.ben] });
    expect(shift).toMatchObject({ order: "given", validFrom: null, validUntil: null });
    const where = `/v1/helplines/${group.id}/shifts/${shift.id}`;
    expect(await ok(`PATCH ${where}`, { to: "13:00", volunteers: [group.ben] })).toEqual({
      ...shift,
      to: "13:00",
      volunteers: [group.ben],
    });
    const mine = idOf(1);
    const put = { ...NIGHT, volunteers: [] };
    await ok(`PUT /v1/helplines/${group.id}/shifts/${mine}`, put);
    expect(await ok(`PUT /v1/helplines/${group.id}/shifts/${mine}`, put)).toMatchObject({ id: mine });
    expect(await shiftsOf(group)).toHaveLength(2);
    await ok(`DELETE ${where}`);
    expect((await call(`DELETE ${where}`)).status).toBe(404);
    expect((await call(`PATCH ${where}`, { to: "13:00" })).status).toBe(404);
    const { data } = await ok(`GET /v1/audit?subjectId=${shift.id}`);
    expect(data.map(({ action }: { action: string }) => action)).toEqual([
      "shift.delete",
      "shift.change",
      "shift.create",
    ]);
  });

  test("move from a date on: the weeks before stay, turns go on, and what was agreed about later dates goes along", async () => {
    const group = await newGroup();
    const { ana, ben, cai } = group;
    const [before, first, next] = [later(MONDAY, -7), MONDAY, later(MONDAY, 7)];
    const shift = await addShift(group, { ...MORNING, volunteers: [ana, ben], order: "turns" });
    await ok(`POST /v1/helplines/${group.id}/overrides`, {
      kind: "replace",
      date: before,
      shiftId: shift.id,
      volunteers: [cai],
    });
    await ok(`POST /v1/helplines/${group.id}/overrides`, {
      kind: "swap",
      date: next,
      shiftId: shift.id,
      from: ana,
      to: cai,
    });
    const was = [await on(group, `${first}T09:30`), await on(group, `${next}T09:30`)];
    const to = { date: later(first, 1), from: "14:00", to: "15:00" };
    const where = `POST /v1/helplines/${group.id}/shifts/${shift.id}/move`;
    expect(await ok(where, { date: first, to })).toMatchObject({
      id: shift.id,
      weekday: 2,
      from: "14:00",
      validFrom: to.date,
    });
    expect(await on(group, `${before}T09:30`)).toEqual(["Cai"]);
    expect(await on(group, `${first}T09:30`)).toEqual([]);
    expect(await on(group, `${to.date}T14:30`)).toEqual(was[0]);
    expect(await on(group, `${later(next, 1)}T14:30`)).toEqual(was[1]);
    expect(await shiftsOf(group)).toHaveLength(2);
    // There is no week before its first: it moves as it is.
    const again = { date: later(first, 2), from: "14:00", to: "15:00" };
    await ok(where, { date: to.date, to: again });
    expect(await shiftsOf(group)).toHaveLength(2);
    expect((await call(where, { date: first, to })).body.error.details).toEqual([
      { path: "date", message: "is no date on which this shift starts" },
    ]);
  });

  test("that two people change at once are changed by one of them, and the other hears of it", async () => {
    const group = await newGroup();
    const { id } = await addShift(group, { ...MORNING, volunteers: [] });
    const where = `PATCH /v1/helplines/${group.id}/shifts/${id}`;
    const answers = await Promise.all(
      [{ from: "08:00" }, { to: "13:00" }, { weekday: 2 }].map((patch) => call(where, patch)),
    );
    const [shift] = await shiftsOf(group);
    const kept = answers.filter(({ status }) => status === 200).length;
    const differs = [shift.from !== "09:00", shift.to !== "12:00", shift.weekday !== 1].filter(
      Boolean,
    ).length;
    expect(differs).toBe(kept);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(3 - kept);
  });

  test("are replaced all at once: two may overlap, and what is not in the list is gone with its changes", async () => {
    const group = await newGroup();
    const { ana, ben, cai } = group;
    const kept = await addShift(group, { ...MORNING, volunteers: [ana] });
    const gone = await addShift(group, { ...NIGHT, volunteers: [ana] });
    await override(group, { kind: "replace", shiftId: kept.id, volunteers: [cai] });
    await override(group, { kind: "remove", shiftId: gone.id });
    const extra = await override(group, { kind: "add", from: "15:00", to: "16:00", volunteers: [ben] });
    await override(group, { kind: "replace", shiftId: extra.id, volunteers: [cai] });
    const list = [kept, { ...MORNING, from: "11:00", to: "14:00", volunteers: [ben] }];
    expect(await ok(`PUT /v1/helplines/${group.id}/shifts`, { shifts: list })).toEqual({ count: 2 });
    expect((await shiftsOf(group)).map(({ from }) => from).toSorted(byText)).toEqual(["09:00", "11:00"]);
    const { data } = await ok(`GET /v1/helplines/${group.id}/overrides?from=${MONDAY}&to=${MONDAY}`);
    expect(data.map(({ kind }: { kind: string }) => kind).toSorted(byText)).toEqual([
      "add",
      "replace",
      "replace",
    ]);
    expect(await on(group, `${MONDAY}T11:30`)).toEqual(["Cai", "Ben"]);
    expect(await ok(`PUT /v1/helplines/${group.id}/shifts`, { shifts: [] })).toEqual({ count: 0 });
    expect(await shiftsOf(group)).toEqual([]);
  });

  test("come in pages in the order of their ids", async () => {
    const group = await newGroup();
    const shifts = [3, 1, 2].map((weekday) => ({ ...MORNING, id: idOf(weekday), weekday, volunteers: [] }));
    await ok(`PUT /v1/helplines/${group.id}/shifts`, { shifts });
    const first = await ok(`GET /v1/helplines/${group.id}/shifts?limit=2`);
    const second = await ok(`GET /v1/helplines/${group.id}/shifts?limit=2&cursor=${first.next}`);
    expect([...first.data, ...second.data].map(({ weekday }) => weekday)).toEqual([1, 2, 3]);
    expect(second.next).toBeNull();
  });

  const bad: readonly (readonly [why: string, shift: object, says: RegExp])[] = [
    ["on the eighth day", { weekday: 8 }, /weekday is too large/],
    ["at 25 o'clock", { from: "25:00" }, /from .*09:00/],
    ["at half past nine, in words", { to: "half past nine" }, /to .*09:00/],
    ["with a stranger", { volunteers: [idOf(9)] }, /volunteers\[0\] is no member/],
    ["with nobody's id", { volunteers: ["ana"] }, /volunteers\[0\] is no valid UUID/],
    ["until before it begins", { validFrom: "2031-02-01", validUntil: "2031-01-01" }, /validUntil is before/],
    ["from a date that is none", { validFrom: "2031-02-30" }, /validFrom/],
    ["in no order", { order: "random" }, /order should be/],
    ["with a field we do not have", { name: "Dawn" }, /no place for "name"/],
  ];

  test.each(bad)("%s are refused, alone and in a list", async (_why, more, says) => {
    const { id } = await newGroup();
    const shift = { ...MORNING, volunteers: [], ...more };
    const alone = await call(`POST /v1/helplines/${id}/shifts`, shift);
    const listed = await call(`PUT /v1/helplines/${id}/shifts`, {
      shifts: [{ ...MORNING, volunteers: [] }, shift],
    });
    for (const { status, body } of [alone, listed]) {
      expect([status, body.error.code]).toEqual([422, "invalid"]);
      expect(body.error.message).toMatch(says);
    }
    expect(listed.body.error.message).toMatch(/^shifts\[1\]/);
  });

  test("with an id twice, somebody twice, or an id that is none, are refused", async () => {
    const { id, ana } = await newGroup();
    const shift = { ...MORNING, id: idOf(9), volunteers: [] };
    const twice = await call(`PUT /v1/helplines/${id}/shifts`, { shifts: [shift, shift] });
    expect(twice.body.error.message).toBe("shifts[1].id is another shift's as well.");
    const both = await call(`POST /v1/helplines/${id}/shifts`, { ...MORNING, volunteers: [ana, ana] });
    expect(both.body.error.message).toBe("volunteers has somebody twice.");
    const named = await call(`PUT /v1/helplines/${id}/shifts/monday`, { ...MORNING, volunteers: [] });
    expect(named.body.error.message).toBe("shiftId is no UUID.");
    expect((await call(`POST /v1/helplines/none/shifts`, { ...MORNING, volunteers: [] })).status).toBe(404);
  });

  test("more than a group plans are refused", async () => {
    const group = await newGroup();
    const shifts = Array.from({ length: 2_000 }, () => ({ ...MORNING, volunteers: [] }));
    expect(await ok(`PUT /v1/helplines/${group.id}/shifts`, { shifts })).toEqual({ count: 2_000 });
    const { body } = await call(`POST /v1/helplines/${group.id}/shifts`, { ...MORNING, volunteers: [] });
    expect(body.error.message).toBe("A helpline has at most 2000 shifts.");
    const more = await call(`PUT /v1/helplines/${group.id}/shifts`, { shifts: [...shifts, shifts[0]] });
    expect(more.body.error.message).toMatch(/^shifts is too long/);
  });
});

describe("on a date", () => {
  test("people are replaced, swapped, given back and taken; each is said with its rule", async () => {
    const group = await newGroup();
    const { id, ana, ben, cai } = group;
    const { id: shiftId } = await addShift(group, { ...MORNING, volunteers: [ana, ben] });
    const at = `${MONDAY}T09:30`;
    expect(await on(group, at)).toEqual(["Ana", "Ben"]);
    await override(group, { kind: "swap", shiftId, from: ana, to: cai });
    const { people } = await ok(`GET /v1/helplines/${id}/on?at=${at}`);
    expect(people.map(({ why }: { why: string }) => why)).toEqual([
      expect.stringMatching(/^Cai is on shift Mon 09:00-12:00, in place of Ana by a swap made /),
      "Ben is on shift Mon 09:00-12:00.",
    ]);
    await override(group, { kind: "swap", shiftId, from: cai, to: null });
    expect(await on(group, at)).toEqual(["Ben"]);
    await override(group, { kind: "swap", shiftId, from: null, to: ana });
    expect(await on(group, at)).toEqual(["Ana", "Ben"]);
    const removal = await override(group, { kind: "remove", shiftId });
    expect(await ok(`GET /v1/helplines/${id}/on?at=${at}`)).toMatchObject({
      people: [],
      nobody: expect.stringMatching(/^Shift Mon 09:00-12:00 does not take place, by a change made /),
      otherwise:
        "The caller is asked to leave a message, which is mailed to the operators, if any are named.",
    });
    await ok(`DELETE /v1/helplines/${id}/overrides/${removal.id}`);
    expect(await on(group, at)).toEqual(["Ana", "Ben"]);
    expect(await on(group, "2031-07-14T09:30")).toEqual(["Ana", "Ben"]);
  });

  test("a shift is added, and what is different about it goes with it", async () => {
    const group = await newGroup();
    const { id, ana, ben } = group;
    const extra = await override(group, { kind: "add", from: "20:00", to: "21:00", volunteers: [ana] });
    await override(group, { kind: "swap", shiftId: extra.id, from: ana, to: ben });
    expect(await on(group, `${MONDAY}T20:30`)).toEqual(["Ben"]);
    await ok(`DELETE /v1/helplines/${id}/overrides/${extra.id}`);
    expect((await ok(`GET /v1/helplines/${id}/overrides`)).data).toEqual([]);
    expect((await call(`DELETE /v1/helplines/${id}/overrides/${extra.id}`)).status).toBe(404);
  });

  test("of two replacements the later counts", async () => {
    const group = await newGroup();
    const { id: shiftId } = await addShift(group, { ...MORNING, volunteers: [group.ana] });
    await override(group, { kind: "replace", shiftId, volunteers: [group.ben] });
    await override(group, { kind: "replace", shiftId, volunteers: [group.cai, group.ana] });
    expect(await on(group, `${MONDAY}T10:00`)).toEqual(["Cai", "Ana"]);
  });

  test("what would change nothing is refused", async () => {
    const group = await newGroup({ holidays: [{ date: "2031-07-14", name: "Bank holiday" }] });
    const { id, ana, ben, cai } = group;
    const { id: shiftId } = await addShift(group, { ...MORNING, volunteers: [ana] });
    const stranger = (await newVolunteer("Dee", [])).id;
    const refused: readonly (readonly [object, RegExp])[] = [
      [{ kind: "remove", shiftId, date: "2031-07-08" }, /^shiftId is no shift that starts on 2031-07-08/],
      [{ kind: "remove", shiftId, date: "2031-07-14" }, /^shiftId is no shift/],
      [{ kind: "replace", shiftId: ana, volunteers: [] }, /^shiftId is no shift/],
      [{ kind: "swap", shiftId, from: ben, to: cai }, /^from is not on this shift/],
      [{ kind: "swap", shiftId, from: null, to: ana }, /^to is on this shift/],
      [{ kind: "swap", shiftId, from: null, to: ben }, /^to finds no open place/],
      [{ kind: "swap", shiftId, from: null, to: null }, /^to is nobody/],
      [{ kind: "swap", shiftId, from: ana, to: stranger }, /^to is no member/],
      [{ kind: "replace", shiftId, volunteers: [ben, stranger] }, /^volunteers\[1\] is no member/],
      [{ kind: "add", from: "9", to: "10:00", volunteers: [] }, /^from .*09:00/],
      [{ kind: "cancel", shiftId }, /^kind|of no known kind/],
      [{ kind: "remove", shiftId, date: "tomorrow" }, /^date/],
      [{ kind: "remove", shiftId, at: 1 }, /no place for "at"/],
    ];
    for (const [body, says] of refused) {
      const answer = await call(`POST /v1/helplines/${id}/overrides`, { date: MONDAY, ...body });
      expect([answer.status, answer.body.error.message]).toEqual([422, expect.stringMatching(says)]);
    }
    expect((await ok(`GET /v1/helplines/${id}/overrides`)).data).toEqual([]);
  });
});
