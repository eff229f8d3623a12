// A funnel by API: begun, checked, started, filled, looked at from every side, changed and put away.
import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import energyAdvice from "../demo/funnels/energy-advice.json";
import { tickFunnels } from "../../worker/actions/tick-funnels.ts";
import { runFunnelSlot } from "../../worker/actions/run-funnel-slot.ts";
import { openServices } from "../../worker/services.ts";
import type { Services } from "../../worker/services.ts";
import { call, ok } from "./api-calls.ts";
import { LINE_ID, people, publishFlows } from "./funnel-world.ts";

const CONFIG = { ...energyAdvice, lineId: LINE_ID, dailyCap: 4 };
let ids: readonly string[];

beforeAll(async () => {
  await publishFlows();
  ids = await people(6);
});

test("begun and checked: what is wrong is said in words, and keeps it from being started", async () => {
  const bad = { ...CONFIG, lineId: "0193a3f0-0000-7000-8000-0000000000ff" };
  const { id, state } = await ok("POST /v1/funnels", { key: "energy_advice", config: bad });
  expect(state).toBe("draft");
  expect(await call("POST /v1/funnels", { key: "energy_advice", config: CONFIG })).toMatchObject({
    status: 409,
  });
  const { problems } = await ok(`POST /v1/funnels/${id}/check`, {});
  expect(problems).toEqual([
    { kind: "error", code: "line", place: "lineId", message: "There is no such line in use." },
  ]);
  const refused = await call(`POST /v1/funnels/${id}/start`);
  expect(refused).toMatchObject({ status: 422, body: { error: { details: problems } } });
  expect(await ok(`POST /v1/funnels/${id}/check`, { config: CONFIG })).toEqual({ problems: [] });
  expect(await call(`PUT /v1/funnels/${id}`, { revision: 9, config: CONFIG })).toMatchObject({ status: 409 });
  expect(await ok(`PUT /v1/funnels/${id}`, { revision: 1, config: CONFIG })).toMatchObject({ revision: 2 });
  expect(await ok(`POST /v1/funnels/energy_advice/start`)).toMatchObject({
    funnel: { state: "running" },
    warnings: [],
  });
});

test("filled by contacts, by segment and by import: who is in it stays, who is nobody is left out", async () => {
  const into = "POST /v1/funnels/energy_advice/members";
  const stranger = "0193a3f0-0000-8000-8000-00000000ffff";
  expect(await ok(into, { kind: "contacts", contacts: [...ids.slice(0, 2), stranger] })).toEqual({
    added: 2,
    returned: 0,
    same: 0,
  });
  await env.DB.prepare(
    "INSERT INTO tags (contact_id, tag, present, changed_at, source) VALUES (?, 'cold house', 1, 1, 'test')",
  )
    .bind(ids[2])
    .run();
  const filter = { path: "tags", op: "eq", value: "cold house" };
  await ok("POST /v1/segments", { name: "Cold houses", kind: "filter", filter });
  expect(await ok(into, { kind: "segment", segment: "Cold houses" })).toEqual({
    added: 1,
    returned: 0,
    same: 0,
  });
  expect(await call(into, { kind: "segment", segment: "Warm houses" })).toMatchObject({ status: 404 });
  const rows = ids
    .slice(2, 5)
    .map((id, place) =>
      env.DB.prepare(
        "INSERT INTO import_rows (import_id, row, outcome, contact_id) VALUES ('import', ?, 'new', ?)",
      ).bind(place, id),
    );
  await env.DB.batch(rows);
  expect(await ok(into, { kind: "import", importId: "import" })).toEqual({ added: 2, returned: 0, same: 1 });
  const { data, next } = await ok("GET /v1/funnels/energy_advice/members?limit=3&phase=new");
  expect(data).toHaveLength(3);
  expect((await ok(`GET /v1/funnels/energy_advice/members?cursor=${next}`)).data).toHaveLength(2);
});

test("looked at: slots ahead, then a slot, and everything it came to", async () => {
  const ahead = await ok("GET /v1/funnels/energy_advice/slots/ahead?limit=16");
  const [first] = ahead.data;
  expect(ahead.data.reduce((sum: number, slot: { people: number }) => sum + slot.people, 0)).toBe(5);
  const services = await openServices(env);
  const at = Date.parse(first.at);
  const sender = (() => ({ open: () => Promise.resolve() })) as unknown as Services["sender"];
  const then: Services = { ...services, sender, clock: { now: () => at + 1 } };
  await tickFunnels(then);
  const { id: funnelId } = await ok("GET /v1/funnels/energy_advice");
  await runFunnelSlot(then, funnelId, at);
  const { data: slots } = await ok("GET /v1/funnels/energy_advice/slots");
  expect(slots).toMatchObject([
    { at: first.at, people: first.people, campaigns: [{ stage: "activation", people: first.people }] },
  ]);
  const counts = await ok("GET /v1/funnels/energy_advice/counts");
  expect(counts.stages[0]).toMatchObject({ stage: "activation", new: 5 - first.people, asked: first.people });
  expect((await ok("GET /v1/funnels/energy_advice/drop-off")).data[0]).toMatchObject({
    begun: first.people,
    open: first.people,
    dropOff: null,
  });
  const days = await ok("GET /v1/funnels/energy_advice/days");
  expect(days.zone).toBe("Europe/London");
  expect(days.data.at(-1)).toMatchObject({ begun: first.people, stages: { activation: first.people } });
  const { data: moves } = await ok("GET /v1/funnels/energy_advice/moves?limit=2");
  expect(moves[0]).toMatchObject({
    cause: "begun",
    from: { phase: "new" },
    to: { phase: "asked", category: "Asked" },
  });
});

async function begun() {
  const { data } = await ok("GET /v1/campaigns?archived=true");
  return data.map(({ state, stateReason }: Record<string, unknown>) => [state, stateReason]);
}

test("paused, what it began is paused with it, and goes on with it; archived, it is cancelled", async () => {
  await ok("POST /v1/funnels/energy_advice/pause");
  expect(await begun()).toEqual([["paused", "The funnel was paused."]]);
  await ok("POST /v1/funnels/energy_advice/start");
  expect(await begun()).toEqual([[expect.stringMatching(/^(scheduled|sending)$/), "The funnel goes on."]]);
  const { data } = await ok("GET /v1/campaigns");
  await ok(`POST /v1/campaigns/${data[0].id}/pause`, { reason: "A typo" });
  await ok("POST /v1/funnels/energy_advice/pause");
  await ok("POST /v1/funnels/energy_advice/start");
  expect(await begun()).toEqual([["paused", "A typo"]]);
});

test("somebody is taken out, somebody called by hand; a stage with people in it cannot go; archived it begins nothing", async () => {
  const [id = ""] = ids;
  expect(await ok(`GET /v1/funnels/energy_advice/members/${id}`)).toMatchObject({ stage: "activation" });
  const out = await ok(`POST /v1/funnels/energy_advice/members/${id}/take-out`);
  expect(out).toMatchObject({ phase: "out", category: "Taken out", cause: "taken-out", dueAt: null });
  await ok(`PATCH /v1/contacts/${ids[4]}`, { categories: { energy_advice: "Removed" } });
  const called = await ok(`GET /v1/funnels/energy_advice/members/${ids[4]}`);
  expect(called).toMatchObject({ phase: "out", category: "Removed", cause: "answer" });
  expect(await call("GET /v1/funnels/energy_advice/members/nobody")).toMatchObject({ status: 404 });
  const [, ...later] = CONFIG.stages;
  const shorter = await call("PUT /v1/funnels/energy_advice", {
    revision: 2,
    config: { ...CONFIG, stages: later },
  });
  expect(shorter).toMatchObject({
    status: 409,
    body: { error: { message: '3 people are at the stage "activation": it cannot go.' } },
  });
  expect(await ok("POST /v1/funnels/energy_advice/pause")).toMatchObject({ state: "paused" });
  expect(await ok("GET /v1/funnels/energy_advice/slots/ahead")).toEqual({ data: [] });
  expect(await ok("POST /v1/funnels/energy_advice/archive")).toMatchObject({ state: "archived" });
  expect((await ok("GET /v1/campaigns")).data).toMatchObject([
    { state: "cancelled", stateReason: "The funnel was taken out of use." },
  ]);
  expect(await call("POST /v1/funnels/energy_advice/start")).toMatchObject({ status: 409 });
  expect((await ok("GET /v1/funnels")).data).toEqual([]);
  expect((await ok("GET /v1/funnels?archived=true")).data).toHaveLength(1);
});
