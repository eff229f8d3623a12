// What is asked of an address the API does not have, or in a way it does not take.
import type { Context, Hono } from "hono";
import { Problem } from "../errors.ts";
import type { ApiEnv } from "./env.ts";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** Answers for `app`: 405 where another method would do, else 404. Neither tells more than the API's description does. */
export function unknown(app: Hono<ApiEnv>) {
  return (context: Context<ApiEnv>): never => {
    const path = context.req.path.replace(/^\/api/, "");
    const allowed = METHODS.filter((method) => hasRoute(app, method, path));
    if (allowed.length === 0) throw new Problem("not_found", "There is nothing at this address.");
    context.header("allow", allowed.join(", "));
    throw new Problem("method_not_allowed", `This address takes ${allowed.join(", ")}.`);
  };
}

/** Middleware is registered for all methods; a route is for one. */
function hasRoute(app: Hono<ApiEnv>, method: string, path: string): boolean {
  const [handlers] = app.router.match(method, path);
  return handlers.some(([[, route]]) => route.method === method);
}
