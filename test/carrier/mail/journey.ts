// An e-mail's way from Resend to the mailboxes, and the events it leaves.
import { pause } from "../clock.ts";
import { bareMailAddress } from "./address.ts";
import { fateOf, type MailEvent } from "./events.ts";
import { mintText, mintUuid } from "./ids.ts";
import type { Draft, LastEvent, Mail } from "./mail.ts";
import { type Box, findBox, type Office } from "./office.ts";
import { sendEvent } from "./send-event.ts";

/** Resend's own test addresses are never suppressed: a bounce there is meant. */
const TEST_DOMAIN = "@resend.dev";

/** Takes the e-mail and sends it on its way, at once or when it is scheduled for. */
export function acceptMail(office: Office, draft: Draft, idempotencyKey: string | null): Mail {
  const id = mintUuid(office.random);
  const mail: Mail = {
    ...draft,
    id,
    messageId: `<${mintText(office.random, 24)}@eu-west-1.amazonses.com>`,
    createdAt: office.clock.now(),
    idempotencyKey,
    lastEvent: draft.scheduledAt === null ? "queued" : "scheduled",
  };
  office.mails.set(id, mail);
  office.log.add({ kind: "accepted", id, to: draft.to, subject: draft.subject });
  const start = (): void => void office.outstanding.track(travel(office, mail));
  if (draft.scheduledAt === null) {
    start();
    return mail;
  }
  void office.outstanding.track(tell(office, mail, { kind: "email.scheduled" }));
  office.agenda.add(draft.scheduledAt, () => {
    if (mail.lastEvent === "scheduled") start();
  });
  return mail;
}

async function travel(office: Office, mail: Mail): Promise<void> {
  // The answer to the request first.
  await pause(0);
  const addresses = new Set([...mail.to, ...mail.cc, ...mail.bcc].map(bareMailAddress));
  const open = [...addresses].filter((address) => !office.suppressed.has(address));
  if (open.length === 0) return tell(office, mail, { kind: "email.suppressed" });
  await tell(office, mail, { kind: "email.sent" });
  for (const address of open) await reach(office, mail, findBox(office, address));
}

async function reach(office: Office, mail: Mail, box: Box): Promise<void> {
  const fate = box.fate ?? fateOf(box.address);
  switch (fate.kind) {
    case "delivered":
      arrive(office, mail, box);
      return tell(office, mail, { kind: "email.delivered" });
    case "bounced":
      suppress(office, box);
      return tell(office, mail, { kind: "email.bounced", address: box.address });
    case "complained":
      arrive(office, mail, box);
      await tell(office, mail, { kind: "email.delivered" });
      suppress(office, box);
      return tell(office, mail, { kind: "email.complained" });
    case "delayed":
      box.waiting.push(() => void office.outstanding.track(reach(office, mail, box)));
      return tell(office, mail, { kind: "email.delivery_delayed" });
    case "failed":
      return tell(office, mail, { kind: "email.failed", reason: fate.reason });
    default:
      return fate satisfies never;
  }
}

/** Puts the mail into the mailbox: the moment a person could read it. */
function arrive(office: Office, mail: Mail, box: Box): void {
  box.copies.push({ mail, at: office.clock.now(), isRead: false });
  office.log.add({ kind: "arrived", id: mail.id, address: box.address });
}

function suppress(office: Office, box: Box): void {
  if (!box.address.endsWith(TEST_DOMAIN)) office.suppressed.add(box.address);
}

async function tell(office: Office, mail: Mail, event: MailEvent): Promise<void> {
  mail.lastEvent = lastEventOf(event);
  await sendEvent(office, mail, event);
}

function lastEventOf({ kind }: MailEvent): LastEvent {
  switch (kind) {
    case "email.sent":
      return "sent";
    case "email.scheduled":
      return "scheduled";
    case "email.delivered":
      return "delivered";
    case "email.delivery_delayed":
      return "delivery_delayed";
    case "email.complained":
      return "complained";
    case "email.bounced":
      return "bounced";
    case "email.failed":
      return "failed";
    case "email.suppressed":
      return "suppressed";
    default:
      return kind satisfies never;
  }
}
