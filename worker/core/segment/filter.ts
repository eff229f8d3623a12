// A segment's filter as people send it: a tree, or the flat list `{ "filters": [...] }`, which means all of them.
import * as z from "zod";
import { Condition, Filter } from "#core/condition";
import { checkCondition, FILTERS_MAX } from "./path.ts";

const Filters = z.array(Filter).max(FILTERS_MAX);

/** Checked: every path is one that segments know. */
export const FlatFilters = Filters.superRefine((filters, context) => report({ all: filters }, context));

/** Checked as well; a tree in either case. */
export const SegmentFilter: z.ZodType<Condition> = z
  .union([
    Condition,
    z.strictObject({ filters: Filters }).transform(({ filters }): Condition => ({ all: filters })),
  ])
  .superRefine(report)
  // What comes out has a shape that can be documented.
  .pipe(Condition);

function report(condition: Condition, context: z.RefinementCtx): void {
  for (const { path, message } of checkCondition(condition)) {
    context.addIssue({ code: "custom", message: path === "" ? message : `${path} ${message}` });
  }
}
