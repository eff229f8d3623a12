// The chat's pages: built with the admin, served with who speaks there and a policy of their own.
import type { Context } from "hono";
import type { AppEnv } from "../app.ts";

const HEADERS = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
} as const;

/** The page of a chat, headed by who speaks in it. */
export async function chatPage(context: Context<AppEnv>, host: string): Promise<Response> {
  const page = await context.env.ASSETS.fetch(new URL("/chat", context.req.url));
  const headed = new HTMLRewriter()
    .on("title", { element: (title) => void title.setInnerContent(host) })
    .on("#host", { element: (heading) => void heading.setInnerContent(host) })
    .transform(page);
  return context.html(await headed.text(), 200, HEADERS);
}

/** The page that says there is no such chat. */
export async function noChatPage(context: Context<AppEnv>): Promise<Response> {
  const page = await context.env.ASSETS.fetch(new URL("/no-chat", context.req.url));
  return context.html(await page.text(), 404, HEADERS);
}
