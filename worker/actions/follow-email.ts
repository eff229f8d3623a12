// What Resend tells of an e-mail: its state climbs, and who bounced for good or complained is written to no more.
import type { EmailEvent, EmailState } from "#core/mail/state";
import { findFollowed, suppressRecipient } from "../db/email-news.ts";
import { noteEmail } from "../db/emails.ts";
import { readOrganisation } from "../db/settings.ts";
import { emailIdOf } from "../email/event.ts";
import type { ResendEvent } from "../email/event.ts";
import { canonicalRecipient, clipWords, maskRecipient } from "../email/recipient.ts";
import type { Services } from "../services.ts";
import { raiseAlarm } from "./raise-alarm.ts";

interface Meaning {
  readonly state: EmailState;
  readonly shown?: EmailEvent["state"];
  readonly detail?: string;
  /** Why the address gets no more e-mails. */
  readonly ends?: "bounced" | "complained";
}

/** `eventId` is Svix's: the same event again changes nothing, and neither does one that comes late. */
export async function followEmail(services: Services, event: ResendEvent, eventId: string): Promise<void> {
  const { d1, clock, log } = services;
  const meaning = read(event);
  if (meaning === null) return;
  const row = await findFollowed(d1, emailIdOf(event), event.data.email_id ?? null);
  if (row === null) {
    log.warn("email-event-of-nobody", { type: event.type });
    return;
  }
  const at = Date.parse(event.created_at) || clock.now();
  const { ends, ...news } = meaning;
  const note = noteEmail(d1, {
    ...news,
    id: row.id,
    at,
    event: eventId,
    providerId: event.data.email_id ?? null,
  });
  if (ends === undefined) {
    await note.run();
    return;
  }
  const { recipientId, recipient } = row;
  const masked = maskRecipient(recipient);
  await d1.batch([
    note,
    suppressRecipient(d1, { recipientId, masked, cause: ends, detail: meaning.detail ?? null, at }),
  ]);
  await tellIfOperator(services, { recipient, recipientId, masked, ends });
}

function read({ type, data }: ResendEvent): Meaning | null {
  switch (type) {
    case "email.sent":
      return { state: "sent" };
    case "email.delivered":
      return { state: "delivered" };
    case "email.delivery_delayed":
      return { state: "sent", shown: "delayed" };
    case "email.failed":
      return { state: "failed", detail: clipWords(data.failed?.reason ?? "Resend could not send it.") };
    case "email.suppressed":
      // Resend keeps a list of its own: whoever lifts it lifts it there.
      return {
        state: "suppressed",
        detail: clipWords(data.suppressed?.message ?? "Resend sends nothing more to this address."),
      };
    case "email.complained":
      return { state: "complained", detail: "Its reader called it spam.", ends: "complained" };
    case "email.bounced": {
      const { type: kind, subType, message } = data.bounce ?? { type: "", subType: "", message: "" };
      const isForGood = kind.toLowerCase() === "permanent";
      const detail = clipWords(`${[kind, subType].filter(Boolean).join(", ")}: ${message}`);
      return { state: "bounced", detail, ...(isForGood && { ends: "bounced" }) };
    }
    default:
      // Opened, clicked, scheduled, received, and all about contacts and domains.
      return null;
  }
}

/** Whoever waits for alarms at an address that takes none waits in vain: the others should know. */
async function tellIfOperator(
  services: Services,
  gone: { recipient: string; recipientId: string; masked: string; ends: "bounced" | "complained" },
): Promise<void> {
  const { operatorEmails } = await readOrganisation(services.d1);
  const address = canonicalRecipient(gone.recipient);
  if (!operatorEmails.some((each) => canonicalRecipient(each) === address)) return;
  const why = gone.ends === "bounced" ? "bounced for good" : "called an e-mail of ours spam";
  const text = `The operator's address ${gone.masked} ${why}: no more e-mails go there, alarms neither.`;
  await raiseAlarm(services, { kind: "operator-unreachable", subject: gone.recipientId, text });
}
