// How many people of a segment lack each of several attributes.
import type { Condition } from "#core/condition";
import { compileCondition } from "./compile.ts";
import { PRESENT } from "./people.ts";

/** In one pass over the people: each takes 3 KB of a statement's 100, and a segment may take 88. */
const NAMES_PER_PASS = 3;

export interface Lacking {
  readonly people: number;
  /** By name, in the order given. */
  readonly counts: readonly { readonly name: string; readonly count: number }[];
}

/** `names`: attributes, or `name` for the contact's own. White space alone is nothing, as it is for a text. */
export async function countLacking(
  d1: D1Database,
  condition: Condition,
  names: readonly string[],
  now: number,
): Promise<Lacking> {
  const passes = Array.from({ length: Math.max(1, Math.ceil(names.length / NAMES_PER_PASS)) }, (_, nth) =>
    names.slice(nth * NAMES_PER_PASS, (nth + 1) * NAMES_PER_PASS),
  );
  const rows = await d1.batch<Record<string, number>>(
    passes.map((asked) => count(d1, condition, asked, now)),
  );
  return {
    people: rows[0]?.results[0]?.["people"] ?? 0,
    counts: passes.flatMap((asked, pass) =>
      asked.map((name, nth) => ({ name, count: rows[pass]?.results[0]?.[`lacking${nth}`] ?? 0 })),
    ),
  };
}

function count(
  d1: D1Database,
  condition: Condition,
  names: readonly string[],
  now: number,
): D1PreparedStatement {
  const segment = compileCondition(condition, { now, parameter: "?1" });
  const each = names.map((name, nth) => {
    const path = `attributes.${name}`;
    const isBlank: Condition = {
      any: [
        { path, op: "exists", value: false },
        { path, op: "eq", value: "" },
      ],
    };
    return compileCondition(isBlank, { now, parameter: `?${nth + 2}` });
  });
  const sums = each.map(({ sql }, nth) => `, coalesce(sum(${sql}), 0) AS lacking${nth}`).join("");
  return d1
    .prepare(`SELECT count(*) AS people${sums} FROM contacts c WHERE ${PRESENT} AND ${segment.sql}`)
    .bind(...segment.params, ...each.flatMap(({ params }) => params));
}
