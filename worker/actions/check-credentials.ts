// Tries credentials where they are used, and says in a sentence what came of it.
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";

export interface Checked {
  readonly kind: "ok" | "refused" | "unreachable";
  readonly text: string;
}

export async function checkTwilio({ twilio, log }: Services): Promise<Checked> {
  try {
    const found = await twilio.verify();
    if (found.kind === "refused") {
      const code = found.code === null ? "" : ` (error ${found.code})`;
      return {
        kind: "refused",
        text: `Twilio answered ${found.status}${code}: check TWILIO_ACCOUNT_SID and the token or API key.`,
      };
    }
    return { kind: "ok", text: `Twilio lets us into “${found.name}”, which is ${found.status}.` };
  } catch (error) {
    log.warn("twilio-not-verified", { error: describeError(error) });
    return { kind: "unreachable", text: "Twilio did not answer. Is TWILIO_API_URL right?" };
  }
}

export async function checkResend({ resend, settings, log }: Services): Promise<Checked> {
  if (settings.RESEND_API_KEY === undefined || settings.EMAIL_FROM === undefined)
    return { kind: "refused", text: "RESEND_API_KEY or EMAIL_FROM is not set." };
  const domain = /@([^<>@\s]+?)>?$/.exec(settings.EMAIL_FROM)?.[1] ?? "";
  try {
    const found = await resend.verify();
    switch (found.kind) {
      case "refused":
        return { kind: "refused", text: `${found.words} Check RESEND_API_KEY.` };
      case "may-only-send":
        return {
          kind: "ok",
          text: "Resend takes the key, which may only send. A test e-mail shows whether the domain is verified.",
        };
      case "ok":
        return found.domains.includes(domain.toLowerCase())
          ? { kind: "ok", text: `Resend takes the key, and ${domain} is verified.` }
          : {
              kind: "refused",
              text: `Resend takes the key, but ${domain} of EMAIL_FROM is not verified there.`,
            };
      default:
        return found satisfies never;
    }
  } catch (error) {
    log.warn("resend-not-verified", { error: describeError(error) });
    return { kind: "unreachable", text: "Resend did not answer. Is RESEND_API_URL right?" };
  }
}
