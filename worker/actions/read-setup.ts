// What this deployment has and what it lacks.
import { listSteps } from "#core/setup";
import type { SetupStep } from "#core/setup";
import { readOrganisation } from "../db/settings.ts";
import { countSetup } from "../db/setup.ts";
import { isEmailSetUp } from "../email/resend.ts";
import type { Services } from "../services.ts";
import type { Settings } from "../settings.ts";

export async function readSetup({ d1, settings }: Services): Promise<readonly SetupStep[]> {
  const [counts, { operatorEmails, zone }] = await Promise.all([countSetup(d1), readOrganisation(d1)]);
  return listSteps({
    ...counts,
    publicUrl: settings.PUBLIC_URL,
    isDemo: settings.DEMO,
    zone: zone ?? settings.TIME_ZONE,
    twilioBy: twilioBy(settings),
    hasEmail: isEmailSetUp(settings),
    hasEmailNews: settings.RESEND_WEBHOOK_SECRET !== undefined,
    rotating: (["SESSION_SECRET_PREVIOUS", "TWILIO_AUTH_TOKEN_SECONDARY"] as const).filter(
      (name) => settings[name] !== undefined,
    ),
    operators: operatorEmails.length,
  });
}

function twilioBy({ TWILIO_API_KEY, TWILIO_API_SECRET }: Settings): "key" | "token" | "half-key" {
  if (TWILIO_API_KEY === undefined) return "token";
  return TWILIO_API_SECRET === undefined ? "half-key" : "key";
}
