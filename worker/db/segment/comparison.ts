// One comparison over the facts of a path, as #core/compare makes it.
import { dateOf, numeric, wordsOf } from "#core/compare";
import type { Scalar } from "#core/compare";
import type { Operator } from "#core/condition";
import type { Binding } from "./binding.ts";
import type { Members } from "./members.ts";
import { datedSteps, foldSql, isNumericSql, step, trimSql } from "./text.ts";

type Sign = "=" | ">" | ">=" | "<" | "<=";

/** The members for which the comparison holds: a SELECT. */
export function comparisonSql(
  members: Members,
  op: Operator,
  given: readonly Scalar[],
  binding: Binding,
): string {
  const [first = null, second = null] = given;
  const of = (sign: Sign, value: Scalar) => order(sign, value, binding);
  switch (op) {
    case "eq":
      return where(members, of("=", first), binding);
    case "gt":
      return where(members, of(">", first), binding);
    case "gte":
      return where(members, of(">=", first), binding);
    case "lt":
      return where(members, of("<", first), binding);
    case "lte":
      return where(members, of("<=", first), binding);
    case "in":
      return where(members, anyOf(given, binding), binding);
    case "contains":
    case "starts_with":
      return where(members, textual(op, first, binding), binding);
    case "before":
    case "after":
      return where(members, time(op === "before" ? "<" : ">", first, "false", binding), binding, true);
    case "between": {
      const low = time(">=", first, of(">=", first), binding);
      const high = time("<=", second, of("<=", second), binding);
      return where(members, `${low} AND ${high}`, binding, true);
    }
    case "ne":
    case "nin":
    case "exists":
      throw new Error(`${op} is no comparison of a member`);
    default:
      return op satisfies never;
  }
}

/** The members with what the test may read: `num`, `folded`, and of dates `day` and `at`. */
function where({ kind, sql }: Members, test: string, binding: Binding, isDated = false): string {
  switch (kind) {
    case "words":
      return `SELECT 1 FROM (SELECT NULL AS num, text AS folded, NULL AS day, NULL AS at, listed FROM (${sql})) WHERE ${test}`;
    case "instant":
      return `SELECT 1 FROM (SELECT NULL AS num, lower(text) AS folded, substr(text, 1, 10) AS day, at, listed FROM (${sql})) WHERE ${test}`;
    case "facts": {
      const num = `CASE WHEN kind IN ('integer', 'real') OR (kind = 'text' AND ${isNumericSql("trimmed")}) THEN CAST(trimmed AS REAL) END`;
      const known = `SELECT listed, ${num} AS num, ${foldSql("trimmed", binding)} AS folded,
        CASE kind WHEN 'text' THEN trimmed ELSE '' END AS dt FROM trimmed`;
      const trimmed = step(
        "trimmed",
        `SELECT kind, listed, ${trimSql("text", binding)} AS trimmed FROM (${sql})`,
      );
      if (!isDated) return `WITH ${trimmed} SELECT 1 FROM (${known}) WHERE ${test}`;
      return `WITH ${[trimmed, step("known", known), ...datedSteps("known")].join(", ")} SELECT 1 FROM dated WHERE ${test}`;
    }
    default:
      return kind satisfies never;
  }
}

/** A number against numbers, words against words; null against nothing. */
function order(sign: Sign, value: Scalar, { bind }: Binding): string {
  if (value === null) return "false";
  const number = numeric(value);
  return number === null
    ? `(num IS NULL AND folded ${sign} ${bind(wordsOf(value))})`
    : `(num ${sign} ${bind(number)})`;
}

function anyOf(given: readonly Scalar[], { bindList }: Binding): string {
  const known = given.filter((value) => value !== null);
  const numbers = known.flatMap((value) => numeric(value) ?? []);
  const words = known.filter((value) => numeric(value) === null).map(wordsOf);
  return `(num IN (SELECT value FROM ${bindList(numbers)})
    OR (num IS NULL AND folded IN (SELECT value FROM ${bindList(words)})))`;
}

/** A list contains its members; a text contains its parts. */
function textual(op: "contains" | "starts_with", value: Scalar, binding: Binding): string {
  const part = binding.bind(wordsOf(value));
  if (op === "starts_with") return `substr(folded, 1, length(${part})) = ${part}`;
  return `CASE WHEN listed THEN ${order("=", value, binding)} ELSE instr(folded, ${part}) > 0 END`;
}

/** By instant, or by day where either is a bare day; `otherwise` where either is no date. */
function time(sign: Sign, value: Scalar, otherwise: string, { bind }: Binding): string {
  const date = dateOf(value);
  if (date === null) return otherwise;
  const byDay = `day ${sign} ${bind(date.day)}`;
  const compared =
    date.at === null ? byDay : `CASE WHEN at IS NULL THEN ${byDay} ELSE at ${sign} ${bind(date.at)} END`;
  return `CASE WHEN day IS NULL THEN ${otherwise} ELSE ${compared} END`;
}
