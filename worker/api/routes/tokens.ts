// Tokens for scripts and colleagues.
import { Hono } from "hono";
import * as z from "zod";
import { createToken } from "../../actions/create-token.ts";
import { revokeToken } from "../../actions/revoke-token.ts";
import { ROLES } from "../../actor.ts";
import { listTokens } from "../../db/tokens.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byId, toPage } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { NewTokenView, TokenView, toTokenView } from "../views/operations.ts";

const NewToken = z.strictObject({ name: z.string().trim().min(1).max(80), role: z.enum(ROLES) });

export const tokens = new Hono<ApiEnv>()
  .get(
    "/",
    needs("owner"),
    says("tokens", "List the tokens", pageOf(TokenView)),
    takes("query", byId),
    async (context) => {
      const { limit, cursor } = context.req.valid("query");
      const rows = await listTokens(context.get("services").db, limit, cursor);
      return context.json(toPage(rows, limit, ({ id }) => id, toTokenView));
    },
  )
  .post(
    "/",
    needs("owner"),
    says("tokens", "Make a token", NewTokenView, { status: 201 }),
    takes("json", NewToken),
    async (context) => {
      const { name, role } = context.req.valid("json");
      const { token, ...row } = await createToken(context.get("services"), context.get("actor"), name, role);
      return context.json({ ...toTokenView(row), token }, 201);
    },
  )
  .delete("/:id", needs("owner"), says("tokens", "Revoke a token", TokenView), async (context) =>
    context.json(
      toTokenView(await revokeToken(context.get("services"), context.get("actor"), context.req.param("id"))),
    ),
  );
