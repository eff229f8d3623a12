// What a route takes: one Zod schema that validates and documents; what does not fit is said in words, place by place.
import { validator } from "hono-openapi";
import type * as z from "zod";
import { Problem } from "../errors.ts";
import { explain } from "./explain.ts";
import type { ApiEnv } from "./env.ts";

/** Whoever reads them mends the first few and asks again. */
const DETAILS_MAX = 50;

export function takes<Target extends "json" | "query", Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
) {
  return validator<Schema, Target, ApiEnv, string>(target, schema, ({ success, data }) => {
    if (success) return;
    const { error } = schema.safeParse(data);
    if (error !== undefined) throw invalid(error.issues, data);
  });
}

/** A Problem that lists what is wrong with `value`. */
export function invalid(issues: readonly z.core.$ZodIssue[], value: unknown): Problem {
  const details = issues.slice(0, DETAILS_MAX).flatMap((issue) => explain(issue, value));
  const [first] = details;
  const message =
    first === undefined ? "This is not valid." : `${first.path === "" ? "It" : first.path} ${first.message}.`;
  return new Problem("invalid", message, details);
}
