// Calendar feeds: an address that can be shown again, and ended; and what a calendar program reads there.
import { exports } from "cloudflare:workers";
import ICAL from "ical.js";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { call, ok, ORIGIN } from "./api-calls.ts";
import { fakeCarrier } from "./carrier.ts";
import { addShift, newGroup, newHelpline, newVolunteer, on, override } from "./helpline-world.ts";
import type { Group } from "./helpline-world.ts";

const DAY_MS = 86_400_000;
/** The Monday after today, for feeds show the year ahead of today. */
const MONDAY_MS = Math.ceil((Date.now() / DAY_MS - 4) / 7) * 7 * DAY_MS + 4 * DAY_MS;

beforeAll(() => {
  fakeCarrier();
});

const get = (url: string, headers: Record<string, string> = {}) =>
  exports.default.fetch(new Request(url, { headers }));
const newFeed = async (owner: string): Promise<string> => (await ok(`POST /v1/${owner}/calendar`)).url;

const date = (days: number) => new Date(MONDAY_MS + days * DAY_MS).toISOString().slice(0, 10);
const addMorning = ({ id }: Pick<Group, "id">, volunteers: readonly string[]) =>
  ok(`POST /v1/helplines/${id}/shifts`, { weekday: 1, from: "09:00", to: "12:00", volunteers });

interface Read {
  readonly summary: string;
  readonly startsAt: number;
  readonly endsAt: number;
}

async function read(url: string): Promise<readonly Read[]> {
  const response = await get(url);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  const calendar = new ICAL.Component(ICAL.parse(await response.text()));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const { summary, startDate, endDate } = new ICAL.Event(component);
    return { summary, startsAt: startDate.toUnixTime() * 1000, endsAt: endDate.toUnixTime() * 1000 };
  });
}
const at = (events: readonly Read[], instant: number) =>
  events
    .filter(({ startsAt, endsAt }) => startsAt <= instant && instant < endsAt)
    .map(({ summary }) => summary);

describe("the feed of a group", () => {
  test("has the people that would be called, at any time of a year", async () => {
    const group = await newGroup();
    await addShift(group, { weekday: 1, from: "09:00", to: "12:00", volunteers: [group.ana, group.ben] });
    await addShift(group, { weekday: 7, from: "22:00", to: "02:30", volunteers: [group.cai] });
    const open = await addShift(group, { weekday: 3, from: "14:00", to: "16:00", volunteers: [] });
    await override(group, { kind: "replace", date: date(2), shiftId: open.id, volunteers: [group.ben] });
    await override(group, {
      kind: "add",
      date: date(1),
      from: "18:00",
      to: "20:00",
      volunteers: [group.ana],
    });

    const events = await read(await newFeed(`helplines/${group.id}`));
    // The week of the changes by five hours, then half a year by eleven days and an hour, over a change of the clocks.
    const instants = [
      ...Array.from({ length: 20 }, (_, step) => MONDAY_MS + step * 5 * 3_600_000),
      ...Array.from({ length: 16 }, (_, step) => MONDAY_MS + step * 265 * 3_600_000),
    ];
    const called = await Promise.all(instants.map((instant) => on(group, new Date(instant).toISOString())));
    const shown = instants.map((instant) => at(events, instant).filter((who) => !who.startsWith("Open")));
    expect(shown.map((names) => names.join(", "))).toEqual(called.map((names) => names.join(", ")));
    expect(events.filter(({ summary }) => summary === "Open: Night line").length).toBeGreaterThan(50);
  }, 20_000);

  test("is the same until something changes, and then says so", async () => {
    const group = await newGroup();
    await addShift(group, { weekday: 1, from: "09:00", to: "12:00", volunteers: [group.ana] });
    const url = await newFeed(`helplines/${group.id}`);
    const etag = (await get(url)).headers.get("etag") ?? "";
    expect((await get(url, { "if-none-match": etag })).status).toBe(304);
    expect((await get(url, { "if-none-match": `"other", W/${etag}` })).status).toBe(304);
    await addShift(group, { weekday: 2, from: "09:00", to: "12:00", volunteers: [group.ana] });
    const changed = await get(url, { "if-none-match": etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get("etag")).not.toBe(etag);
  });
});

test("who is erased was on shift all the same, without a name", async () => {
  const group = await newGroup();
  await addMorning(group, [group.ana]);
  const url = await newFeed(`helplines/${group.id}`);
  expect((await read(url)).map(({ summary }) => summary)).toContain("Ana");
  const { phone } = await ok(`GET /v1/volunteers/${group.ana}`);
  const [contact] = (await ok("POST /v1/contacts/search", { number: phone })).data;
  await ok(`POST /v1/contacts/${contact.id}/erase`, { confirm: "erase" });
  const events = await read(url);
  expect(new Set(events.map(({ summary }) => summary))).toEqual(new Set(["Somebody", "Open: Night line"]));
  expect(await (await get(url)).text()).not.toContain("Ana");
});

describe("the feed of a volunteer", () => {
  test("has their shifts in all their groups, each by its own clock", async () => {
    const [london, auckland] = [
      await newGroup(),
      await newHelpline({ name: "Day line", zone: "Pacific/Auckland" }),
    ];
    const { id } = await newVolunteer("Dee", [london.id, auckland.id]);
    await addMorning(london, [london.ana, id]);
    await addMorning(london, [london.ana]);
    await addMorning(auckland, [id]);
    const events = await read(await newFeed(`volunteers/${id}`));
    const clock = (zone: string, summary: string) =>
      new Set(
        events
          .filter((event) => event.summary === summary)
          .map(({ startsAt }) =>
            new Date(startsAt).toLocaleString("en-GB", {
              timeZone: zone,
              weekday: "short",
              timeStyle: undefined,
              hour: "2-digit",
              minute: "2-digit",
            }),
          ),
      );
    expect(clock("Europe/London", "On shift: Night line")).toEqual(new Set(["Mon 09:00"]));
    expect(clock("Pacific/Auckland", "On shift: Day line")).toEqual(new Set(["Mon 09:00"]));
    const weeks = events.length / 2;
    expect(weeks).toBeGreaterThanOrEqual(60);
    expect(weeks).toBeLessThanOrEqual(62);
  });

  test("ends when they are removed", async () => {
    const group = await newGroup();
    const url = await newFeed(`volunteers/${group.ana}`);
    expect((await get(url)).status).toBe(200);
    await ok(`DELETE /v1/volunteers/${group.ana}`);
    expect((await get(url)).status).toBe(404);
  });
});

describe("its address", () => {
  test("is made, shown again, made anew and revoked; each ends the one before, and is recorded", async () => {
    const { id } = await newGroup();
    const where = `/v1/helplines/${id}/calendar`;
    expect(await ok(`GET ${where}`)).toEqual({ url: null, changedAt: null });
    const first = await newFeed(`helplines/${id}`);
    expect((await ok(`GET ${where}`)).url).toBe(first);
    const second = await newFeed(`helplines/${id}`);
    expect((await get(first)).status).toBe(404);
    expect((await get(second)).status).toBe(200);
    await ok(`DELETE ${where}`);
    expect((await get(second)).status).toBe(404);
    expect((await ok(`GET ${where}`)).url).toBeNull();
    const third = await newFeed(`helplines/${id}`);
    expect(new Set([first, second, third]).size).toBe(3);
    expect((await get(third)).status).toBe(200);
    const deeds = (await ok(`GET /v1/audit?subjectId=${id}`)).data.map(
      ({ action }: { action: string }) => action,
    );
    expect(deeds.filter((action: string) => action.startsWith("calendar"))).toEqual([
      "calendar.renew",
      "calendar.revoke",
      "calendar.renew",
      "calendar.renew",
    ]);
  });

  test("cannot be guessed from another, nor opens anything but its own", async () => {
    const [one, other] = [await newGroup(), await newGroup()];
    const url = await newFeed(`helplines/${one.id}`);
    await newFeed(`helplines/${other.id}`);
    const proof = url.slice(-"0123456789abcdef0123456789abcdef.ics".length);
    const forged = [
      url.replace(one.id, other.id),
      url.replace("/helpline-", "/volunteer-"),
      url.replace(`-1-${proof}`, `-2-${proof}`),
      url.replace(proof, `${"0".repeat(32)}.ics`),
      `${ORIGIN}/calendar/`,
      `${ORIGIN}/calendar/anything.ics`,
    ];
    expect(await Promise.all(forged.map(async (one) => (await get(one)).status))).toEqual(
      forged.map(() => 404),
    );
  });

  test("is for editors, and of what there is", async () => {
    const { id } = await newGroup();
    const viewer = (await ok("POST /v1/tokens", { name: "screen", role: "viewer" })).token;
    expect((await call(`GET /v1/helplines/${id}/calendar`, undefined, { token: viewer })).status).toBe(403);
    for (const method of ["GET", "POST", "DELETE"])
      expect((await call(`${method} /v1/volunteers/nobody/calendar`)).status).toBe(404);
  });

  test("is in no log, not even when reading it fails", async () => {
    const { id } = await newGroup();
    const url = await newFeed(`helplines/${id}`);
    const lines: unknown[] = [];
    const spies = (["log", "info", "warn", "error"] as const).map((level) =>
      vi.spyOn(console, level).mockImplementation((...line: unknown[]) => void lines.push(line)),
    );
    await get(url);
    await get(url.replace("-1-", "-2-"));
    for (const spy of spies) spy.mockRestore();
    expect(JSON.stringify(lines)).not.toContain(id);
  });
});
