// The words in use about people, for whoever filters by them: names of attributes, tags, funnels, languages, zones.

/** More than anybody chooses from; what is beyond can be typed. */
const WORDS_MAX = 300;

/** Each word by a jump in an index instead of a walk through everybody who has it. */
const next = (table: string, column: string, where = "true") => `
  WITH RECURSIVE w (name) AS (
    SELECT min(${column}) FROM ${table} WHERE ${where}
    UNION ALL SELECT (SELECT min(${column}) FROM ${table} WHERE ${where} AND ${column} > w.name) FROM w WHERE w.name IS NOT NULL
  ) SELECT name, NULL AS category FROM w WHERE name IS NOT NULL LIMIT ?1`;

const QUERIES = {
  attributes: "SELECT DISTINCT name, NULL AS category FROM attributes ORDER BY 1 LIMIT ?1",
  tags: next("tags", "tag", "present = 1"),
  categories: "SELECT DISTINCT funnel AS name, category FROM categories ORDER BY 1, 2 LIMIT ?1",
  languages:
    "SELECT DISTINCT language AS name, NULL AS category FROM contacts WHERE language <> '' ORDER BY 1 LIMIT ?1",
  zones: "SELECT DISTINCT zone AS name, NULL AS category FROM contacts WHERE zone <> '' ORDER BY 1 LIMIT ?1",
} as const;

export async function readWords(d1: D1Database) {
  const answers = await d1.batch<{ name: string; category: string | null }>(
    Object.values(QUERIES).map((query) => d1.prepare(query).bind(WORDS_MAX)),
  );
  const [attributes = [], tags = [], sorted = [], languages = [], zones = []] = answers.map(
    ({ results }) => results,
  );
  return {
    attributes: names(attributes),
    tags: names(tags),
    funnels: [...new Set(names(sorted))].map((funnel) => ({
      name: funnel,
      categories: sorted.flatMap(({ name, category }) => (name === funnel ? (category ?? []) : [])),
    })),
    languages: names(languages),
    zones: names(zones),
  };
}

function names(rows: readonly { readonly name: string }[]): string[] {
  return rows.map(({ name }) => name);
}
