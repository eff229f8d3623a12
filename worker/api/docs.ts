// The reference page: a static page of ours. It holds no data; it asks for openapi.json, or for a token where nobody is signed in.
import type { Context } from "hono";
import type { ApiEnv } from "./env.ts";

export async function docs(context: Context<ApiEnv>): Promise<Response> {
  const page = await context.env.ASSETS.fetch(new URL("/docs", context.req.url));
  return context.html(await page.text(), 200, {
    "content-security-policy":
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "cache-control": "no-cache",
  });
}
