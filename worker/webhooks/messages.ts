// A message came in: parsed, handed to its person's object, answered in the same breath.
import { Hono } from "hono";
import { receiveMessage } from "../actions/receive-message.ts";
import { InboundForm, toInbound } from "../twilio/inbound-form.ts";
import { toTwiml } from "../twilio/reply.ts";
import { signed } from "./signed.ts";
import type { SignedEnv } from "./signed.ts";

export const messages = new Hono<SignedEnv>().post("/", signed, async (context) => {
  const services = context.get("services");
  const form = context.get("form");
  const parsed = InboundForm.safeParse(form);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => path.join(".")).join(", ");
    services.log.warn("refused-webhook", { requestId: context.get("requestId"), why: "form", fields });
    const message = `The form is not one of Twilio's messages: ${fields}.`;
    return context.json({ error: { code: "invalid", message, requestId: context.get("requestId") } }, 422);
  }
  const token = context.req.header("i-twilio-idempotency-token") ?? null;
  const { addressId, messages } = await receiveMessage(
    services,
    toInbound(parsed.data, form, services.mint(), token),
  );
  const twiml = toTwiml(messages, services.settings.PUBLIC_URL, addressId);
  return context.body(twiml, 200, { "content-type": "text/xml; charset=utf-8" });
});
