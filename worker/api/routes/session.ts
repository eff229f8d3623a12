// Signing in, for browsers: the routes of the API that strangers may use.
import type { Context } from "hono";
import { Hono } from "hono";
import * as z from "zod";
import { nameActor } from "../../actions/name-actor.ts";
import { askForLink } from "../../actions/send-sign-in-link.ts";
import { useSignInLink } from "../../actions/use-sign-in-link.ts";
import { recordDeed } from "../../actions/write-as.ts";
import type { Actor } from "../../actor.ts";
import { staffActor } from "../../actor.ts";
import { readZone } from "../../db/settings.ts";
import type { StaffRow } from "../../db/staff.ts";
import { isEmailSetUp } from "../../email/resend.ts";
import { Problem } from "../../errors.ts";
import { describeError } from "../../log.ts";
import { findByAccess, isBehindAccess } from "../access.ts";
import { throttle, whoHas } from "../credentials.ts";
import { isFromHere } from "../csrf.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { says } from "../says.ts";
import { closeSession, openSession, readSession } from "../session.ts";
import type { Session } from "../session.ts";
import { takes } from "../takes.ts";
import { SessionView, WaysView } from "../views/session.ts";
import { toTime } from "../views/time.ts";

const SignIn = z.object({ token: z.string().min(1).max(200) });
const LinkWanted = z.strictObject({ email: z.email().max(254) });
const Link = z.strictObject({ link: z.string().min(1).max(200) });

export const session = new Hono<ApiEnv>()
  .get("/ways", says("session", "How one can sign in", WaysView), (context) =>
    context.json({
      link: isEmailSetUp(context.get("services").settings),
      access: isBehindAccess(context),
    }),
  )
  .post("/", says("session", "Sign in", SessionView), takes("json", SignIn), async (context) => {
    await throttle(context);
    const known = await whoHas(context, context.req.valid("json").token);
    if (known === null) throw new Problem("unauthenticated", "This token is unknown or revoked.");
    const { actor, tokenId } = known;
    const opened = await openSession(context, { tokenId, staffId: null, generation: 0, role: actor.role });
    return context.json(await show(context, opened, actor));
  })
  .post(
    "/link",
    says("session", "Ask for a link by e-mail that signs in", null, {
      status: 202,
      description: "The answer is the same whether somebody of this address is on the staff or not.",
    }),
    takes("json", LinkWanted),
    async (context) => {
      const { email } = context.req.valid("json");
      const services = context.get("services");
      await throttle(context);
      await throttle(context, await services.identity.idOfEmail(email));
      // Behind the answer: how long it takes would tell whether there is such an address.
      const asked = askForLink(services, email).catch((error: unknown) => {
        services.log.error("link-not-sent", { error: describeError(error) });
      });
      context.executionCtx.waitUntil(asked);
      return context.body(null, 202);
    },
  )
  .post(
    "/link/open",
    says("session", "Sign in with a link", SessionView, { description: "Once, within 15 minutes." }),
    takes("json", Link),
    async (context) => {
      await throttle(context);
      const member = await useSignInLink(context.get("services"), context.req.valid("json").link);
      if (member === null)
        throw new Problem("unauthenticated", "This link has been used, or is older than 15 minutes.");
      return context.json(await letIn(context, member, "link"));
    },
  )
  .post("/access", says("session", "Sign in by Cloudflare Access", SessionView), async (context) => {
    await throttle(context);
    if (!isFromHere(context)) throw new Problem("forbidden", "This does not come from our own page.");
    return context.json(await letIn(context, await findByAccess(context), "access"));
  })
  .get("/", needs("viewer"), says("session", "Who is signed in", SessionView), async (context) => {
    const open = await readSession(context);
    if (open === null)
      throw new Problem("not_found", "This request is signed in by a token, not by a session.");
    return context.json(await show(context, open, context.get("actor")));
  })
  .delete("/", needs("viewer"), says("session", "Sign out", null, { status: 204 }), (context) => {
    closeSession(context);
    return context.body(null, 204);
  });

async function letIn(context: Context<ApiEnv>, { id, role, generation }: StaffRow, by: "link" | "access") {
  const actor = staffActor(id, role);
  await recordDeed(context.get("services"), actor, {
    action: "session.open",
    subject: { kind: "staff", id },
    detail: { by },
  });
  return show(context, await openSession(context, { tokenId: null, staffId: id, generation, role }), actor);
}

/** The role is that of today: it may have changed since the session was opened. */
async function show(context: Context<ApiEnv>, { csrf, until, tokenId, staffId }: Session, actor: Actor) {
  const services = context.get("services");
  const isOwner = tokenId === null && staffId === null;
  const [name, zone] = await Promise.all([
    isOwner ? null : nameActor(services.db, actor),
    readZone(services),
  ]);
  return { role: actor.role, csrf, until: toTime(until), name, isDemo: services.settings.DEMO, zone };
}
