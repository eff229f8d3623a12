// The visitor of a web chat: a random name in a signed cookie that no script can read.
import type { Context } from "hono";
import { getSignedCookie, setSignedCookie } from "hono/cookie";
import type { AppEnv } from "../app.ts";

const COOKIE = "partyline_visitor";
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
    sameSite: "Lax",
    secure: PUBLIC_URL.startsWith("https:"),
    path: "/chat",
    maxAge: YEAR_SECONDS,
  });
}
