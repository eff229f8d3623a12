// The web chat: a page for anyone, a socket for the visitor whose signed cookie it carries.
import { Hono } from "hono";
import { getSignedCookie, setSignedCookie } from "hono/cookie";
import type { AppEnv } from "../app.ts";
import { openChat } from "../actions/open-chat.ts";
import type { Services } from "../services.ts";

const COOKIE = "partyline_visitor";
const YEAR_SECONDS = 365 * 24 * 3_600;

export const chat = new Hono<AppEnv>();

chat.get("/:flow", async (context) => {
  const services = context.get("services");
  const { settings } = services;
  if ((await readVisitor(context, services)) === null) {
    await setSignedCookie(context, COOKIE, crypto.randomUUID(), settings.SESSION_SECRET, {
      httpOnly: true,
      sameSite: "Lax",
      secure: settings.PUBLIC_URL.startsWith("https:"),
      path: "/chat",
      maxAge: YEAR_SECONDS,
    });
  }
  const page = await context.env.ASSETS.fetch(new URL("/chat", context.req.url));
  return context.html(await page.text(), 200, {
    "content-security-policy":
      "default-src 'self'; style-src 'self' 'unsafe-inline'; base-uri 'none'; frame-ancestors *",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
  });
});

chat.get("/:flow/socket", async (context) => {
  const services = context.get("services");
  const refuse = (status: 403 | 404 | 426 | 429, message: string) =>
    context.json({ error: { code: "refused", message, requestId: context.get("requestId") } }, status);
  if (context.req.header("upgrade")?.toLowerCase() !== "websocket")
    return refuse(426, "This address is for a WebSocket.");
  // A page elsewhere must not chat in a visitor's name: browsers always send where a socket was opened.
  if (context.req.header("origin") !== new URL(services.settings.PUBLIC_URL).origin) {
    return refuse(403, "The chat may only be opened from its own page.");
  }
  const visitor = await readVisitor(context, services);
  if (visitor === null) return refuse(403, "Open the chat page first.");
  const ip = context.req.header("cf-connecting-ip") ?? "local";
  const { success } = await context.env.CHAT_LIMIT.limit({ key: ip });
  if (!success) return refuse(429, "Too many chats from here. Please wait a minute.");

  const opened = await openChat(services, visitor, context.req.param("flow"));
  if (opened === null) return refuse(404, "There is no chat here.");
  const url = new URL(context.req.url);
  url.search = `?line=${encodeURIComponent(opened.lineId)}`;
  return services.contact(opened.addressId).fetch(new Request(url, context.req.raw));
});

async function readVisitor(
  context: Parameters<typeof getSignedCookie>[0],
  { settings }: Services,
): Promise<string | null> {
  const secrets = [settings.SESSION_SECRET, settings.SESSION_SECRET_PREVIOUS].filter(
    (secret) => secret !== undefined,
  );
  for (const secret of secrets) {
    const visitor = await getSignedCookie(context, secret, COOKIE);
    if (typeof visitor === "string") return visitor;
  }
  return null;
}
