// The answers of a period that might be quoted, with the flow they were given to, and who gave them.
import type { Flow } from "#core/conversation/flow";
import type { FinishedRun } from "#core/digest/notable";
import type { Span } from "#core/rota/spans";

/** The newest: the choice is of the notable ones, and a Worker has 128 MB. */
const RUNS_MAX = 500;

export interface AnsweredFlow {
  readonly flowId: string;
  readonly document: Flow;
  readonly runs: readonly FinishedRun[];
}

interface Row {
  readonly id: string;
  readonly flowId: string;
  readonly versionId: string;
  readonly addressId: string;
  readonly answers: string;
}

/** By version of a flow, those that were carried to an end. */
export async function readFinished(
  d1: D1Database,
  { startsAt, endsAt }: Span,
): Promise<readonly AnsweredFlow[]> {
  const { results } = await d1
    .prepare(
      `SELECT id, flow_id AS flowId, version_id AS versionId, address_id AS addressId, answers FROM runs INDEXED BY runs_by_finish
        WHERE finished_at >= ? AND finished_at < ? AND disposition IN ('completed', 'partial')
        ORDER BY finished_at DESC LIMIT ${RUNS_MAX}`,
    )
    .bind(startsAt, endsAt)
    .all<Row>();
  const versionIds = new Set(results.map(({ versionId }) => versionId));
  const versions = await d1
    .prepare("SELECT id, document FROM flow_versions WHERE id IN (SELECT value FROM json_each(?))")
    .bind(JSON.stringify([...versionIds]))
    .all<{ id: string; document: string }>();
  return versions.results.flatMap(({ id, document }) => {
    const rows = results.filter(({ versionId }) => versionId === id);
    const [first] = rows;
    if (first === undefined) return [];
    const runs = rows.map((row) => ({ ...row, answers: JSON.parse(row.answers) as FinishedRun["answers"] }));
    return [{ flowId: first.flowId, document: JSON.parse(document) as Flow, runs }];
  });
}

/** What the people at these addresses are called, where anybody knows it. */
export async function readNames(
  d1: D1Database,
  addressIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { results } = await d1
    .prepare(
      `SELECT a.id, c.name FROM addresses a JOIN contacts c ON c.id = a.contact_id
        WHERE a.id IN (SELECT value FROM json_each(?)) AND c.name IS NOT NULL`,
    )
    .bind(JSON.stringify(addressIds))
    .all<{ id: string; name: string }>();
  return new Map(results.map(({ id, name }) => [id, name]));
}
