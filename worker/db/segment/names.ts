// What the lists, campaigns and flows that a condition is about are called.
import type { Condition } from "#core/condition";
import { namedIn } from "#core/segment/named";
import type { NameOf } from "#core/segment/sentence";

const NAMES = `
  SELECT 'list' AS kind, id AS "key", name FROM segments WHERE id IN (SELECT value FROM json_each(?1))
  UNION ALL SELECT 'campaign', id, name FROM campaigns WHERE id IN (SELECT value FROM json_each(?1))
  UNION ALL SELECT 'flow', slug, name FROM flows WHERE slug IN (SELECT value FROM json_each(?1))`;

export async function readNames(d1: D1Database, conditions: readonly Condition[]): Promise<NameOf> {
  const keys = conditions.flatMap(namedIn).map(({ key }) => key);
  if (keys.length === 0) return () => null;
  const { results } = await d1
    .prepare(NAMES)
    .bind(JSON.stringify(keys))
    .all<{ kind: string; key: string; name: string }>();
  const names = new Map(results.map(({ kind, key, name }) => [`${kind} ${key}`, name]));
  return (kind, key) => names.get(`${kind} ${key}`) ?? null;
}
