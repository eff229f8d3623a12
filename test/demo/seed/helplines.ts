// Groups, volunteers, shifts and who is told of them, made through the API; what is there already stays as somebody may have changed it.
import * as z from "zod";
import { Temporal } from "temporal-polyfill";
import type { System } from "../../system/system.ts";
import { ZONE } from "../start.ts";
import {
  COORDINATOR,
  type DemoGroup,
  type DemoVolunteer,
  GROUPS,
  type GroupName,
  ORGANISERS,
} from "./groups.ts";
import { lineId } from "./office.ts";

const Made = z.object({ id: z.string() });
const Helplines = z.object({
  data: z.array(z.object({ id: z.string(), number: z.string(), name: z.string() })),
});
const Shifts = z.object({ data: z.array(z.object({ id: z.string(), weekday: z.int(), from: z.string() })) });
const OnCall = z.object({
  people: z.array(z.object({ name: z.string().nullable(), isCalled: z.boolean() })),
});
const Volunteers = z.object({ data: z.array(z.object({ id: z.string(), name: z.string() })) });

/** Makes the groups that are missing, and lets the carrier know every number there is. Lines come first: reminders leave by them. */
export async function makeHelplines(system: System): Promise<void> {
  const { api } = system;
  const { data } = await api.get("/api/v1/helplines?limit=200", Helplines);
  for (const known of data) system.connectHelpline(known);
  for (const { config, volunteers } of Object.values(GROUPS))
    for (const { phone, name } of volunteers) system.handset(phone, { name, zone: config.zone ?? ZONE });
  const missing = Object.values(GROUPS).filter(
    ({ config }) => !data.some(({ number }) => number === config.number),
  );
  if (missing.length === 0) return;
  const reminders = { lineId: await lineId(api, "texts") };
  await Promise.all(missing.map((group) => makeGroup(system, group, reminders)));
  await api.send("PATCH", "/api/v1/settings", { operatorEmails: [COORDINATOR] }, z.unknown());
  await api.send("POST", "/api/v1/digests", { email: ORGANISERS, zone: ZONE }, z.unknown());
}

async function makeGroup(
  { api, addHelpline }: System,
  { config, volunteers, shifts }: DemoGroup,
  reminders: object,
): Promise<void> {
  const id = await addHelpline({ ...config, reminders });
  const ids = new Map<string, string>();
  for (const volunteer of volunteers) ids.set(volunteer.name, await makeVolunteer({ api }, id, volunteer));
  const rota = shifts.flatMap(({ days, who, ...shift }) =>
    days.map((weekday) => ({ ...shift, weekday, volunteers: who.map((name) => ids.get(name)) })),
  );
  await api.send("PUT", `/api/v1/helplines/${id}/shifts`, { shifts: rota }, z.unknown());
}

async function makeVolunteer(
  { api }: Pick<System, "api">,
  helplineId: string,
  volunteer: DemoVolunteer,
): Promise<string> {
  return (await api.send("POST", "/api/v1/volunteers", { ...volunteer, helplines: [helplineId] }, Made)).id;
}

/** What is different this week: Rhys cannot come tomorrow afternoon, and nobody has said yet that they can; Tom is away today. */
export async function makeOverrides(system: System): Promise<void> {
  const { api } = system;
  const id = await helplineId(system, "bristol");
  const here = Temporal.Instant.fromEpochMilliseconds(await system.now()).toZonedDateTimeISO(ZONE);
  const [today, tomorrow] = [here.toPlainDate(), here.add({ days: 1 }).toPlainDate()];
  const { data: shifts } = await api.get(`/api/v1/helplines/${id}/shifts`, Shifts);
  const { data: people } = await api.get(`/api/v1/volunteers?helpline=${id}`, Volunteers);
  const shift = (date: Temporal.PlainDate, from: string) => ({
    date: date.toString(),
    shiftId: shifts.find((each) => each.weekday === date.dayOfWeek && each.from === from)?.id,
  });
  const person = (name: string) => people.find((each) => each.name === name)?.id;
  const overrides = [
    { kind: "swap", ...shift(tomorrow, "14:00"), from: person("Rhys Bevan"), to: null },
    { kind: "replace", ...shift(today, "08:00"), volunteers: [person("Maya Clarke"), person("Safiya Noor")] },
  ];
  for (const override of overrides)
    await api.send("POST", `/api/v1/helplines/${id}/overrides`, override, z.unknown());
}

/** Whose telephone rings first for a call to a group at this moment; null for nobody's. */
export async function whoIsRung(system: Pick<System, "api">, name: GroupName): Promise<string | null> {
  const { people } = await system.api.get(`/api/v1/helplines/${await helplineId(system, name)}/on`, OnCall);
  return people.find(({ isCalled }) => isCalled)?.name ?? null;
}

export async function helplineId({ api }: Pick<System, "api">, name: GroupName): Promise<string> {
  const { data } = await api.get("/api/v1/helplines?limit=200", Helplines);
  const found = data.find(({ number }) => number === GROUPS[name].config.number);
  if (found === undefined) throw new Error(`there is no group ${name}`);
  return found.id;
}
