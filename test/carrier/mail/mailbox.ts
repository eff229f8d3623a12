// Somebody's mailbox, in the words of a test: what came, what is attached, where its links lead.
import type { Fate, MailAttachment } from "./mail.ts";

export interface ReceivedMail {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  /** With their bytes. */
  readonly attachments: readonly MailAttachment[];
  readonly tags: Readonly<Record<string, string>>;
  /** Where the links of the HTML lead, in order. */
  readonly links: readonly MailLink[];
  /** The address behind the link with these words; throws where there is none. */
  readonly link: (words: string | RegExp) => string;
  /** Clicks "unsubscribe" in the mail program (RFC 8058); returns the status, throws where the mail offers none. */
  readonly unsubscribe: () => Promise<number>;
  readonly idempotencyKey: string | null;
  /** Epoch milliseconds, by the simulator's clock. */
  readonly at: number;
}

export interface MailLink {
  readonly words: string;
  readonly url: string;
}

export interface Mailbox {
  /** In lower case. */
  readonly address: string;
  /** Everything that arrived, oldest first. */
  readonly mails: () => readonly ReceivedMail[];
  /** Waits for a mail no `expect` has claimed yet whose subject or text contains this; throws with what came instead. */
  readonly expect: (wanted: string | RegExp, options?: { withinMs?: number }) => Promise<ReceivedMail>;
  readonly unclaimed: () => readonly ReceivedMail[];
  /** Decides how mail to this address fares from now on; what was put off arrives once it is no longer. */
  readonly setFate: (fate: Fate) => void;
  /** Takes the address off Resend's suppression list, as its console can. */
  readonly forgive: () => void;
}
