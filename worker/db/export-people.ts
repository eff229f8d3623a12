// A page of people with everything an export shows of them.
import type { ExportSettings } from "#core/csv/export";
import type { ExportedPerson } from "#core/csv/export-row";
import type { FieldValue } from "#core/conversation/run";
import { compileCondition } from "./segment/compile.ts";
import { PRESENT } from "./segment/people.ts";

export interface PageOfPeople {
  readonly people: readonly ExportedPerson[];
  /** The last of them; null where there are none. */
  readonly after: string | null;
}

interface PersonRow {
  readonly id: string;
  readonly name: string | null;
  readonly language: string | null;
  readonly zone: string | null;
  readonly createdAt: number;
  readonly addresses: string;
  readonly tags: string;
  readonly attributes: string;
  readonly categories: string;
  readonly kept: string;
  readonly told: string;
  readonly answers: string;
}
type AddressTuple = readonly [value: string, optedOutAt: number | null, optedInAt: number | null];
type ToldTuple = readonly [channel: string, grantedAt: number | null, suppressedAt: number | null];

/** A contact's own address first: the one it was made by. */
const PEOPLE = `
  SELECT c.id, c.name, c.language, c.zone, c.created_at AS createdAt,
         (SELECT json_group_array(json_array(value, opted_out_at, opted_in_at)) FROM (
            SELECT * FROM addresses WHERE contact_id = c.id AND kind = 'phone' AND value IS NOT NULL
             ORDER BY id <> c.id, id)) AS addresses,
         (SELECT json_group_array(tag) FROM tags WHERE contact_id = c.id AND present = 1) AS tags,
         (SELECT json_group_object(name, json(value)) FROM attributes WHERE contact_id = c.id) AS attributes,
         (SELECT json_group_object(funnel, category) FROM categories WHERE contact_id = c.id) AS categories,
         (SELECT json_group_array(json_array(import_id, json(cells))) FROM import_rows
           WHERE contact_id = c.id AND outcome <> 'rejected' AND cells IS NOT NULL) AS kept,
         (SELECT json_group_array(json_array(channel, granted_at, suppressed_at)) FROM (
            SELECT p.channel,
                   CASE WHEN max(p.granted_at) > coalesce(max(p.grant_lifted_at), 0) THEN max(p.granted_at) END AS granted_at,
                   CASE WHEN max(p.suppressed_at) >= coalesce(max(p.suppression_lifted_at), 0)
                     THEN max(p.suppressed_at) END AS suppressed_at
              FROM permissions p JOIN addresses a ON a.id = p.address_id
             WHERE a.contact_id = c.id GROUP BY p.channel)) AS told,
         (SELECT json_group_array(json(answers)) FROM (
            SELECT r.answers FROM runs r JOIN addresses a ON a.id = r.address_id
             WHERE a.contact_id = c.id AND r.answers <> '{}' ORDER BY r.id)) AS answers
    FROM contacts c`;

export async function readPageOfPeople(
  d1: D1Database,
  { importId, condition }: ExportSettings,
  { after, limit, now }: { readonly after: string; readonly limit: number; readonly now: number },
): Promise<PageOfPeople> {
  const compiled = compileCondition(condition ?? { all: [] }, { now });
  const { results } = await d1
    .prepare(
      `${PEOPLE} WHERE c.id > ?2 AND ${PRESENT} AND ${compiled.sql}
          AND (?3 IS NULL OR EXISTS (SELECT 1 FROM import_rows INDEXED BY import_rows_by_contact
                                      WHERE contact_id = c.id AND import_id = ?3
                                        AND outcome <> 'rejected'))
        ORDER BY c.id LIMIT ?4`,
    )
    .bind(...compiled.params, after, importId, limit)
    .all<PersonRow & Record<string, unknown>>();
  return { people: results.map(toPerson), after: results.at(-1)?.id ?? null };
}

function toPerson({ name, language, zone, createdAt, ...row }: PersonRow): ExportedPerson {
  const addresses = JSON.parse(row.addresses) as readonly AddressTuple[];
  const told = JSON.parse(row.told) as readonly ToldTuple[];
  const instants = (place: 1 | 2) =>
    Object.fromEntries(told.flatMap((tuple) => (tuple[place] === null ? [] : [[tuple[0], tuple[place]]])));
  return {
    numbers: addresses.map(([value]) => value),
    name,
    language,
    zone,
    createdAt,
    optedOutAt: newest(
      addresses.map(([, outAt, inAt]) => (outAt !== null && outAt >= (inAt ?? 0) ? outAt : null)),
    ),
    tags: JSON.parse(row.tags) as string[],
    attributes: JSON.parse(row.attributes) as Record<string, FieldValue>,
    categories: JSON.parse(row.categories) as Record<string, string>,
    answers: labelsOf(row.answers),
    granted: instants(1),
    suppressed: instants(2),
    kept: Object.fromEntries(JSON.parse(row.kept) as [string, Record<number, string>][]),
  };
}

/** Of several runs the newest answer counts; one that was skipped is none. */
function labelsOf(runs: string): Record<string, string> {
  const answers = (JSON.parse(runs) as readonly Record<string, { label: string; skipped?: true }>[]).flatMap(
    (run) => Object.entries(run),
  );
  return Object.fromEntries(
    answers.flatMap(([name, { label, skipped }]) => (skipped ? [] : [[name, label]])),
  );
}

function newest(instants: readonly (number | null)[]): number | null {
  const known = instants.filter((at) => at !== null);
  return known.length === 0 ? null : Math.max(...known);
}
