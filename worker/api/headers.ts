// What every answer of the API says to browsers, and which other sites may read it.
import { cors } from "hono/cors";
import { createMiddleware } from "hono/factory";
import type { ApiEnv } from "./env.ts";

/** JSON is never sniffed into a page, never kept, and runs nothing if somebody opens it. */
const HEADERS = {
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
} as const;

export const headers = createMiddleware<ApiEnv>(async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) {
    if (!context.res.headers.has(name)) context.header(name, value);
  }
});

/** Only the sites of CORS_ORIGINS, with a bearer token: cookies stay at home. */
export const sharing = createMiddleware<ApiEnv>((context, next) => {
  const share = cors({
    origin: context.get("services").settings.CORS_ORIGINS,
    allowHeaders: ["authorization", "content-type", "idempotency-key"],
    exposeHeaders: ["x-request-id", "retry-after", "idempotent-replayed"],
    maxAge: 600,
  });
  return share(context, next);
});
