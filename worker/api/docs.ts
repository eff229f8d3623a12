// The API's reference: a static page of ours, which holds no data and asks for openapi.json, or for a token where nobody is signed in.
// That file is static as well, but lies under /api, so it is reached through here only.
import type { Context } from "hono";
import { Problem } from "../errors.ts";
import type { ApiEnv } from "./env.ts";

export async function docs(context: Context<ApiEnv>): Promise<Response> {
  const page = await context.env.ASSETS.fetch(new URL("/docs", context.req.url));
  return context.html(await page.text(), 200, {
    "content-security-policy":
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "cache-control": "no-cache",
  });
}

/** The API's description as it was built; see document.ts. */
export async function openapi(context: Context<ApiEnv>): Promise<Response> {
  const document = await context.env.ASSETS.fetch(new URL("/api/v1/openapi.json", context.req.url));
  // Where there is no such file, static files answer with the front page.
  if (!document.headers.get("content-type")?.startsWith("application/json"))
    throw new Problem("unavailable", "The description is missing: this Worker was built without it.");
  return new Response(document.body, { headers: { "content-type": "application/json" } });
}
