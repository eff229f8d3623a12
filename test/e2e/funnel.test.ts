// The demo's funnel played whole, over five weeks: Activation, Reactivation 1 and 2, every way out, the cap, the slots.
import { readFileSync } from "node:fs";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import type { Handset } from "../carrier/carrier.ts";
import { eventually, startSystem, type TestSystem } from "./harness.ts";
import { organise } from "./organiser.ts";

const LINE = "+447700900100";
const ZONE = "Europe/London";
const DEMO = new URL("../demo/", import.meta.url);
const read = (path: string): object => Object(JSON.parse(readFileSync(new URL(path, DEMO), "utf8")));

const Member = z.object({
  stage: z.string(),
  phase: z.string(),
  category: z.string().nullable(),
  cause: z.string(),
});
const Counts = z.object({
  people: z.number(),
  categories: z.array(z.object({ category: z.string().nullable(), count: z.number() })),
});
const DropOff = z.object({ data: z.array(z.record(z.string(), z.unknown())) });
const Slots = z.object({ data: z.array(z.object({ day: z.string(), people: z.number() })) });
const Moves = z.object({ data: z.array(z.object({ cause: z.string() })) });
const Days = z.object({
  data: z.array(z.object({ begun: z.number(), categories: z.record(z.string(), z.number()) })),
});

const NAMES = ["Amara", "Ben", "Chloe", "Dev", "Elena", "Femi", "Gus", "Hana"] as const;
type Name = (typeof NAMES)[number];

let system: TestSystem;
let monday: Temporal.PlainDate;
const contacts = new Map<Name, { id: string; handset: Handset }>();

beforeAll(async () => {
  system = await startSystem();
  const { api } = system;
  const organiser = organise(system);
  const line = await organiser.addLine({
    address: LINE,
    zone: ZONE,
    hours: "Mo-Su 08:00-21:00",
    segmentsPerSecond: 50,
  });
  for (const slug of ["energy-activation", "energy-reactivation-1", "energy-reactivation-2"])
    await organiser.publish(slug, read(`flows/${slug}.json`));
  const here = Temporal.Instant.fromEpochMilliseconds(await system.now())
    .toZonedDateTimeISO(ZONE)
    .toPlainDate();
  monday = here.add({ days: 8 - here.dayOfWeek });
  await goTo(0, "09:00");

  const config = { ...read("funnels/energy-advice.json"), lineId: line.id, dailyCap: 6 };
  const slots = { weekdays: [1, 2, 3, 4, 5], hours: [10, 11] };
  await api.send(
    "POST",
    "/api/v1/funnels",
    { key: "energy_advice", config: { ...config, slots } },
    z.unknown(),
  );
  await api.send("POST", "/api/v1/funnels/energy_advice/start", {}, z.unknown());
  for (const [place, name] of NAMES.entries()) {
    const number = `+4477009004${String(10 + place)}`;
    const { id } = await api.send(
      "POST",
      "/api/v1/contacts",
      { number, name, zone: ZONE },
      z.object({ id: z.string() }),
    );
    const grant = { kind: "grant", source: "paper form", proof: "Signed up at the open day" };
    await api.send("POST", `/api/v1/contacts/${id}/permissions`, grant, z.unknown());
    contacts.set(name, { id, handset: system.handset(number, { name, zone: ZONE }) });
  }
  await enrol(NAMES.slice(0, 6));
  await system.tick(1_000);
  await enrol(NAMES.slice(6));
});

afterAll(() => system.stop());

async function enrol(names: readonly Name[]): Promise<void> {
  const body = { kind: "contacts", contacts: names.map((name) => who(name).id) };
  await system.api.send("POST", "/api/v1/funnels/energy_advice/members", body, z.unknown());
}

function who(name: Name): { id: string; handset: Handset } {
  const found = contacts.get(name);
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found;
}

/** So many days after the first Monday, at that time in London. */
async function goTo(days: number, time: string): Promise<void> {
  const at = monday.add({ days }).toZonedDateTime({ timeZone: ZONE, plainTime: time }).epochMilliseconds;
  await system.advance(at - (await system.now()));
}

const read1 = (name: Name): Promise<z.infer<typeof Member>> =>
  system.api.get(`/api/v1/funnels/energy_advice/members/${who(name).id}`, Member);

/** Waits until they stand there; cron may need another turn for what the record heard of late. */
async function stands(
  name: Name,
  expected: Partial<z.infer<typeof Member>>,
  isByCron = false,
): Promise<void> {
  const look = async () => {
    const member = await read1(name);
    if (Object.entries(expected).every(([key, value]) => Reflect.get(member, key) === value)) return member;
    if (isByCron) await system.tick(300_000);
    return null;
  };
  try {
    await eventually(look, { withinMs: 15_000 });
  } catch {
    expect(await read1(name)).toMatchObject(expected);
  }
}

async function reads(name: Name, words: string): Promise<void> {
  await who(name).handset.expect(words, { withinMs: 15_000 });
}

async function says(name: Name, ...words: readonly string[]): Promise<void> {
  for (const word of words) await who(name).handset.text(LINE, word);
}

const asked = (names: readonly Name[]) => names.filter((name) => who(name).handset.inbox().length > 0);
const HELLO = "We help neighbours to lower their energy bills.";
const OFFER = "Shall we ring you to fix a day?";

test("Monday: two slots of three, and what they answer", async () => {
  await goTo(0, "10:01");
  await eventually(async () => asked(NAMES).length === 3, { withinMs: 20_000, what: "the first slot" });
  await goTo(0, "11:01");
  await Promise.all(NAMES.slice(0, 6).map((name) => reads(name, HELLO)));
  expect(asked(NAMES)).toEqual(NAMES.slice(0, 6));
  expect(
    (await system.api.get("/api/v1/funnels/energy_advice/slots", Slots)).data.map(({ people }) => people),
  ).toEqual([3, 3]);

  await goTo(0, "11:30");
  await says("Amara", "yes please");
  await reads("Amara", OFFER);
  await stands("Amara", { phase: "asked", category: "Interested" });
  await says("Amara", "yes");
  await stands("Amara", { phase: "out", category: "Sent to call" });
  await says("Ben", "no");
  await stands("Ben", { phase: "out", category: "Deleted" });
  await says("Chloe", "yes");
  await reads("Chloe", OFFER);
  await says("Chloe", "no");
  await stands("Chloe", { phase: "out", category: "Removed" });
  await says("Dev", "later", monday.add({ days: 9 }).toString());
  await stands("Dev", { stage: "activation", phase: "waiting", category: "Waiting" });
  await says("Femi", "yes");
  await reads("Femi", OFFER);
  await stands("Femi", { phase: "asked", category: "Interested" });
});

test("Tuesday: the cap let two wait; a dead number and a STOP", async () => {
  who("Gus").handset.setDelivery({ kind: "undelivered", code: 30_005 });
  await goTo(1, "10:01");
  await reads("Hana", HELLO);
  await stands("Gus", { phase: "out", category: "Not reached", cause: "failure" });
  await says("Hana", "STOP");
  await stands("Hana", { phase: "out", category: "Opted out" });
});

test("three days of silence: waiting until the date, over a weekend without slots, then Reactivation 1", async () => {
  await goTo(3, "12:00");
  await stands("Elena", { stage: "reactivation-1", phase: "waiting", category: "Waiting" }, true);
  await stands("Femi", { stage: "reactivation-1", phase: "waiting", category: "Waiting" }, true);
  await goTo(5, "10:01");
  await goTo(6, "10:01");
  await stands("Elena", { phase: "waiting" });
  await goTo(7, "10:01");
  await reads("Elena", "Would you like to know how?");
  // The first yes was said: Femi is only asked whether to ring.
  await reads("Femi", OFFER);
  await says("Femi", "no");
  await stands("Femi", { stage: "reactivation-1", phase: "out", category: "Removed" });
});

test("on the date they gave they are asked again", async () => {
  await goTo(9, "10:01");
  await reads("Dev", HELLO);
  await says("Dev", "yes", "yes");
  await stands("Dev", { phase: "out", category: "Sent to call" });
});

test("silence again: Reactivation 2 a fortnight later, and out", async () => {
  await goTo(10, "12:00");
  await stands("Elena", { stage: "reactivation-2", phase: "waiting", category: "Waiting" }, true);
  await goTo(24, "10:01");
  await reads("Elena", "closes soon");
  await goTo(29, "12:00");
  await stands("Elena", { stage: "reactivation-2", phase: "out", category: "No answer" }, true);
  const { data } = await system.api.get(
    `/api/v1/funnels/energy_advice/moves?contactId=${who("Elena").id}`,
    Moves,
  );
  expect(data.map(({ cause }) => cause).toReversed()).toEqual([
    "enrolled",
    "begun",
    "silence",
    "begun",
    "silence",
    "begun",
    "silence",
  ]);
});

test("the figures: everybody once, where they were lost, day by day; nobody was written to outside the slots' hours", async () => {
  const counts = await system.api.get("/api/v1/funnels/energy_advice/counts", Counts);
  expect(counts.people).toBe(8);
  expect(Object.fromEntries(counts.categories.map(({ category, count }) => [category, count]))).toEqual({
    "Sent to call": 2,
    Deleted: 1,
    Removed: 2,
    "No answer": 1,
    "Not reached": 1,
    "Opted out": 1,
  });
  const dropOff = await system.api.get("/api/v1/funnels/energy_advice/drop-off", DropOff);
  expect(dropOff.data).toMatchObject([
    {
      stage: "activation",
      begun: 9,
      answered: 5,
      silent: 2,
      failed: 1,
      optedOut: 1,
      open: 0,
      dropOff: 4 / 9,
    },
    { stage: "reactivation-1", begun: 2, answered: 1, silent: 1, dropOff: 0.5 },
    { stage: "reactivation-2", begun: 1, answered: 0, silent: 1, dropOff: 1 },
  ]);
  const days = await system.api.get("/api/v1/funnels/energy_advice/days", Days);
  expect(days.data.map(({ begun }) => begun).filter((begun) => begun > 0)).toEqual([6, 2, 2, 1, 1]);
  expect(days.data[0]?.categories).toEqual({
    "Sent to call": 1,
    Deleted: 1,
    Removed: 1,
    Waiting: 1,
    Interested: 3,
  });
});
