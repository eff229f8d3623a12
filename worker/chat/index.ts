// The web chat: a page for anyone, a socket for the visitor whose signed cookie it carries.
import { Hono } from "hono";
import { openChat } from "../actions/open-chat.ts";
import type { AppEnv } from "../app.ts";
import { readChatHost } from "../db/chat.ts";
import { chatPage, noChatPage } from "./page.ts";
import { readVisitor, welcomeVisitor } from "./visitor.ts";

export const chat = new Hono<AppEnv>();

chat.get("/:flow", async (context) => {
  const host = await readChatHost(context.get("services").db, context.req.param("flow"));
  if (host === null) return noChatPage(context);
  await welcomeVisitor(context);
  return chatPage(context, host);
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
  const visitor = await readVisitor(context);
  if (visitor === null) return refuse(403, "Open the chat page first.");
  const ip = context.req.header("cf-connecting-ip") ?? "local";
  const { success } = await context.env.CHAT_LIMIT.limit({ key: ip });
  if (!success) return refuse(429, "Too many chats from here. Please wait a minute.");

  // `back`: a page that lost its socket goes on; the flow begins with a page, not with a connection.
  const isBack = context.req.query("back") !== undefined;
  const opened = await openChat(services, visitor, context.req.param("flow"), isBack);
  if (opened === null) return refuse(404, "There is no chat here.");
  const url = new URL(context.req.url);
  url.search = `?line=${encodeURIComponent(opened.lineId)}`;
  return services.contact(opened.addressId).fetch(new Request(url, context.req.raw));
});

chat.get("*", noChatPage);
