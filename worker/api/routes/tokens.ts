// Tokens for scripts and colleagues.
import { Hono } from "hono";
import * as z from "zod";
import { createToken } from "../../actions/create-token.ts";
import { revokeToken } from "../../actions/revoke-token.ts";
import { ROLES } from "../../actor.ts";
import { listTokens } from "../../db/tokens.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byId, toPageById } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { NewTokenView, ScopesView, TokenView, toTokenView } from "../views/operations.ts";

/** Whoever wants one for longer leaves it without an end. */
const DAYS_MAX = 3_650;
const DAY_MS = 24 * 3_600_000;

const NewToken = z.strictObject({
  name: z.string().trim().min(1).max(80),
  role: z.enum(ROLES),
  scopes: ScopesView.refine((scopes) => scopes === null || Object.keys(scopes).length > 0, "is empty")
    .optional()
    .meta({
      description:
        "The areas it may touch, beside what its role may: what is not named is refused. Everything its role may where absent.",
    }),
  days: z
    .int()
    .min(1)
    .max(DAYS_MAX)
    .optional()
    .meta({ description: "How long it is good; without an end where absent." }),
});

export const tokens = new Hono<ApiEnv>()
  .get(
    "/",
    needs("owner"),
    says("tokens", "List the tokens", pageOf(TokenView)),
    takes("query", byId),
    async (context) => {
      const { limit, cursor } = context.req.valid("query");
      const rows = await listTokens(context.get("services").db, limit, cursor);
      return context.json(toPageById(rows, limit, toTokenView));
    },
  )
  .post(
    "/",
    needs("owner"),
    says("tokens", "Make a token", NewTokenView, { status: 201 }),
    takes("json", NewToken),
    async (context) => {
      const { days, scopes = null, ...wanted } = context.req.valid("json");
      const services = context.get("services");
      const expiresAt = days === undefined ? null : services.clock.now() + days * DAY_MS;
      const { token, ...row } = await createToken(services, context.get("actor"), {
        ...wanted,
        scopes,
        expiresAt,
      });
      return context.json({ ...toTokenView(row), token }, 201);
    },
  )
  .delete("/:id", needs("owner"), says("tokens", "Revoke a token", TokenView), async (context) =>
    context.json(
      toTokenView(await revokeToken(context.get("services"), context.get("actor"), context.req.param("id"))),
    ),
  );
