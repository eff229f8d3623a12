// An audience, a page at a time: each contact with everything that decides about them, read once.
import type { PinnedAudience } from "#core/campaign/launched";
import { broken } from "#core/campaign/plan";
import type { Candidate, Excluded, Reach } from "#core/campaign/plan";
import type { Standing } from "#core/consent/standing";
import type { Channel, FieldValue } from "#core/conversation/run";
import { idFloor } from "#core/id";
import { compileCondition } from "./segment/compile.ts";
import type { Address } from "#core/phone";
import { standingSql } from "./standing.ts";

export interface AudienceQuery {
  readonly audience: PinnedAudience;
  /** What dates in the condition are compared with, epoch milliseconds. */
  readonly now: number;
  readonly lineId: string;
  readonly channel: Channel;
  /** Of the line to fall back on; null where there is none. */
  readonly fallbackChannel: Channel | null;
  /** Count what was sent since then; null where no frequency cap asks. */
  readonly recentSince: number | null;
  /** Tags and categories are read as well: a flow may ask for them, a template never does. */
  readonly withTags: boolean;
}

/** Somebody who can be decided about, or whose row makes no sense. */
export type Read =
  | { readonly kind: "candidate"; readonly candidate: Candidate }
  | { readonly kind: "broken"; readonly excluded: Excluded };

export interface AudiencePage {
  readonly people: readonly Read[];
  /** Where the next page begins; null after the last. */
  readonly next: string | null;
}

interface Row {
  readonly id: string;
  readonly mergedInto: string | null;
  readonly erasedAt: number | null;
  readonly name: string | null;
  readonly language: string | null;
  readonly zone: string | null;
  readonly fields: string;
  readonly tags: string;
  readonly categories: string;
  readonly reaches: string;
}

const STANDING = standingSql({ address: "a", channel: "?4" });
const STANDING_THERE = `CASE WHEN ?7 IS NULL THEN NULL ELSE ${standingSql({ address: "a", channel: "?7" })} END`;

const TAGS = "(SELECT json_group_array(tag) FROM tags WHERE contact_id = c.id AND present = 1)";
const CATEGORIES = "(SELECT json_group_object(funnel, category) FROM categories WHERE contact_id = c.id)";

/** Values stay text here: one that is no JSON is that person's trouble, not the page's. */
const select = (where: string, withTags: boolean) => `
  SELECT c.id, c.merged_into AS mergedInto, c.erased_at AS erasedAt, c.name, c.language, c.zone,
         (SELECT json_group_object(name, value) FROM attributes WHERE contact_id = c.id) AS fields,
         ${withTags ? TAGS : "'[]'"} AS tags, ${withTags ? CATEGORIES : "'{}'"} AS categories,
         (SELECT json_group_array(json_object(
             'id', a.id, 'kind', a.kind, 'value', a.value, 'standing', ${STANDING}, 'standingThere', ${STANDING_THERE}, 'lastHeardAt', a.last_heard_at,
             'recentCount', CASE WHEN ?5 IS NULL THEN 0 ELSE (
               SELECT count(*) FROM messages m
                WHERE m.address_id = a.id AND m.id >= ?5 AND m.direction = 'out' AND m.kind IN ('campaign', 'api')
                  AND m.rank >= 5 AND m.status NOT IN ('canceled', 'refused', 'failed')) END,
             'isBusy', EXISTS (
               SELECT 1 FROM runs r WHERE r.address_id = a.id AND r.line_id = ?6 AND r.finished_at IS NULL)))
            FROM addresses a WHERE a.contact_id = c.id) AS reaches
    FROM contacts c WHERE c.id > ?2 AND ${where} ORDER BY c.id LIMIT ?3`;

/** In the order of their ids, after `cursor` (null = from the first). */
export async function readAudience(
  d1: D1Database,
  query: AudienceQuery,
  cursor: string | null,
  limit: number,
): Promise<AudiencePage> {
  const { lineId, channel, fallbackChannel, recentSince } = query;
  const { sql, json } = whereOf(query);
  const { results } = await d1
    .prepare(select(sql, query.withTags))
    .bind(
      json,
      cursor ?? "",
      limit,
      channel,
      recentSince === null ? null : idFloor(recentSince),
      lineId,
      fallbackChannel,
    )
    .all<Row>();
  const last = results.at(-1);
  return { people: results.map(toRead), next: results.length < limit || last === undefined ? null : last.id };
}

/** How many contacts an audience has, excluded ones and all. */
export async function countAudience(d1: D1Database, query: AudienceQuery): Promise<number> {
  const { sql, json } = whereOf(query);
  const row = await d1
    .prepare(`SELECT count(*) AS count FROM contacts c WHERE ${sql}`)
    .bind(json)
    .first<{ count: number }>();
  return row?.count ?? 0;
}

function whereOf({ audience, now }: AudienceQuery): { sql: string; json: string } {
  switch (audience.kind) {
    case "condition": {
      const { sql, params } = compileCondition(audience.condition, { now, parameter: "?1" });
      return { sql: `c.merged_into IS NULL AND (${sql})`, json: params[0] };
    }
    case "contacts":
      return {
        sql: `c.id IN (SELECT value FROM json_each(?1) UNION
                       SELECT m.merged_into FROM json_each(?1) j JOIN contacts m ON m.id = j.value
                        WHERE m.merged_into IS NOT NULL)`,
        json: JSON.stringify(audience.contacts),
      };
    default:
      return audience satisfies never;
  }
}

function toRead(row: Row): Read {
  try {
    return { kind: "candidate", candidate: toCandidate(row) };
  } catch (error) {
    return { kind: "broken", excluded: broken(row.id, error) };
  }
}

interface ReachRow extends Omit<Reach, "address" | "isBusy"> {
  readonly kind: string;
  readonly value: string | null;
  readonly standing: Standing;
  readonly isBusy: 0 | 1;
}

function toCandidate(row: Row): Candidate {
  const texts = JSON.parse(row.fields) as Record<string, string>;
  const fields = Object.fromEntries(
    Object.entries(texts).map(([name, value]) => [name, JSON.parse(value) as FieldValue]),
  );
  const reaches = (JSON.parse(row.reaches) as ReachRow[]).map(({ kind, value, isBusy, ...reach }): Reach => ({
    ...reach,
    address: toAddress(kind, value),
    isBusy: isBusy === 1,
  }));
  return {
    contactId: row.id,
    mergedInto: row.mergedInto,
    isErased: row.erasedAt !== null,
    language: row.language,
    zone: row.zone,
    fields: row.name === null ? fields : { name: row.name, ...fields },
    tags: JSON.parse(row.tags) as string[],
    categories: JSON.parse(row.categories) as Record<string, string>,
    reaches,
  };
}

function toAddress(kind: string, value: string | null): Address {
  if (value === null) return { kind: "nobody" };
  switch (kind) {
    case "phone":
    case "whatsapp-user":
    case "short-code":
    case "alphanumeric":
    case "visitor":
      return { kind, value };
    default:
      return { kind: "nobody" };
  }
}
