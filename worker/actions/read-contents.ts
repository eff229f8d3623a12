// What the account has of WhatsApp contents, for a template that rests on one.
import { namesContents } from "#core/message-template/check-contents";
import type { MessageTemplate } from "#core/message-template/template";
import { describeError } from "../log.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import type { AccountContent } from "../twilio/contents.ts";

/** Throws `unavailable` while Twilio does not say. */
export async function listAccountContents({
  twilio,
  log,
}: Pick<Services, "twilio" | "log">): Promise<readonly AccountContent[]> {
  try {
    return await twilio.listContents();
  } catch (error) {
    log.warn("contents-not-listed", { error: describeError(error) });
    throw new Problem("unavailable", "Twilio does not list its contents at the moment. Please try again.");
  }
}

/** null where the template names none, or Twilio does not say: nothing waits for it. */
export async function readContentsFor(
  services: Pick<Services, "twilio" | "log">,
  template: MessageTemplate,
): Promise<readonly AccountContent[] | null> {
  if (!namesContents(template)) return null;
  try {
    return await listAccountContents(services);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
