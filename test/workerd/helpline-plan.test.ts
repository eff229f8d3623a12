// The plan of a call: everything about the group, in one query.
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { HelplineConfig, VolunteerConfig } from "#core/helpline/helpline";
import { Override, Shift } from "#core/rota/rota";
import { readHelplinePlan, readPlanOf } from "../../worker/db/helpline-plan.ts";
import { countedEnv } from "./counting.ts";

const id = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const [ANA, BEN, LEFT, GONE] = [id(1), id(2), id(3), id(4)];
const NUMBER = "+15550007000";
const ZONE = "Pacific/Auckland";
/** Sunday 22 November in Auckland, Saturday in UTC. */
const NOW = Date.parse("2026-11-21T12:00:00Z");

const shift = (n: number, more: Partial<Shift> = {}) =>
  Shift.parse({ id: id(n), weekday: 7, from: "22:00", to: "02:00", volunteers: [ANA, LEFT], ...more });
const removal = (n: number, date: string) =>
  Override.parse({ id: id(n), kind: "remove", date, shiftId: id(10), at: n });
const volunteer = (name: string, more: object = {}) =>
  JSON.stringify(VolunteerConfig.parse({ name, ...more }));

beforeAll(async () => {
  const { DB } = env;
  const config = HelplineConfig.parse({ name: "Night line", number: NUMBER, zone: ZONE });
  const add = (table: string, columns: string, ...rows: unknown[][]) =>
    rows.map((row) =>
      DB.prepare(`INSERT INTO ${table} (${columns}) VALUES (${row.map(() => "?").join()})`).bind(...row),
    );
  await DB.batch([
    ...add(
      "helplines",
      "id, number, config, created_at, changed_at, archived_at",
      ["night", NUMBER, JSON.stringify(config), 0, 0, null],
      ["closed", null, JSON.stringify(config), 0, 0, 5],
    ),
    ...add(
      "volunteers",
      "id, config, address_id, quarantined_until, created_at, changed_at, removed_at",
      [ANA, volunteer("Ana", { phone: "+15550007001", language: "es" }), "address-ana", 99, 0, 0, null],
      [BEN, volunteer("Ben", { isActive: false }), null, null, 0, 0, null],
      [LEFT, volunteer("Left"), null, null, 0, 0, null],
      [GONE, volunteer("Gone"), null, null, 0, 0, 7],
    ),
    ...add(
      "memberships",
      "helpline_id, volunteer_id, created_at",
      ["night", ANA, 0],
      ["night", BEN, 0],
      ["night", GONE, 0],
      ["other", LEFT, 0],
    ),
    ...add(
      "shifts",
      "helpline_id, id, body, changed_at",
      ["night", id(10), JSON.stringify(shift(10)), 0],
      ["night", id(11), JSON.stringify(shift(11, { validUntil: "2026-11-18" })), 0],
      ["night", id(12), JSON.stringify(shift(12, { validUntil: "2026-11-22" })), 0],
      ["night", id(13), JSON.stringify(shift(13, { validFrom: "2027-01-01" })), 0],
      ["other", id(14), JSON.stringify(shift(14)), 0],
    ),
    ...add(
      "overrides",
      "helpline_id, date, id, body, made_by",
      ...["2026-11-18", "2026-11-21", "2026-11-22", "2026-11-23", "2026-11-26"].map((date, index) => [
        "night",
        date,
        id(20 + index),
        JSON.stringify(removal(20 + index, date)),
        "owner",
      ]),
    ),
    ...add("blocks", "helpline_id, address_id, reason, made_by, created_at", [
      "night",
      "bad",
      "x",
      "owner",
      0,
    ]),
  ]);
});

describe("the plan of a call", () => {
  test("is one query, of which no more is read than the group's", async () => {
    const { env: counted, counts } = countedEnv();
    const plan = await readHelplinePlan(counted.DB, { number: NUMBER, callerAddressId: "anyone", now: NOW });
    expect(counts.d1Calls).toBe(1);
    expect(counts.d1RowsRead).toBeLessThanOrEqual(15);
    expect(plan).toMatchObject({
      helplineId: "night",
      config: { name: "Night line", ringSeconds: 20 },
      rota: { zone: ZONE, holidays: [] },
      isBlocked: false,
      isVolunteer: false,
    });
  });

  test("holds what is valid about now, by the clock of any zone", async () => {
    const plan = await readPlanOf(env.DB, "night", NOW);
    expect(plan?.rota.shifts.map((one) => one.id)).toEqual([id(10), id(12)]);
    expect(plan?.rota.overrides.map(({ date }) => date)).toEqual(["2026-11-21", "2026-11-22", "2026-11-23"]);
  });

  test("names the members: who was removed, or is another group's, is not among them", async () => {
    const plan = await readPlanOf(env.DB, "night", NOW);
    expect(plan?.volunteers).toEqual([
      {
        id: ANA,
        name: "Ana",
        phone: "+15550007001",
        addressId: "address-ana",
        language: "es",
        isActive: true,
        quarantinedUntil: 99,
      },
      {
        id: BEN,
        name: "Ben",
        phone: null,
        addressId: null,
        language: "en",
        isActive: false,
        quarantinedUntil: null,
      },
    ]);
  });

  test.each([
    ["bad", true],
    ["good", false],
    [null, false],
  ])("of caller %s: blocked is %s", async (callerAddressId, isBlocked) => {
    const plan = await readHelplinePlan(env.DB, { number: NUMBER, callerAddressId, now: NOW });
    expect(plan?.isBlocked).toBe(isBlocked);
  });

  test("there is none for a number no group has, nor of an archived group", async () => {
    expect(
      await readHelplinePlan(env.DB, { number: "+15550007999", callerAddressId: null, now: NOW }),
    ).toBeNull();
    expect(await readPlanOf(env.DB, "closed", NOW)).toBeNull();
  });
});
