// What a route takes: one Zod schema that validates and documents; what does not fit is said in words, place by place.
import type { MiddlewareHandler } from "hono";
import { validator } from "hono/validator";
import { resolver } from "hono-openapi";
import type { validator as Described } from "hono-openapi";
import type * as z from "zod";
import { invalid } from "../explain.ts";
import { described } from "./described.ts";
import type { ApiEnv } from "./env.ts";

export function takes<Target extends "json" | "query", Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
): ReturnType<typeof Described<Schema, Target, ApiEnv, string>> {
  const check: MiddlewareHandler<ApiEnv> = validator(target, (given: unknown): unknown => {
    const { success, data, error } = schema.safeParse(given);
    if (success) return data;
    throw invalid(error.issues, given);
  });
  return described((context, next) => check(context, next), { target, ...resolver(schema) });
}
