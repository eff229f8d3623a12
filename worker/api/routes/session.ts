// Signing in with a token, for browsers: the one route of the API that strangers may use.
import type { Context } from "hono";
import { Hono } from "hono";
import * as z from "zod";
import { Problem } from "../../errors.ts";
import { throttle, whoHas } from "../credentials.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { says } from "../says.ts";
import { closeSession, openSession, readSession } from "../session.ts";
import type { Session } from "../session.ts";
import { takes } from "../takes.ts";
import { SessionView } from "../views/session.ts";
import { toTime } from "../views/time.ts";

const SignIn = z.object({ token: z.string().min(1).max(200) });

export const session = new Hono<ApiEnv>()
  .post("/", says("session", "Sign in", SessionView), takes("json", SignIn), async (context) => {
    await throttle(context);
    const known = await whoHas(context, context.req.valid("json").token);
    if (known === null) throw new Problem("unauthenticated", "This token is unknown or revoked.");
    return context.json(
      show(context, await openSession(context, { tokenId: known.tokenId, role: known.actor.role })),
    );
  })
  .get("/", needs("viewer"), says("session", "Who is signed in", SessionView), async (context) => {
    const open = await readSession(context);
    if (open === null)
      throw new Problem("not_found", "This request is signed in by a token, not by a session.");
    return context.json(show(context, open));
  })
  .delete("/", needs("viewer"), says("session", "Sign out", null, { status: 204 }), (context) => {
    closeSession(context);
    return context.body(null, 204);
  });

function show(context: Context<ApiEnv>, { role, csrf, until }: Session) {
  const { DEMO, TIME_ZONE } = context.get("services").settings;
  return { role, csrf, until: toTime(until), name: null, isDemo: DEMO, zone: TIME_ZONE };
}
