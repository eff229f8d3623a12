// E-mails as they are posted, with their attachments read from FILES.
import type { Attachment } from "#core/mail/document";
import { toBase64 } from "../base64.ts";
import type { EmailRow } from "../db/emails.ts";
import type { OutgoingEmail } from "../email/resend.ts";
import type { Services } from "../services.ts";

/** Resend takes 40 MB; an isolate has 128 MB, and a file is in it up to five times over: bytes, Base64, JSON, the request. */
const ATTACHED_BYTES_MAX = 15_000_000;

export type Loaded =
  | { readonly kind: "loaded"; readonly emails: readonly OutgoingEmail[] }
  /** They cannot be sent as they were meant; `words` says why. */
  | { readonly kind: "gone"; readonly words: string };

export async function loadEmails({ files }: Services, rows: readonly EmailRow[]): Promise<Loaded> {
  const emails: OutgoingEmail[] = [];
  for (const row of rows) {
    const { id, recipient, subject, html, body, unsubscribeUrl, attachments: kept } = row;
    if (html === "")
      return { kind: "gone", words: "Its words are gone: erased, or older than they are kept." };
    const attachments = await readAttachments(files, kept);
    if (typeof attachments === "string") return { kind: "gone", words: attachments };
    emails.push({ id, to: recipient, subject, html, text: body, unsubscribeUrl, attachments });
  }
  return { kind: "loaded", emails };
}

async function readAttachments(
  files: R2Bucket,
  kept: readonly Attachment[],
): Promise<OutgoingEmail["attachments"] | string> {
  let bytes = 0;
  const read = [];
  for (const { key, name, contentType } of kept) {
    const file = await files.get(key);
    if (file === null) return `Its attachment ${name} is no longer there.`;
    bytes += file.size;
    if (bytes > ATTACHED_BYTES_MAX) return "Its attachments are too large to send.";
    read.push({ name, contentType, base64: toBase64(new Uint8Array(await file.arrayBuffer())) });
  }
  return read;
}
