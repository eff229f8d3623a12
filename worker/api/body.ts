// What a body must be before anything looks into it: JSON, of a bearable size and depth.
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { Problem } from "../errors.ts";
import type { ApiEnv } from "./env.ts";

/** The largest flow anybody wrote is a tenth of this; D1 takes 2 MB in one value. */
export const BODY_BYTES_MAX = 1_000_000;
/** Schemas walk a body by recursion: deeper than this is no flow but an attempt to exhaust the stack. */
export const BODY_DEPTH_MAX = 64;

const limitSize = bodyLimit({
  maxSize: BODY_BYTES_MAX,
  onError: () => {
    throw new Problem("too_large", "The body is larger than 1 MB.");
  },
});

const limitShape = createMiddleware<ApiEnv>(async ({ req }, next) => {
  if (req.raw.body === null) return next();
  if (!/^application\/json\s*(;|$)/i.test(req.header("content-type") ?? "")) {
    if ((await req.arrayBuffer()).byteLength === 0) return next();
    throw new Problem("unsupported_media_type", "Send JSON, with content-type: application/json.");
  }
  const text = await req.text();
  if (text === "") {
    // Clients announce JSON by habit where they send nothing: that is no body.
    req.raw = withoutBody(req.raw);
    return next();
  }
  if (isDeep(parse(text))) {
    throw new Problem("invalid", `The body is nested more than ${BODY_DEPTH_MAX} levels deep.`);
  }
  return next();
});

/** A file is no JSON and may be large: its route reads it as it comes, up to a limit of its own. */
function isUpload({ method, url }: Request): boolean {
  return method === "POST" && new URL(url).pathname === "/api/v1/imports";
}

const SHIFTS = /^\/api\/v1\/helplines\/[^/]+\/shifts\/import$/;

/** No JSON either, but no larger. */
function isFile(request: Request): boolean {
  return isUpload(request) || (request.method === "POST" && SHIFTS.test(new URL(request.url).pathname));
}

/** In front of every route: requests without a body pass, and files. */
export const bodies = [unless(isUpload, limitSize), unless(isFile, limitShape)] as const;

function unless(is: (request: Request) => boolean, limit: MiddlewareHandler): MiddlewareHandler<ApiEnv> {
  return (context, next) => (is(context.req.raw) ? next() : limit(context, next));
}

function withoutBody({ url, method, headers: given, signal }: Request): Request {
  const headers = new Headers(given);
  headers.delete("content-type");
  return new Request(url, { method, headers, signal });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem("bad_request", "The body is not JSON.");
  }
}

/** Level by level, so that depth costs no stack here either. */
function isDeep(body: unknown): boolean {
  let level = [body];
  for (let depth = 0; depth <= BODY_DEPTH_MAX; depth += 1) {
    level = level.flatMap((value) =>
      typeof value === "object" && value !== null ? Object.values(value) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}
