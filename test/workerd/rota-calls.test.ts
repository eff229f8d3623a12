// Rotas of all kinds, called at instants around their shifts: the telephones ring that the rota names, in its order, and no other.
import * as fc from "fast-check";
import { env } from "cloudflare:workers";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { HelplineConfig, VolunteerConfig } from "#core/helpline/helpline";
import { occurrences } from "#core/rota/occurrences";
import type { Rota } from "#core/rota/rota";
import { whoIsOn } from "#core/rota/who-is-on";
import { createIdentity } from "../../worker/identity.ts";
import { arbitraryCase } from "../core/rota/arbitrary-rota.ts";
import { id } from "../core/rota/writing.ts";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { fetchWith } from "./counting.ts";
import { freshNumber } from "./story.ts";
import { PhoneCall, rings } from "./voice-line.ts";

const MINUTE_MS = 60_000;
/** 2026 and 2054 have the same weekdays, and their clocks change on the same dates; no alarm of then rings while this runs. */
const AHEAD_MS = (28 * 365 + 7) * 24 * 60 * MINUTE_MS;
const NAMES = ["Ann", "Ben", "Cleo", "Dan"] as const;
const phones = new Map<string, string>();

const insert = (table: string, ...values: unknown[]) =>
  env.DB.prepare(`INSERT INTO ${table} VALUES (${values.map(() => "?").join()})`).bind(...values);

beforeAll(async () => {
  const identity = createIdentity(TEST_SECRETS.IDENTITY_KEY);
  for (const name of NAMES) {
    const phone = freshNumber();
    phones.set(id(name), phone);
    const config = JSON.stringify(VolunteerConfig.parse({ name, phone }));
    const addressId = await identity.idOf({ kind: "phone", value: phone });
    await insert(
      "volunteers (id, config, address_id, created_at, changed_at)",
      id(name),
      config,
      addressId,
      0,
      0,
    ).run();
  }
});

afterEach(() => {
  vi.restoreAllMocks();
});

function ahead(rota: Rota): Rota {
  return JSON.parse(JSON.stringify(rota).replaceAll("2026-", "2054-")) as Rota;
}

/** Returns its number. */
async function addGroup({ zone, holidays, shifts, overrides }: Rota): Promise<string> {
  const [group, number] = [crypto.randomUUID(), freshNumber()];
  const config = JSON.stringify(HelplineConfig.parse({ name: "Any line", number, zone, holidays }));
  await env.DB.batch([
    insert("helplines (id, number, config, created_at, changed_at)", group, number, config, 0, 0),
    ...NAMES.map((name) => insert("memberships (helpline_id, volunteer_id, created_at)", group, id(name), 0)),
    ...shifts.map((shift) =>
      insert("shifts (helpline_id, id, body, changed_at)", group, shift.id, JSON.stringify(shift), 0),
    ),
    ...overrides.map((change) =>
      insert(
        "overrides (helpline_id, date, id, body, made_by)",
        group,
        change.date,
        change.id,
        JSON.stringify(change),
        "test",
      ),
    ),
  ]);
  return number;
}

/** Every telephone that is rung for a call at that instant, one after the other until nobody is left. */
async function callAt(number: string, at: number): Promise<(string | null)[]> {
  vi.spyOn(Date, "now").mockReturnValue(at);
  const call = new PhoneCall(freshNumber(), { number }, (request) => fetchWith(env, request));
  const rung: (string | null)[] = [];
  for (let twiml = await call.begin(); rings(twiml) !== null; twiml = await call.dialled("no-answer"))
    rung.push(rings(twiml));
  await call.recorded(0);
  return rung;
}

/** The first and the last minute of some shifts, and those around them. */
function momentsOf(rota: Rota, from: number, minutes: number): number[] {
  const edges = occurrences(rota, from, from + minutes * MINUTE_MS).flatMap(({ startsAt, endsAt }) => [
    startsAt - MINUTE_MS,
    startsAt,
    endsAt - MINUTE_MS,
    endsAt,
  ]);
  const all = [...new Set([...edges, from])].toSorted((one, other) => one - other);
  return all.filter((_, place) => place % Math.ceil(all.length / 6) === 0);
}

test("whoever the rota names at an instant is called at that instant", { timeout: 60_000 }, async () => {
  const seen = { nobody: 0, one: 0, several: 0, changed: 0 };
  await fc.assert(
    fc.asyncProperty(arbitraryCase, async ({ rota: given, from, minutes }) => {
      const rota = ahead(given);
      const number = await addGroup(rota);
      for (const at of momentsOf(rota, from + AHEAD_MS, minutes)) {
        const people = whoIsOn(rota, at);
        expect(await callAt(number, at), new Date(at).toISOString()).toEqual(
          people.map(({ volunteerId }) => phones.get(volunteerId)),
        );
        seen[people.length === 0 ? "nobody" : people.length === 1 ? "one" : "several"] += 1;
        if (people.some(({ because }) => because.kind !== "shift")) seen.changed += 1;
      }
    }),
    { seed: 20_261_121, numRuns: 20 },
  );
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(5);
});
