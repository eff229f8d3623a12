// What we are told about consent: a row of history with its proof, and the newest instant of its kind.
import { sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import type { Reach, ToldKind } from "#core/consent/permission";
import { consents, permissions } from "./schema/index.ts";

export interface Told {
  readonly id: string;
  readonly addressId: string;
  readonly kind: ToldKind;
  readonly channel: Reach;
  /** Where from, such as `api` or an import's id. */
  readonly source: string;
  /** How we know, in whatever words we were given. */
  readonly words: string;
  /** Who wrote it down. */
  readonly actor: string | null;
  readonly at: number;
}

/** Statements for a batch: late, doubled and out of order they come to the same. */
export function writeTold(db: DrizzleD1Database, told: readonly Told[]) {
  const rows = JSON.stringify(told);
  return [
    db
      .insert(consents)
      .select(
        sql`select j.value->>'addressId', j.value->>'id', j.value->>'kind', j.value->>'source', j.value->>'words', null, j.value->>'at',
                   j.value->>'channel', j.value->>'actor' from json_each(${rows}) j where true`,
      )
      .onConflictDoNothing(),
    db
      .insert(permissions)
      .select(
        sql`select j.value->>'addressId', j.value->>'channel', ${newest("grant")}, ${newest("suppression")},
                   ${newest("lift-grant")}, ${newest("lift-suppression")}, null, null
              from json_each(${rows}) j where true group by 1, 2`,
      )
      .onConflictDoUpdate({
        target: [permissions.addressId, permissions.channel],
        set: {
          grantedAt: later("granted_at"),
          suppressedAt: later("suppressed_at"),
          grantLiftedAt: later("grant_lifted_at"),
          suppressionLiftedAt: later("suppression_lifted_at"),
        },
      }),
  ] as const;
}

function newest(kind: ToldKind): SQL {
  return sql.raw(`max(CASE j.value->>'kind' WHEN '${kind}' THEN j.value->>'at' END)`);
}

function later(column: string): SQL {
  return sql.raw(`nullif(max(coalesce(${column}, 0), coalesce(excluded.${column}, 0)), 0)`);
}

/** Whether a grant or a suppression stands that a lift for this reach would take back. */
export async function hasToLift(
  d1: D1Database,
  addressIds: readonly string[],
  channel: Reach,
  kind: "lift-grant" | "lift-suppression",
): Promise<boolean> {
  const [given, lifted] =
    kind === "lift-grant" ? ["granted_at", "grant_lifted_at"] : ["suppressed_at", "suppression_lifted_at"];
  const row = await d1
    .prepare(
      `SELECT 1 FROM permissions
        WHERE address_id IN (SELECT value FROM json_each(?1)) AND (?2 = '*' OR channel IN ('*', ?2))
          AND ${given} > coalesce(${lifted}, 0) LIMIT 1`,
    )
    .bind(JSON.stringify(addressIds), channel)
    .first();
  return row !== null;
}
