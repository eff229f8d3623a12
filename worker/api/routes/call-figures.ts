// How a group's calls went, counted.
import { Hono } from "hono";
import * as z from "zod";
import { readCallFigures } from "../../actions/read-call-figures.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { says } from "../says.ts";
import { takes } from "../takes.ts";
import { CallFiguresView, toCallFiguresView } from "../views/call.ts";

const Instant = z.string().max(40);
const Window = z.object({
  from: Instant.optional().meta({ description: "A week before `to` where absent; 92 days at most." }),
  to: Instant.optional().meta({
    description: "2026-11-21T14:00Z, or 2026-11-21T14:00 by the group's clock; now where absent.",
  }),
});

export const callFigures = new Hono<ApiEnv>().get(
  "/:id/call-figures",
  needs("viewer"),
  says("calls", "Calls of a helpline counted: answered, missed, by hour, time to answer", CallFiguresView),
  takes("query", Window),
  async (context) => {
    const given = context.req.valid("query");
    const { figures, ...window } = await readCallFigures(
      context.get("services"),
      context.req.param("id"),
      given,
    );
    return context.json(toCallFiguresView(figures, window));
  },
);
