// What is set up, as the API shows it.
import * as z from "zod";
import { STEP_IDS } from "#core/setup";
import type { PlacedNumber } from "../../actions/point-number.ts";

export const SetupView = z
  .object({
    publicUrl: z.string(),
    zone: z.string().meta({ description: "IANA: the one under /settings, else TIME_ZONE under [vars]." }),
    webhooks: z
      .record(z.enum(["texts", "calls", "callEnds", "statuses", "errors", "emails"]), z.string())
      .meta({ description: "Where Twilio and Resend are to tell us." }),
    steps: z.array(
      z.object({
        id: z.enum(STEP_IDS),
        state: z.enum(["done", "missing", "advice"]),
        title: z.string(),
        text: z.string(),
        how: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "Setup" });

export const CheckedView = z
  .object({ kind: z.enum(["ok", "refused", "unreachable"]), text: z.string() })
  .meta({ id: "CheckedCredentials" });

const Target = z.object({
  url: z.string().meta({ description: "Empty where nothing is set." }),
  isHere: z.boolean(),
});

export const NumberView = z
  .object({
    sid: z.string(),
    number: z.string(),
    name: z.string(),
    texts: Target.nullable().meta({ description: "null for a number that cannot text." }),
    calls: Target.nullable().meta({ description: "null for a number that cannot be called." }),
    lineId: z.string().nullable(),
    helplineId: z.string().nullable(),
  })
  .meta({ id: "AccountNumber" });

export function toNumberView(placed: PlacedNumber) {
  const { sid, number, name, canText, canCall, lineId, helplineId } = placed;
  return {
    sid,
    number,
    name,
    texts: canText ? { url: placed.textUrl, isHere: placed.textsHere } : null,
    calls: canCall ? { url: placed.callUrl, isHere: placed.callsHere } : null,
    lineId,
    helplineId,
  };
}
