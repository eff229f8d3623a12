// What there is to export: the columns that imports brought, and every name of an attribute, category, answer or channel in use.
import type { Reach } from "#core/consent/permission";
import type { ImportedColumns, Vocabulary } from "#core/csv/export";
import type { Target } from "#core/csv/mapping";

/** A spreadsheet of more columns is of no use to anybody. */
const NAMES_MAX = 300;
/** What imports brought long ago is found by exporting that import. */
const IMPORTS_MAX = 20;

/** The one asked for first, then the newest. What was undone brought nothing. */
export async function readImportedColumns(
  d1: D1Database,
  importId: string | null,
): Promise<readonly ImportedColumns[]> {
  const { results } = await d1
    .prepare(
      `SELECT id, headings, settings FROM imports WHERE state IN ('imported', 'importing') OR id = ?1
        ORDER BY id = ?1 DESC, coalesce(started_at, 0) DESC, id DESC LIMIT ?2`,
    )
    .bind(importId, IMPORTS_MAX)
    .all<{ id: string; headings: string; settings: string }>();
  return results.map(({ id, headings, settings }) => ({
    importId: id,
    headings: JSON.parse(headings) as string[],
    mapping: (JSON.parse(settings) as { mapping: Target[] }).mapping,
  }));
}

const QUERIES = [
  "SELECT DISTINCT name FROM attributes ORDER BY 1 LIMIT ?1",
  "SELECT DISTINCT funnel AS name FROM categories ORDER BY 1 LIMIT ?1",
  "SELECT DISTINCT j.key AS name FROM runs, json_each(runs.answers) j ORDER BY 1 LIMIT ?1",
  "SELECT DISTINCT channel AS name FROM permissions WHERE granted_at IS NOT NULL ORDER BY 1 LIMIT ?1",
  "SELECT DISTINCT channel AS name FROM permissions WHERE suppressed_at IS NOT NULL ORDER BY 1 LIMIT ?1",
] as const;

export async function readVocabulary(d1: D1Database): Promise<Vocabulary> {
  const answers = await d1.batch<{ name: string }>(QUERIES.map((query) => d1.prepare(query).bind(NAMES_MAX)));
  const [attributes = [], categories = [], given = [], grants = [], suppressions = []] = answers.map(
    ({ results }) => results.map(({ name }) => name),
  );
  return {
    attributes,
    categories,
    answers: given,
    grants: grants as Reach[],
    suppressions: suppressions as Reach[],
  };
}
