// What was answered how often, question by question, as charts show it.
import { boundsOf } from "./outcomes.ts";
import type { Period } from "./outcomes.ts";

export interface QuestionCount {
  readonly name: string;
  readonly answered: number;
  readonly skipped: number;
}

export interface ValueCount {
  readonly name: string;
  /** As a text: `true`, `4`, an option's id, somebody's own words. */
  readonly value: string;
  readonly count: number;
}

/** Of different values, the most frequent first: what people write in their own words is different every time. */
export const VALUES_MAX = 2000;
/** Of somebody's own words: charts count words, the table shows the whole. */
const CHARACTERS_MAX = 300;

/** Several choices of one answer count each; places and pictures by their label. */
export async function countAnswers(
  d1: D1Database,
  flowId: string,
  period: Period,
): Promise<{ readonly questions: QuestionCount[]; readonly values: ValueCount[] }> {
  const bounds = boundsOf(period);
  const [questions, values] = await d1.batch([
    d1
      .prepare(
        `SELECT a.key AS name, sum(json_type(a.value, '$.value') != 'null') AS answered,
                sum(json_type(a.value, '$.value') = 'null') AS skipped
           FROM runs r, json_each(r.answers) a
          WHERE r.flow_id = ?1 AND r.id >= ?2 AND r.id < ?3 GROUP BY a.key`,
      )
      .bind(flowId, ...bounds),
    d1
      .prepare(
        `SELECT a.key AS name,
                CASE v.type WHEN 'true' THEN 'true' WHEN 'false' THEN 'false'
                            WHEN 'object' THEN substr(a.value->>'label', 1, ${CHARACTERS_MAX})
                            ELSE substr(v.value, 1, ${CHARACTERS_MAX}) END AS value,
                count(*) AS count
           FROM runs r, json_each(r.answers) a,
                json_each(CASE json_type(a.value, '$.value') WHEN 'array' THEN a.value->'$.value'
                               ELSE json_array(json(a.value->'$.value')) END) v
          WHERE r.flow_id = ?1 AND r.id >= ?2 AND r.id < ?3 AND v.type != 'null'
          GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT ${VALUES_MAX}`,
      )
      .bind(flowId, ...bounds),
  ]);
  return {
    questions: (questions?.results ?? []) as QuestionCount[],
    values: (values?.results ?? []) as ValueCount[],
  };
}

/** Every name that an answer was ever kept under, in alphabetical order. */
export async function listAnswerNames(d1: D1Database, flowId: string): Promise<string[]> {
  const { results } = await d1
    .prepare(
      "SELECT DISTINCT a.key AS name FROM runs r, json_each(r.answers) a WHERE r.flow_id = ? ORDER BY 1",
    )
    .bind(flowId)
    .all<{ name: string }>();
  return results.map(({ name }) => name);
}
