// An opt-out at one address of a person silences the others: rows for D1's own reading, and the same told to their objects.
import { sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import type { Silence } from "#core/contact/refusal";
import { statement } from "./statement.ts";

/**
 * What the addresses that `wanted` selects decided, written for every other address of the same contact. Only newest instants
 * are kept, so it may run at any time, in any order, any number of times.
 */
export function spreadSql(wanted: string): string {
  return `WITH wanted (id) AS (${wanted}) ${SPREAD}`;
}

/** The same as a statement of a batch. */
export function spread(db: DrizzleD1Database, wanted: SQL) {
  return statement(db, sql`with wanted (id) as (${wanted}) ${sql.raw(SPREAD)}`);
}

const SPREAD = `
  INSERT INTO spreads (address_id, from_id, channel, stopped_at, started_at)
  SELECT other.id, a.id, d.channel, d.out_at, d.in_at
    FROM addresses a
    JOIN addresses other ON other.contact_id = a.contact_id AND other.id <> a.id
    JOIN (SELECT id AS address_id, '*' AS channel, opted_out_at AS out_at, opted_in_at AS in_at FROM addresses
           WHERE id IN (SELECT id FROM wanted)
          UNION ALL
          SELECT address_id, channel, opted_out_at, opted_in_at FROM permissions WHERE address_id IN (SELECT id FROM wanted)) d
      ON d.address_id = a.id
   WHERE a.id IN (SELECT id FROM wanted)
     -- A START lifts what was spread before; of somebody who never stopped there is nothing to say.
     AND EXISTS (SELECT 1 FROM permissions p WHERE p.address_id = a.id AND p.opted_out_at IS NOT NULL
                 UNION ALL SELECT 1 WHERE a.opted_out_at IS NOT NULL)
     AND coalesce(d.out_at, d.in_at) IS NOT NULL
  ON CONFLICT (address_id, from_id, channel) DO UPDATE SET
    stopped_at = nullif(max(coalesce(stopped_at, 0), coalesce(excluded.stopped_at, 0)), 0),
    started_at = nullif(max(coalesce(started_at, 0), coalesce(excluded.started_at, 0)), 0)`;

/** Only what stands goes along, since erasing forgets what somebody agreed to, never what they refused. */
const own = (out: string, back: string, erased: string) => `
  CASE WHEN ${out} >= coalesce(${back}, 0) THEN ${out} END AS stopped_at, CASE WHEN ${back} > coalesce(${erased}, 0) THEN ${back} END AS started_at`;

/**
 * All that silences an address, as its object takes it: a JSON array. What the person decided there themselves is among it:
 * the object knows better, unless it was restored empty. `a` is the alias of `addresses`.
 */
export function silencesSql(a: string): string {
  const id = `${a}.id`;
  return `(
  SELECT json_group_array(json_object('from', s.from_id, 'channel', s.channel, 'stoppedAt', s.stopped_at, 'startedAt', s.started_at))
    FROM (SELECT from_id, channel, stopped_at, started_at FROM spreads WHERE address_id = ${id}
          UNION ALL
          SELECT 'told', channel, suppressed_at,
                 nullif(max(coalesce(granted_at, 0), coalesce(suppression_lifted_at, 0)), 0)
            FROM permissions WHERE address_id = ${id} AND coalesce(suppressed_at, suppression_lifted_at) IS NOT NULL
          UNION ALL
          SELECT ${id}, '*', ${own(`${a}.opted_out_at`, `${a}.opted_in_at`, `${a}.erased_at`)}
           WHERE coalesce(${a}.opted_out_at, ${a}.opted_in_at) IS NOT NULL
          UNION ALL
          SELECT ${id}, channel, ${own("opted_out_at", "opted_in_at", `${a}.erased_at`)}
            FROM permissions WHERE address_id = ${id} AND coalesce(opted_out_at, opted_in_at) IS NOT NULL) s)`;
}

/** The same for every address `wanted` selects, by id. */
export async function readSilences(
  d1: D1Database,
  wanted: string,
  ...bindings: readonly string[]
): Promise<ReadonlyMap<string, readonly Silence[]>> {
  const { results } = await d1
    .prepare(`SELECT a.id, ${silencesSql("a")} AS silences FROM addresses a WHERE a.id IN (${wanted})`)
    .bind(...bindings)
    .all<{ id: string; silences: string }>();
  return new Map(results.map(({ id, silences }) => [id, JSON.parse(silences) as readonly Silence[]]));
}
