// A signed-in browser: one HttpOnly cookie that says who, until when, and which word its writes must carry.
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import * as z from "zod";
import { ROLES } from "../actor.ts";
import type { Settings } from "../settings.ts";
import type { ApiEnv } from "./env.ts";
import { isSame } from "../same.ts";

const COOKIE = "partyline_session";
/** A working day; whoever is still there signs in again. */
const SESSION_SECONDS = 12 * 3_600;
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);
const ONLY_COOKIE = { path: "/", httpOnly: true, sameSite: "Lax" } as const;

const Session = z.object({
  /** The API token that signed in, or the member of staff; the owner by ADMIN_TOKEN where both are null. */
  tokenId: z.string().nullable(),
  staffId: z.string().nullable(),
  /** Of the member of staff: one of an earlier generation is over. */
  generation: z.int(),
  role: z.enum(ROLES),
  /** Sent back as x-csrf-token with every write. */
  csrf: z.string(),
  /** Epoch milliseconds. */
  until: z.number(),
});
export type Session = z.infer<typeof Session>;

/** Signs in: sets the cookie and returns what the page needs to know. */
export async function openSession(
  context: Context<ApiEnv>,
  who: Pick<Session, "tokenId" | "staffId" | "generation" | "role">,
): Promise<Session> {
  const { settings } = context.get("services");
  // Real time: a jump of the demo's clock signs nobody out.
  const session: Session = { ...who, csrf: crypto.randomUUID(), until: Date.now() + SESSION_SECONDS * 1000 };
  const payload = toBase64Url(new TextEncoder().encode(JSON.stringify(session)));
  const signature = await sign(settings.SESSION_SECRET, payload, session, settings);
  setCookie(context, COOKIE, `${payload}.${signature}`, {
    ...ONLY_COOKIE,
    secure: !LOOPBACK.has(new URL(context.req.url).hostname),
    maxAge: SESSION_SECONDS,
  });
  return session;
}

/** The session of the cookie, or null: none, expired, forged, or signed with a secret no longer used. */
export async function readSession(context: Context<ApiEnv>): Promise<Session | null> {
  const { settings } = context.get("services");
  const [payload = "", signature = ""] = getCookie(context, COOKIE)?.split(".") ?? [];
  const session = Session.safeParse(parse(payload)).data;
  if (session === undefined || session.until < Date.now()) return null;
  for (const secret of [settings.SESSION_SECRET, settings.SESSION_SECRET_PREVIOUS]) {
    if (secret !== undefined && (await isSame(signature, await sign(secret, payload, session, settings))))
      return session;
  }
  return null;
}

export function closeSession(context: Context<ApiEnv>): void {
  deleteCookie(context, COOKIE, ONLY_COOKIE);
}

/** The owner's cookie is bound to ADMIN_TOKEN as well: changing that one signs them out everywhere. */
async function sign(
  secret: string,
  payload: string,
  { tokenId, staffId }: Session,
  { ADMIN_TOKEN }: Settings,
): Promise<string> {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey(
    "raw",
    encoder.encode(secret),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const text = ["partyline session", payload, tokenId === null && staffId === null ? ADMIN_TOKEN : ""].join(
    "\n",
  );
  return toBase64Url(new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(text))));
}

function parse(payload: string): unknown {
  try {
    return JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
  } catch {
    return null;
  }
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
