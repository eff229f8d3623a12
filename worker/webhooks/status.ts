// What became of a message, in the carrier's words: on to the records queue, whatever order it came in.
import { Hono } from "hono";
import * as z from "zod";
import { signed } from "./signed.ts";
import type { SignedEnv } from "./signed.ts";

const StatusForm = z.object({
  MessageSid: z.string().max(40),
  MessageStatus: z.string().max(30),
  ErrorCode: z.coerce.number().int().positive().optional().catch(undefined),
});
const Ours = z.object({ m: z.uuid(), a: z.uuid() });

export const status = new Hono<SignedEnv>().post("/", signed, async (context) => {
  const { records, clock } = context.get("services");
  const parsed = StatusForm.safeParse(context.get("form"));
  if (!parsed.success) {
    const message = "The form is not one of Twilio's status callbacks.";
    return context.json({ error: { code: "invalid", message, requestId: context.get("requestId") } }, 422);
  }
  const ours = Ours.safeParse(context.req.query()).data;
  // Not accepted by the queue = not answered with 200: Twilio calls again (see the URL's fragment).
  await records.send({
    kind: "receipt",
    messageId: ours?.m ?? null,
    addressId: ours?.a ?? null,
    sid: parsed.data.MessageSid,
    status: parsed.data.MessageStatus,
    errorCode: parsed.data.ErrorCode ?? null,
    at: clock.now(),
  });
  return context.body(null, 204);
});
