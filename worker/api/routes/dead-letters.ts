// Dead letters: nothing that happened is thrown away; owners send it again once the cause is mended.
import { Hono } from "hono";
import * as z from "zod";
import { forgetLetter } from "../../actions/forget-letter.ts";
import { replayLetter } from "../../actions/replay-letter.ts";
import { listLetters } from "../../db/dead-letters.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byTime, toPage } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { LetterView, toLetterView } from "../views/operations.ts";

const List = byTime.extend({
  replayed: z
    .stringbool()
    .default(false)
    .meta({ description: "Those that were sent again, instead of those that still lie there." }),
});

export const deadLetters = new Hono<ApiEnv>()
  .get(
    "/",
    needs("owner"),
    says("dead-letters", "List the dead letters", pageOf(LetterView)),
    takes("query", List),
    async (context) => {
      const { limit, cursor, replayed } = context.req.valid("query");
      const rows = await listLetters(context.get("services").db, limit, { before: cursor, replayed });
      return context.json(toPage(rows, limit, ({ at, id }) => [at, id], toLetterView));
    },
  )
  .post(
    "/:id/replay",
    needs("owner"),
    says("dead-letters", "Send a dead letter again", LetterView, { status: 202 }),
    async (context) => {
      const row = await replayLetter(context.get("services"), context.get("actor"), context.req.param("id"));
      return context.json(toLetterView(row), 202);
    },
  )
  .delete(
    "/:id",
    needs("owner"),
    says("dead-letters", "Forget a dead letter", null, {
      status: 204,
      description: "What it would have done never happens.",
    }),
    async (context) => {
      await forgetLetter(context.get("services"), context.get("actor"), context.req.param("id"));
      return context.body(null, 204);
    },
  );
