// Where people stand, read by D1 for many at once and decided by the core for one: both agree, for whatever was said.
import { env } from "cloudflare:workers";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { standing } from "#core/consent/standing";
import type { Permission } from "#core/consent/standing";
import { rememberNobody } from "#core/contact/memory";
import type { Consent, Self } from "#core/contact/memory";
import { isRefusing, learn } from "#core/contact/refusal";
import type { Silence } from "#core/contact/refusal";
import { readSilences } from "../../worker/db/spreads.ts";
import { permissionSql, standingSql } from "../../worker/db/standing.ts";

const PEOPLE = 400;
const time = fc.option(fc.integer({ min: 1, max: 6 }), { freq: 2 });
const reach = fc.constantFrom("*", "sms", "whatsapp");
const told = fc.record({
  channel: reach,
  granted_at: time,
  suppressed_at: time,
  grant_lifted_at: time,
  suppression_lifted_at: time,
  opted_out_at: time,
  opted_in_at: time,
});
const spread = fc.record({
  from: fc.constantFrom("x", "y"),
  channel: reach,
  stopped_at: time,
  started_at: time,
});
const person = fc.record({
  optedOutAt: time,
  optedInAt: time,
  erasedAt: time,
  permissions: fc.uniqueArray(told, { selector: ({ channel }) => channel, maxLength: 3 }),
  spreads: fc.uniqueArray(spread, { selector: ({ from, channel }) => from + channel, maxLength: 6 }),
});
type Known = typeof person extends fc.Arbitrary<infer Value> ? Value : never;

const newest = (times: readonly (number | null)[]) =>
  times.reduce((a, b) => (a === null || b === null ? (a ?? b) : Math.max(a, b)), null);

/** The long way round: what counts on SMS, fact by fact. */
function decisionsOf({ permissions, spreads, ...own }: Known) {
  const here = permissions.filter(({ channel }) => channel !== "whatsapp");
  const there = spreads.filter(({ channel }) => channel !== "whatsapp");
  const silenced = ["x", "y"].map((from) => {
    const same = there.filter((row) => row.from === from);
    const [stoppedAt, startedAt] = [
      newest(same.map((row) => row.stopped_at)),
      newest(same.map((row) => row.started_at)),
    ];
    return stoppedAt !== null && stoppedAt >= (startedAt ?? 0) ? stoppedAt : null;
  });
  const [grantedAt, grantLiftedAt, suppressedAt, suppressionLiftedAt] = [
    newest(here.map((row) => row.granted_at)),
    newest(here.map((row) => row.grant_lifted_at)),
    newest(here.map((row) => row.suppressed_at)),
    newest(here.map((row) => row.suppression_lifted_at)),
  ];
  return {
    optedOutAt: newest([own.optedOutAt, ...here.map((row) => row.opted_out_at)]),
    optedInAt: newest([own.optedInAt, ...here.map((row) => row.opted_in_at)]),
    silencedAt: newest(silenced),
    grantedAt: grantedAt !== null && grantedAt > (grantLiftedAt ?? 0) ? grantedAt : null,
    suppressedAt:
      suppressedAt !== null && suppressedAt >= Math.max(suppressionLiftedAt ?? 0, grantedAt ?? 0)
        ? suppressedAt
        : null,
    erasedAt: own.erasedAt,
  };
}

function toConsent(outAt: number | null, inAt: number | null): Consent {
  return {
    optedOut: outAt === null ? null : { at: outAt, words: "" },
    optedIn: inAt === null ? null : { at: inAt, words: "" },
  };
}

/** The same person as their object would remember them, with what D1 tells it. */
function selfOf({ permissions, ...own }: Known, silences: readonly Silence[]): Self {
  const sms = permissions.filter(({ channel }) => channel === "sms");
  const all = permissions.filter(({ channel }) => channel === "*");
  return {
    ...rememberNobody("me", { kind: "nobody" }).self,
    consent: toConsent(
      newest([own.optedOutAt, ...all.map((row) => row.opted_out_at)]),
      newest([own.optedInAt, ...all.map((row) => row.opted_in_at)]),
    ),
    channels: {
      sms: toConsent(newest(sms.map((row) => row.opted_out_at)), newest(sms.map((row) => row.opted_in_at))),
    },
    silences,
  };
}

const each = (part: string) => `FROM json_each(?1) p, json_each(p.value->'${part}') j`;

test("D1, the core and the object come to the same about four hundred people", async () => {
  const people = fc
    .sample(person, { seed: 7, numRuns: PEOPLE })
    .map((known, index) => ({ ...known, id: `standing-${index}` }));
  const rows = JSON.stringify(people);
  await env.DB.batch(
    [
      `INSERT INTO addresses (id, contact_id, kind, opted_out_at, opted_in_at, erased_at)
       SELECT value->>'id', value->>'id', 'phone', value->>'optedOutAt', value->>'optedInAt', value->>'erasedAt' FROM json_each(?1)`,
      `INSERT INTO permissions (address_id, channel, granted_at, suppressed_at, grant_lifted_at, suppression_lifted_at, opted_out_at, opted_in_at)
       SELECT p.value->>'id', j.value->>'channel', j.value->>'granted_at', j.value->>'suppressed_at', j.value->>'grant_lifted_at',
              j.value->>'suppression_lifted_at', j.value->>'opted_out_at', j.value->>'opted_in_at' ${each("permissions")}`,
      `INSERT INTO spreads (address_id, from_id, channel, stopped_at, started_at)
       SELECT p.value->>'id', j.value->>'from', j.value->>'channel', j.value->>'stopped_at', j.value->>'started_at' ${each("spreads")}`,
    ].map((query) => env.DB.prepare(query).bind(rows)),
  );
  const place = { address: "a", channel: "?1" };
  const { results } = await env.DB.prepare(
    `SELECT a.id, ${standingSql(place)} AS standing, ${permissionSql(place)} AS permission FROM addresses a WHERE a.id LIKE 'standing-%'`,
  )
    .bind("sms")
    .all<{ id: string; standing: string; permission: string }>();
  const read = new Map(results.map((row) => [row.id, row]));
  const silences = await readSilences(env.DB, "SELECT id FROM addresses WHERE id LIKE 'standing-%'");

  const seen = new Set<string>();
  for (const known of people) {
    const decisions = decisionsOf(known);
    const expected = standing(decisions);
    seen.add(expected);
    const row = read.get(known.id);
    expect({ known, standing: row?.standing }).toEqual({ known, standing: expected });
    const { silencedAt, suppressedAt, grantedAt, erasedAt } = decisions;
    const isForgotten = grantedAt !== null && grantedAt <= (erasedAt ?? 0);
    const permission = JSON.parse(row?.permission ?? "null") as Permission;
    expect({ known, permission }).toEqual({
      known,
      permission: { silencedAt, suppressedAt, grantedAt: isForgotten ? null : grantedAt },
    });
    const isRefused = expected === "opted-out" || expected === "suppressed";
    expect({ known, isRefused: isRefusing(selfOf(known, silences.get(known.id) ?? []), "sms") }).toEqual({
      known,
      isRefused,
    });
    // One that was restored empty: never less than D1 refuses, and no more unless erasing took a START along.
    const { self: blank } = rememberNobody(known.id, { kind: "nobody" });
    const restored = { ...blank, ...learn(blank, silences.get(known.id) ?? []) };
    if (erasedAt === null || isRefused)
      expect({ known, isRefused: isRefusing(restored, "sms") }).toEqual({ known, isRefused });
  }
  expect([...seen].toSorted()).toEqual(["granted", "opted-in", "opted-out", "suppressed", "unknown"]);
});
