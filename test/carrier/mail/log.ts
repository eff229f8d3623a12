// Everything Resend saw, in order: the witness that e-mails are counted from.
import type { Outcome } from "../network/call-product.ts";
import { createLog, type Log } from "../log.ts";

export type MailSeen =
  | {
      readonly kind: "request";
      readonly method: string;
      readonly path: string;
      readonly status: number;
      /** Resend's name of the error. */
      readonly error?: string;
    }
  /** Taken: once for each e-mail, however often it was asked for. */
  | {
      readonly kind: "accepted";
      readonly id: string;
      readonly to: readonly string[];
      readonly subject: string;
    }
  /** Asked for again by the same idempotency key. */
  | { readonly kind: "repeated"; readonly ids: readonly string[]; readonly key: string }
  | { readonly kind: "arrived"; readonly id: string; readonly address: string }
  /** One attempt to tell the product. */
  | {
      readonly kind: "event";
      readonly id: string;
      readonly type: string;
      readonly eventId: string;
      readonly attempt: number;
      readonly outcome: Outcome;
    }
  | { readonly kind: "event-dropped"; readonly id: string; readonly type: string };

export type MailLog = Log<MailSeen>;

export function createMailLog(now: () => number): MailLog {
  return createLog<MailSeen>(now);
}
