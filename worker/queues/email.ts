// E-mails on their way: a batch is one run, and each row says itself when it is tried again.
import type { EmailJob } from "#core/mail/state";
import { deliverEmails } from "../actions/deliver-emails.ts";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";

const RETRY_SECONDS = 30;

/** Only what broke on our side is retried by the queue, and buried by it in the end. */
export async function consumeEmail(services: Services, batch: MessageBatch<EmailJob>): Promise<void> {
  try {
    await deliverEmails(
      services,
      batch.messages.map(({ body }) => body.emailId),
    );
    batch.ackAll();
  } catch (error) {
    services.log.error("emails-not-delivered", { count: batch.messages.length, error: describeError(error) });
    batch.retryAll({ delaySeconds: RETRY_SECONDS });
  }
}
