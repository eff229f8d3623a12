// Beginning a flow with someone by number.
import { Hono } from "hono";
import * as z from "zod";
import { startFlow } from "../../actions/start-flow.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { once, onceId } from "../once.ts";
import { says } from "../says.ts";
import { takes } from "../takes.ts";
import { Time, toTime } from "../views/time.ts";

const Start = z.strictObject({
  lineId: z.string().min(1).max(80),
  to: z.string().min(1).max(40).meta({ description: "A phone number with its country's code." }),
});

const Begun = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("started"), runId: z.string().nullable(), contactId: z.string() }),
  z.object({ kind: z.literal("waits"), until: Time, contactId: z.string() }),
  z.object({ kind: z.literal("repeated"), contactId: z.string() }),
]);

export const starts = new Hono<ApiEnv>().post(
  "/:id/start",
  needs("editor"),
  says("flows", "Begin a flow with someone", Begun, {
    status: 202,
    description:
      "At once, or when the line opens for this person. Refused (409) after STOP and over a running conversation.",
  }),
  takes("json", Start),
  once,
  async (context) => {
    const { lineId, to } = context.req.valid("json");
    const begun = await startFlow(context.get("services"), context.get("actor"), context.req.param("id"), {
      lineId,
      to,
      id: onceId(context),
    });
    return context.json(begun.kind === "waits" ? { ...begun, until: toTime(begun.until) } : begun, 202);
  },
);
