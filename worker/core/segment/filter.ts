// A segment's filter as people send it: a tree, or the flat list `{ "filters": [...] }`, which means all of them.
import * as z from "zod";
import { Condition, Filter } from "#core/condition";
import { checkCondition, FILTERS_MAX } from "./path.ts";

export const FlatFilters = z.array(Filter).max(FILTERS_MAX);

/** Checked: every path is one that segments know. */
export const SegmentFilter: z.ZodType<Condition> = z
  .union([
    Condition,
    z.strictObject({ filters: FlatFilters }).transform(({ filters }): Condition => ({ all: filters })),
  ])
  .superRefine((condition, context) => {
    for (const { path, message } of checkCondition(condition)) {
      context.addIssue({ code: "custom", message: path === "" ? message : `${path} ${message}` });
    }
  });
