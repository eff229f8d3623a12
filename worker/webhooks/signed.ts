// The gate in front of every Twilio webhook: signature, account, and a form in shape. It fails closed and says why in the log.
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../app.ts";
import { isSigned, signedUrl, toForm } from "../twilio/signature.ts";
import type { Form } from "../twilio/signature.ts";
import { readBody } from "./read-body.ts";

export interface SignedEnv extends AppEnv {
  Variables: AppEnv["Variables"] & { form: Form };
}

/** Twilio's own forms are a few KB. */
const FORM_BYTES_MAX = 256_000;

export const signed = createMiddleware<SignedEnv>(async (context, next) => {
  const { settings, log } = context.get("services");
  const requestId = context.get("requestId");
  const refuse = (status: 403 | 413 | 415, message: string) =>
    context.json({ error: { code: "refused", message, requestId } }, status);

  if (!context.req.header("content-type")?.startsWith("application/x-www-form-urlencoded")) {
    return refuse(415, "Twilio sends application/x-www-form-urlencoded.");
  }
  const body = await readBody(context.req.raw, FORM_BYTES_MAX);
  if (body === null) return refuse(413, "The form is too large.");
  const form = toForm(new URLSearchParams(body));
  const url = signedUrl(settings, context.req.url);
  if (!isSigned(settings, url, form, context.req.header("x-twilio-signature"))) {
    log.warn("refused-webhook", {
      requestId,
      why: "signature",
      signedUrl: url.replace(/\?.*/, "?…"),
      setting: "PUBLIC_URL, TWILIO_AUTH_TOKEN",
    });
    return refuse(
      403,
      "The signature does not fit. Is PUBLIC_URL the address Twilio calls, and TWILIO_AUTH_TOKEN this account's?",
    );
  }
  if (form["AccountSid"] !== settings.TWILIO_ACCOUNT_SID) {
    log.warn("refused-webhook", { requestId, why: "account", setting: "TWILIO_ACCOUNT_SID" });
    return refuse(403, "This is another account's webhook.");
  }
  context.set("form", form);
  return next();
});
