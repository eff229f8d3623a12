// A condition as SQL: the twin of `holds`, for asking it of everyone at once. A property test holds the two together.
import type { Condition, Filter, Operator } from "#core/condition";
import { atInstant } from "#core/segment/span";
import { openBinding } from "./binding.ts";
import type { Binding } from "./binding.ts";
import { membersOf } from "./members.ts";
import { comparisonSql } from "./comparison.ts";

export interface Compiled {
  /** An SQL expression that is 1 or 0, over the alias `c` of contacts. */
  readonly sql: string;
  /** What to bind at `parameter`: one, whatever the size of the condition. */
  readonly params: readonly [json: string];
}

/** Spans are counted from `now`, epoch milliseconds. `parameter` occurs many times in the SQL: a numbered one, or a column. */
export function compileCondition(
  condition: Condition,
  {
    now,
    parameter = "?1",
  }: { readonly now: number; readonly parameter?: `?${number}` | `${string}.${string}` },
): Compiled {
  const binding = openBinding(parameter);
  const sql = compile(atInstant(condition, now), binding);
  // Where no filter needs a value, the parameter must be there all the same.
  return { sql: `(${parameter} IS NOT NULL AND ${sql.replace(/\n\s+/g, "\n")})`, params: [binding.json()] };
}

function compile(condition: Condition, binding: Binding): string {
  if ("all" in condition) return join(condition.all, "AND", "true", binding);
  if ("any" in condition) return join(condition.any, "OR", "false", binding);
  if ("not" in condition) return `NOT ${compile(condition.not, binding)}`;
  return compileFilter(condition, binding);
}

function join(members: readonly Condition[], word: "AND" | "OR", none: string, binding: Binding): string {
  if (members.length === 0) return none;
  return `(${members.map((member) => compile(member, binding)).join(` ${word} `)})`;
}

const OPPOSITES: Readonly<Partial<Record<Operator, Operator>>> = { ne: "eq", nin: "in" };

function compileFilter({ path, op, value }: Filter, binding: Binding): string {
  const members = membersOf(path, binding);
  if (op === "exists") return `${value === false ? "NOT " : ""}EXISTS (${members.sql})`;
  const positive = OPPOSITES[op] ?? op;
  const holds = comparisonSql(members, positive, Array.isArray(value) ? value : [value ?? null], binding);
  return `${positive === op ? "" : "NOT "}EXISTS (${holds})`;
}
