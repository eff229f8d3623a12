// One e-mail as Resend stores it, and the copy of it that lies in a mailbox.

/** What `GET /emails/:id` says happened last. */
export type LastEvent =
  | "queued"
  | "scheduled"
  | "canceled"
  | "sent"
  | "delivered"
  | "delivery_delayed"
  | "bounced"
  | "complained"
  | "failed"
  | "suppressed";

export interface MailAttachment {
  readonly id: string;
  readonly filename: string;
  readonly contentType: string;
  /** For pictures inside of the HTML: `cid:`. */
  readonly contentId: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a request asks to be sent, checked. */
export interface Draft {
  /** As given: `Partyline <hello@example.org>`. */
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly html: string | null;
  readonly text: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly MailAttachment[];
  readonly tags: readonly { readonly name: string; readonly value: string }[];
  /** Epoch milliseconds. */
  readonly scheduledAt: number | null;
}

export interface Mail extends Draft {
  /** Resend's id: a UUID. */
  readonly id: string;
  /** What mail programs know it by: `<...@...>`. */
  readonly messageId: string;
  readonly createdAt: number;
  /** The `Idempotency-Key` it came with. */
  readonly idempotencyKey: string | null;
  lastEvent: LastEvent;
}

/** A mail in somebody's mailbox. */
export interface Copy {
  readonly mail: Mail;
  readonly at: number;
  isRead: boolean;
}

/** How mail to an address fares, after Resend's test addresses. */
export type Fate =
  | { readonly kind: "delivered" }
  /** Rejected for good; Resend suppresses the address from then on. */
  | { readonly kind: "bounced" }
  /** Delivered, and marked as spam; suppressed likewise. */
  | { readonly kind: "complained" }
  /** The other server puts it off: it arrives once the fate is another. */
  | { readonly kind: "delayed" }
  /** Resend itself gives up, with this reason. */
  | { readonly kind: "failed"; readonly reason: string };
