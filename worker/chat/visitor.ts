// The visitor of a web chat: a random name in a signed cookie that no script can read.
import type { Context } from "hono";
import { getSignedCookie, setSignedCookie } from "hono/cookie";
import type { AppEnv } from "../app.ts";

const COOKIE = "partyline_visitor";
/**
 * The chat may stand in a frame of any site (its page's policy says so), and a browser keeps a cookie there only in this
 * form: one visitor for each site it is embedded in (CHIPS). The socket's Origin check keeps other pages out all the same.
 */
const EMBEDDABLE = { secure: true, sameSite: "None", partitioned: true } as const;
/** No browser keeps a secure cookie over plain http everywhere; loopback is the only place we are served so. */
const AT_HOME = { sameSite: "Lax" } as const;
const YEAR_SECONDS = 365 * 24 * 3_600;

/** Who this browser is; null for a stranger, or for a cookie we did not sign. */
export async function readVisitor(context: Context<AppEnv>): Promise<string | null> {
  const { SESSION_SECRET, SESSION_SECRET_PREVIOUS } = context.get("services").settings;
  for (const secret of [SESSION_SECRET, SESSION_SECRET_PREVIOUS]) {
    if (secret === undefined) continue;
    const visitor = await getSignedCookie(context, secret, COOKIE);
    if (typeof visitor === "string") return visitor;
  }
  return null;
}

/** Gives a stranger a name; whoever has one keeps it. */
export async function welcomeVisitor(context: Context<AppEnv>): Promise<void> {
  if ((await readVisitor(context)) !== null) return;
  const { SESSION_SECRET, PUBLIC_URL } = context.get("services").settings;
  await setSignedCookie(context, COOKIE, crypto.randomUUID(), SESSION_SECRET, {
    httpOnly: true,
    path: "/chat",
    maxAge: YEAR_SECONDS,
    ...(PUBLIC_URL.startsWith("https:") ? EMBEDDABLE : AT_HOME),
  });
}
