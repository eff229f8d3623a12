// News as it happens, for open pages: a socket that says which topics to ask for again, and nothing about anybody.
import { Hono } from "hono";
import * as z from "zod";
import { Problem } from "../../errors.ts";
import { isFromHere } from "../csrf.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { says } from "../says.ts";
import { readSession } from "../session.ts";
import { takes } from "../takes.ts";

const Listening = z.object({
  after: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .meta({ description: "The `seq` of the last news heard: what was missed since comes first." }),
});

export const feed = new Hono<ApiEnv>().get(
  "/",
  needs("viewer"),
  says("feed", "Hear by WebSocket what there is news of", null, { status: 101 }),
  takes("query", Listening),
  async (context) => {
    const { req } = context;
    if (req.header("upgrade")?.toLowerCase() !== "websocket")
      throw new Problem("bad_request", "This address is for a WebSocket.");
    // A page elsewhere can open a socket with the cookie of ours, but hide neither where it is nor send a token.
    if (req.header("authorization") === undefined && !isFromHere(context))
      throw new Problem("forbidden", "The feed may only be opened from our own page.");
    const { after } = req.valid("query");
    const session = await readSession(context);
    const url = new URL(req.url);
    url.search = new URLSearchParams({
      actor: context.get("actor").id,
      ...(session !== null && { until: String(session.until) }),
      ...(after !== undefined && { after: String(after) }),
    }).toString();
    const answer = await context.get("services").feed.listen(new Request(url, req.raw));
    if (answer.status === 503) throw new Problem("unavailable", "Too many pages listen already.");
    return answer;
  },
);
