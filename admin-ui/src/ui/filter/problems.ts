// What keeps a filter tree from being a segment, and which comparison it is about.
import { Condition, Filter } from "#core/condition";
import type { Filter as OneFilter } from "#core/condition";
import { checkCondition } from "#core/segment/path";

/** In a sentence; null where the comparison will do. */
export function problemOf(filter: OneFilter): string | null {
  const [known] = checkCondition(filter);
  const parsed = Filter.safeParse(filter);
  const blank = [filter.value].flat().some((value) => value === "");
  if (blank && filter.op !== "exists") return "Fill this in.";
  if (!parsed.success) return sentence(parsed.error.issues[0]?.message ?? "This is not complete");
  return known === undefined ? null : sentence(`this ${known.message}`);
}

/** Whether the whole can be asked of people. */
export function isComplete(condition: Condition): boolean {
  return Condition.safeParse(condition).success && checkCondition(condition).length === 0;
}

/** What is wrong with the whole, beside its comparisons. */
export function problemOfWhole(condition: Condition): string | null {
  const problem = checkCondition(condition).find(({ path }) => path === "");
  return problem === undefined ? null : sentence(`this ${problem.message}`);
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith(".") ? "" : "."}`;
}
