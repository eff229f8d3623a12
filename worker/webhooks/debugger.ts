// Twilio's debugger: what went wrong on its side of a call or a message, such as an answer of ours it could not read.
import { Hono } from "hono";
import * as z from "zod";
import { judgeReport } from "#core/mail/debugger";
import { raiseAlarm } from "../actions/raise-alarm.ts";
import { signed } from "./signed.ts";
import type { SignedEnv } from "./signed.ts";

const Form = z.object({
  Level: z.string().max(20),
  Payload: z.string().transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue("it is no JSON");
      return z.NEVER;
    }
  }),
});
const Payload = z.object({
  error_code: z.coerce.number().int(),
  more_info: z.object({ Msg: z.string().optional(), msg: z.string().optional() }).optional().catch(undefined),
});

export const debug = new Hono<SignedEnv>().post("/", signed, async (context) => {
  const services = context.get("services");
  const form = Form.safeParse(context.get("form"));
  const payload = Payload.safeParse(form.data?.Payload);
  if (!form.success || !payload.success) {
    const message = "The form is not one of the debugger's.";
    return context.json({ error: { code: "invalid", message, requestId: context.get("requestId") } }, 422);
  }
  const { error_code: code, more_info: info } = payload.data;
  const text = judgeReport({ level: form.data.Level, code, message: info?.Msg ?? info?.msg ?? "" });
  if (text !== null) await raiseAlarm(services, { kind: "twilio-error", subject: String(code), text });
  return context.body(null, 204);
});
