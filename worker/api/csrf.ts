// A cookie travels with requests other sites make: writes signed in by one must prove they come from our own page.
import type { Context } from "hono";
import { Problem } from "../errors.ts";
import type { ApiEnv } from "./env.ts";
import { isSame } from "../same.ts";
import type { Session } from "./session.ts";

/** Throws unless the request carries the session's word and the browser says it comes from this origin. */
export async function checkOrigin(context: Context<ApiEnv>, { csrf }: Session): Promise<void> {
  const { req } = context;
  if (!isFromHere(context)) throw new Problem("forbidden", "This write does not come from our own page.");
  if (!(await isSame(req.header("x-csrf-token") ?? "", csrf))) {
    throw new Problem("forbidden", "x-csrf-token is not the one that signing in returned.");
  }
}

/** Whether a write comes from our own page. Browsers send Origin or Sec-Fetch-Site with every write; a request with neither is not from a browser's page. */
export function isFromHere(context: Context<ApiEnv>): boolean {
  const { req } = context;
  const site = req.header("sec-fetch-site");
  const origin = req.header("origin");
  if (site === undefined && origin === undefined) return false;
  const ours = [new URL(req.url).origin, new URL(context.get("services").settings.PUBLIC_URL).origin];
  return (site === undefined || site === "same-origin") && (origin === undefined || ours.includes(origin));
}
