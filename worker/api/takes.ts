// What a route takes: one Zod schema that validates and documents; what does not fit is said in words, place by place.
import { validator } from "hono-openapi";
import type * as z from "zod";
import { invalid } from "../explain.ts";
import type { ApiEnv } from "./env.ts";

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
