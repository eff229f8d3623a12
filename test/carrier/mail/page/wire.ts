// What the mailbox page and the simulator tell each other. Types only: both sides import them.
import type { ParsedAddress } from "../address.ts";
import type { Fate } from "../mail.ts";

/** Everything but the mails' contents, newest first. */
export interface MailWorld {
  readonly boxes: readonly BoxSummary[];
  readonly isDown: boolean;
}

export type FateKind = Exclude<Fate["kind"], "failed">;

export interface BoxSummary {
  readonly address: string;
  /** As mails name its owner; the address where none does. */
  readonly name: string;
  readonly unread: number;
  readonly fate: Fate["kind"];
  /** On Resend's suppression list: nothing more is sent there. */
  readonly isSuppressed: boolean;
  readonly mails: readonly MailSummary[];
}

export interface MailSummary {
  readonly id: string;
  readonly from: ParsedAddress;
  readonly subject: string;
  readonly preview: string;
  readonly at: number;
  readonly isRead: boolean;
  readonly hasAttachments: boolean;
}

export interface MailDetail {
  readonly id: string;
  readonly from: ParsedAddress;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly at: number;
  readonly text: string;
  /** By one click in the mail program. */
  readonly canUnsubscribe: boolean;
  /** Where the HTML is, to show in a frame of its own; null where there is none. */
  readonly htmlUrl: string | null;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly attachments: readonly ShownAttachment[];
  /** What happened to it, and what the product was told, oldest first. */
  readonly story: readonly { readonly at: number; readonly text: string }[];
}

export interface ShownAttachment {
  readonly name: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly url: string;
}
