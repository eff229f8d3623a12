// One shape for everything that goes wrong: { error: { code, message, requestId, details? } }, with nothing in it that is not meant for the caller.
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { ERRORS, Problem } from "../errors.ts";
import { describeError } from "../log.ts";
import type { ApiEnv } from "./env.ts";

/** The rate-limit bindings count by the minute (wrangler.toml). */
const RETRY_AFTER_SECONDS = 60;

/** D1's own words for being away for a moment (Cloudflare, "Debug D1"): a later try is worth it. */
const AWAY = /D1_ERROR.*(overloaded|reset|timeout|timed out|connection lost|starting up|unavailable)/i;

/** The answer to anything thrown; what nobody expected is logged under the request's id and said to be our fault. */
export function answerProblem(error: Error, context: Context<ApiEnv>): Response {
  const problem = toProblem(error);
  const requestId = context.get("requestId");
  const { code, message, details } = problem;
  if (code === "internal" || code === "unavailable") {
    const { log } = context.get("services");
    log.error("request-failed", { requestId, path: context.req.path, error: describeError(error) });
  }
  if (code === "unauthenticated") context.header("www-authenticate", "Bearer");
  if (code === "too_many_requests") context.header("retry-after", String(RETRY_AFTER_SECONDS));
  return context.json(
    { error: { code, message, requestId, ...(details !== undefined && { details }) } },
    ERRORS[code],
  );
}

function toProblem(error: Error): Problem {
  if (error instanceof Problem) return error;
  // All that Hono itself refuses is a body in no shape.
  if (error instanceof HTTPException) return new Problem("bad_request", `${error.message}.`);
  if (AWAY.test(describeError(error))) {
    return new Problem("unavailable", "Our records cannot be reached at the moment. Please try again.");
  }
  return new Problem("internal", "Something went wrong on our side.");
}
