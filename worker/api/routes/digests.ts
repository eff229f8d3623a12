// Digests: who gets an e-mail about each day or week, when, and what it says.
import { Hono } from "hono";
import * as z from "zod";
import { DigestConfig } from "#core/digest/config";
import { CivilDate } from "#core/rota/rota";
import { changeDigest } from "../../actions/change-digest.ts";
import { createDigest } from "../../actions/create-digest.ts";
import { mustFindDigest } from "../../actions/find-digest.ts";
import { previewDigest } from "../../actions/preview-digest.ts";
import { removeDigest } from "../../actions/remove-digest.ts";
import { resubscribeDigest } from "../../actions/resubscribe-digest.ts";
import { sendDigestNow } from "../../actions/send-digest-now.ts";
import { listDigests } from "../../db/digests.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byId, toPageById } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { DigestPreviewView, DigestView, toDigestPreviewView, toDigestView } from "../views/digest.ts";
import { EmailView, toEmailView } from "../views/email.ts";

const Patch = z
  .looseObject({
    changedAt: z.iso
      .datetime()
      .optional()
      .meta({ description: "As you saw it: refused where somebody changed the digest since." }),
  })
  .meta({ description: "Fields of a digest, each replaced as a whole; null sets one to its default." });
const Preview = z.object({
  from: CivilDate.optional().meta({
    description: "The first day, by the reader's clock; without it, the last period.",
  }),
  to: CivilDate.optional().meta({ description: "The last day; `from` where absent." }),
});

export const digests = new Hono<ApiEnv>()
  .get(
    "/",
    needs("viewer"),
    says("digests", "List who gets the digest", pageOf(DigestView)),
    takes("query", byId),
    async (context) => {
      const { limit, cursor } = context.req.valid("query");
      const { db, clock } = context.get("services");
      const [actor, now] = [context.get("actor"), clock.now()];
      const rows = await listDigests(db, limit, cursor);
      return context.json(toPageById(rows, limit, (row) => toDigestView(row, actor, now)));
    },
  )
  .post(
    "/",
    needs("editor"),
    says("digests", "Send somebody the digest from now on", DigestView, { status: 201 }),
    takes("json", DigestConfig),
    async (context) => {
      const [services, actor] = [context.get("services"), context.get("actor")];
      const row = await createDigest(services, actor, context.req.valid("json"));
      return context.json(toDigestView(row, actor, services.clock.now()), 201);
    },
  )
  .get("/:id", needs("viewer"), says("digests", "Show a digest", DigestView), async (context) => {
    const services = context.get("services");
    const row = await mustFindDigest(services, context.req.param("id"));
    return context.json(toDigestView(row, context.get("actor"), services.clock.now()));
  })
  .patch(
    "/:id",
    needs("editor"),
    says("digests", "Change a digest", DigestView, { description: "What was told is not told again." }),
    takes("json", Patch),
    async (context) => {
      const [services, actor] = [context.get("services"), context.get("actor")];
      const { changedAt, ...patch } = context.req.valid("json");
      const seenAt = changedAt === undefined ? null : Date.parse(changedAt);
      const row = await changeDigest(services, actor, context.req.param("id"), patch, seenAt);
      return context.json(toDigestView(row, actor, services.clock.now()));
    },
  )
  .delete(
    "/:id",
    needs("editor"),
    says("digests", "End a digest", null, { status: 204 }),
    async (context) => {
      await removeDigest(context.get("services"), context.get("actor"), context.req.param("id"));
      return context.body(null, 204);
    },
  )
  .get(
    "/:id/preview",
    needs("viewer"),
    says("digests", "See what it says about any days", DigestPreviewView, {
      description: "What needs somebody, and open shifts, are as of now. Viewers see no numbers in it.",
    }),
    takes("query", Preview),
    async (context) => {
      const [services, actor] = [context.get("services"), context.get("actor")];
      const { config } = await mustFindDigest(services, context.req.param("id"));
      const preview = await previewDigest(services, actor, config, context.req.valid("query"));
      return context.json(toDigestPreviewView(preview));
    },
  )
  .post(
    "/:id/send",
    needs("editor"),
    says("digests", "Send it now", EmailView, {
      status: 202,
      description: "About the last period; the one that comes by itself comes all the same.",
    }),
    async (context) => {
      const actor = context.get("actor");
      const row = await sendDigestNow(context.get("services"), actor, context.req.param("id"));
      return context.json(toEmailView(row, actor), 202);
    },
  )
  .post(
    "/:id/resubscribe",
    needs("editor"),
    says("digests", "Send it again to somebody who unsubscribed", DigestView, {
      description: "Ask them first. What they missed is not sent after.",
    }),
    async (context) => {
      const [services, actor] = [context.get("services"), context.get("actor")];
      const row = await resubscribeDigest(services, actor, context.req.param("id"));
      return context.json(toDigestView(row, actor, services.clock.now()));
    },
  );
