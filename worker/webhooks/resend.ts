// Where Resend tells what became of an e-mail. Not ours unless its signature says so; what is not written is asked for again.
import { Hono } from "hono";
import { followEmail } from "../actions/follow-email.ts";
import type { AppEnv } from "../app.ts";
import { ResendEvent } from "../email/event.ts";
import { isSvixSigned } from "../email/svix.ts";
import { readBody } from "./read-body.ts";

/** Resend's events are a few KB. */
const BODY_BYTES_MAX = 256_000;

export const resend = new Hono<AppEnv>().post("/", async (context) => {
  const services = context.get("services");
  const { settings, clock, log } = services;
  const requestId = context.get("requestId");
  const refuse = (status: 403 | 413 | 422, code: string, message: string) =>
    context.json({ error: { code, message, requestId } }, status);

  const body = await readBody(context.req.raw, BODY_BYTES_MAX);
  if (body === null) return refuse(413, "refused", "The event is too large.");
  const header = (name: string) => context.req.header(name) ?? "";
  const headers = {
    id: header("svix-id"),
    timestamp: header("svix-timestamp"),
    signature: header("svix-signature"),
  };
  const secret = settings.RESEND_WEBHOOK_SECRET;
  if (secret === undefined || !(await isSvixSigned(secret, headers, body, clock.now()))) {
    log.warn("refused-webhook", { requestId, why: "signature", setting: "RESEND_WEBHOOK_SECRET" });
    return refuse(403, "refused", "The signature does not fit. Is RESEND_WEBHOOK_SECRET this webhook's?");
  }
  const parsed = ResendEvent.safeParse(readJson(body));
  if (!parsed.success) return refuse(422, "invalid", "The body is not one of Resend's events.");
  await followEmail(services, parsed.data, headers.id);
  return context.body(null, 204);
});

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
