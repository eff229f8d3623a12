// Mailboxes and mails as the page shows them.
import { parseMailAddress, type ParsedAddress } from "../address.ts";
import { fateOf } from "../events.ts";
import { textOf } from "../html.ts";
import type { MailSeen } from "../log.ts";
import type { Copy, Mail } from "../mail.ts";
import type { Box, Office } from "../office.ts";
import { unsubscribeUrl } from "../unsubscribe.ts";
import type { BoxSummary, MailDetail, MailSummary, MailWorld } from "./wire.ts";

/** More than anybody scrolls through; a campaign's digests go to few. */
const BOXES_MAX = 60;
const MAILS_MAX = 60;
const PREVIEW_CHARS_MAX = 140;

/** Who was written to last comes first. */
export function showMailWorld(office: Office): MailWorld {
  const boxes = [...office.boxes.values()].map((box) => showBox(office, box));
  boxes.sort((a, b) => (b.mails[0]?.at ?? 0) - (a.mails[0]?.at ?? 0));
  return { boxes: boxes.slice(0, BOXES_MAX), isDown: office.faults.downStatus() !== null };
}

function showBox(office: Office, box: Box): BoxSummary {
  return {
    address: box.address,
    name: nameOf(box),
    unread: box.copies.filter(({ isRead }) => !isRead).length,
    fate: (box.fate ?? fateOf(box.address)).kind,
    isSuppressed: office.suppressed.has(box.address),
    mails: box.copies.slice(-MAILS_MAX).toReversed().map(showCopy),
  };
}

function nameOf(box: Box): string {
  for (const { mail } of box.copies.toReversed()) {
    const named = [...mail.to, ...mail.cc]
      .map(addressOf)
      .find(({ name, address }) => name !== "" && address.toLowerCase() === box.address);
    if (named !== undefined) return named.name;
  }
  return box.address;
}

function showCopy({ mail, at, isRead }: Copy): MailSummary {
  return {
    id: mail.id,
    from: addressOf(mail.from),
    subject: mail.subject,
    preview: previewOf(mail),
    at,
    isRead,
    hasAttachments: mail.attachments.length > 0,
  };
}

/** The first words, as a mail program takes them: of the HTML, where senders put a sentence for it. */
function previewOf(mail: Mail): string {
  const text = mail.html === null ? (mail.text ?? "") : textOf(mail.html);
  return text
    .replace(/(?:\s|\u200b|\u200c|\u200d|\u00ad|\u034f)+/g, " ")
    .trim()
    .slice(0, PREVIEW_CHARS_MAX);
}

function addressOf(given: string): ParsedAddress {
  return parseMailAddress(given) ?? { name: "", address: given };
}

export function showMailDetail(office: Office, mail: Mail): MailDetail {
  const base = `/sim/mail/${mail.id}`;
  return {
    id: mail.id,
    from: addressOf(mail.from),
    to: mail.to,
    cc: mail.cc,
    subject: mail.subject,
    at: mail.createdAt,
    text: mail.text ?? "",
    canUnsubscribe: unsubscribeUrl(mail) !== null,
    htmlUrl: mail.html === null ? null : `${base}/html`,
    headers: headersOf(mail),
    attachments: mail.attachments.map(({ filename, contentType, bytes }, place) => ({
      name: filename,
      contentType,
      sizeBytes: bytes.byteLength,
      url: `${base}/attachments/${place}`,
    })),
    story: office.log.entries.flatMap((entry) => {
      const text = "id" in entry && entry.id === mail.id ? tell(entry) : null;
      return text === null ? [] : [{ at: entry.at, text }];
    }),
  };
}

function headersOf(mail: Mail): MailDetail["headers"] {
  const lines: (readonly [string, string])[] = [
    ["From", mail.from],
    ["To", mail.to.join(", ")],
    ["Cc", mail.cc.join(", ")],
    ["Reply-To", mail.replyTo.join(", ")],
    ["Subject", mail.subject],
    ["Date", new Date(mail.createdAt).toUTCString()],
    ["Message-ID", mail.messageId],
    ...Object.entries(mail.headers),
    ["Idempotency-Key", mail.idempotencyKey ?? ""],
    ...mail.tags.map(({ name, value }) => [`Tag ${name}`, value] as const),
  ];
  return lines.filter(([, value]) => value !== "");
}

/** Null for what the page shows already. */
function tell(entry: MailSeen): string | null {
  switch (entry.kind) {
    case "accepted":
      return "Taken by Resend";
    case "arrived":
      return `Arrived at ${entry.address}`;
    case "event": {
      const { outcome } = entry;
      const answer =
        outcome.kind === "answered" ? `answered ${outcome.status}` : outcome.kind.replace("-", " ");
      return `Webhook ${entry.type}: ${answer}${entry.attempt > 0 ? `, attempt ${entry.attempt + 1}` : ""}`;
    }
    case "event-dropped":
      return `Webhook ${entry.type}: dropped`;
    case "request":
    case "repeated":
      return null;
    default:
      return entry satisfies never;
  }
}
