// Writes an e-mail down and asks for it to be sent. Whoever writes it derives its id: the same thing twice is one e-mail.
import type { Attachment, MailDocument } from "#core/mail/document";
import type { Services } from "../services.ts";
import { insertEmail } from "../db/emails.ts";
import { isEmailSetUp } from "../email/resend.ts";
import { renderHtml } from "../email/render-html.ts";
import { renderText } from "../email/render-text.ts";

export interface Mail {
  /** Derived from what it tells and whom: `deriveId("voicemail", voicemailId, volunteerId)`. */
  readonly id: string;
  /** What it is, for lists: voicemail, reminder, gap, telephone, digest, alarm, test. */
  readonly kind: string;
  /** One address; whoever writes to several writes several, since each has a fate of its own. */
  readonly to: string;
  readonly document: MailDocument;
  readonly attachments?: readonly Attachment[];
  /** What it is about, and whose words or number are in it (an address id): erasing that person empties it. */
  readonly about?: { readonly kind: string; readonly id: string; readonly addressId?: string | null };
  /** Epoch milliseconds after which it is of no use to anybody: it is not sent then, and shown as failed. */
  readonly expiresAt?: number;
}

/** Returns once it is written and offered; a cron sweep offers again what was written only. */
export async function sendEmail(services: Services, mail: Mail): Promise<void> {
  await sendEmails(services, [mail]);
}

/** Several at once, all or none of them; those without attachments travel together. */
export async function sendEmails(services: Services, mails: readonly Mail[]): Promise<void> {
  if (mails.length === 0) return;
  await services.d1.batch(await writeEmails(services, mails));
  await offerEmails(
    services,
    mails.map(({ id }) => id),
  );
}

/** The statements that write them, for a batch of the caller's own that also marks why; `offerEmails` follows it. */
export async function writeEmails(
  services: Services,
  mails: readonly Mail[],
): Promise<D1PreparedStatement[]> {
  const { d1, clock, identity, settings } = services;
  const state = isEmailSetUp(settings) ? "queued" : "not-set-up";
  return Promise.all(
    mails.map(async ({ id, kind, to, document, attachments = [], about, expiresAt }) =>
      insertEmail(d1, {
        id,
        kind,
        recipient: to.trim(),
        recipientId: await identity.idOfEmail(to),
        subject: document.subject,
        html: renderHtml(document),
        body: renderText(document),
        unsubscribeUrl: document.unsubscribeUrl ?? null,
        attachments,
        aboutKind: about?.kind ?? null,
        aboutId: about?.id ?? null,
        addressId: about?.addressId ?? null,
        state,
        expiresAt: expiresAt ?? null,
        now: clock.now(),
      }),
    ),
  );
}

/** A queue takes at most so many at once (Cloudflare). */
const OFFERED_AT_ONCE = 100;

/** Asks for them to be sent; more often than once does no harm. */
export async function offerEmails(
  { email }: Pick<Services, "email">,
  ids: readonly string[],
  delaySeconds = 0,
): Promise<void> {
  for (let from = 0; from < ids.length; from += OFFERED_AT_ONCE) {
    const bodies = ids.slice(from, from + OFFERED_AT_ONCE).map((emailId) => ({ body: { emailId } }));
    await email.sendBatch(bodies, { delaySeconds });
  }
}
