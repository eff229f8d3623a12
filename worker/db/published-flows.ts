// The published versions of several flows at once, for what is built upon them.
import type { Flow } from "#core/conversation/flow";

/** By slug; null for one that is not published. Those that do not exist, or are archived, are not in it. */
export async function readPublishedFlows(
  d1: D1Database,
  slugs: readonly string[],
): Promise<ReadonlyMap<string, Flow | null>> {
  const { results } = await d1
    .prepare(
      `SELECT f.slug, v.document FROM flows f LEFT JOIN flow_versions v ON v.id = f.published_version_id
        WHERE f.slug IN (SELECT value FROM json_each(?)) AND f.archived_at IS NULL`,
    )
    .bind(JSON.stringify(slugs))
    .all<{ slug: string; document: string | null }>();
  return new Map(
    results.map(({ slug, document }) => [slug, document === null ? null : (JSON.parse(document) as Flow)]),
  );
}
