// The events Resend tells of an e-mail, in the shape its documentation gives them.
import type { Fate, Mail } from "./mail.ts";

export type MailEvent =
  | { readonly kind: "email.sent" }
  | { readonly kind: "email.scheduled" }
  | { readonly kind: "email.delivered" }
  | { readonly kind: "email.delivery_delayed" }
  | { readonly kind: "email.complained" }
  | { readonly kind: "email.bounced"; readonly address: string }
  | { readonly kind: "email.failed"; readonly reason: string }
  | { readonly kind: "email.suppressed" };

export type EventPayload = Readonly<Record<string, unknown>>;

/** The body of the webhook; `at` in epoch milliseconds. */
export function eventPayload(mail: Mail, event: MailEvent, at: number): EventPayload {
  return {
    type: event.kind,
    created_at: new Date(at).toISOString(),
    data: {
      created_at: showCreation(mail.createdAt),
      email_id: mail.id,
      message_id: mail.messageId,
      from: mail.from,
      to: mail.to,
      subject: mail.subject,
      ...(mail.tags.length > 0 && {
        tags: Object.fromEntries(mail.tags.map(({ name, value }) => [name, value])),
      }),
      ...detailsOf(event),
    },
  };
}

function detailsOf(event: MailEvent): EventPayload {
  switch (event.kind) {
    case "email.bounced":
      return {
        bounce: {
          message:
            "The recipient's email provider sent a hard bounce message, but didn't specify the reason for the hard bounce. We recommend removing the recipient's email address from your mailing list.",
          subType: "General",
          type: "Permanent",
          diagnosticCode: [`smtp; 550 5.1.1 As requested: user unknown <${event.address}>`],
        },
      };
    case "email.failed":
      return { failed: { reason: event.reason } };
    case "email.suppressed":
      return {
        suppressed: {
          message:
            "Resend has suppressed sending to this address because it is on the account-level suppression list.",
          type: "OnAccountSuppressionList",
        },
      };
    case "email.sent":
    case "email.scheduled":
    case "email.delivered":
    case "email.delivery_delayed":
    case "email.complained":
      return {};
    default:
      return event satisfies never;
  }
}

/** As Resend writes when an e-mail was created: microseconds and an offset. */
export function showCreation(at: number): string {
  return new Date(at).toISOString().replace("Z", "000+00:00");
}

/** Addresses decide by themselves how mail to them fares, as `bounced+anything@resend.dev` does. */
export function fateOf(address: string): Fate {
  const local = address.split("@")[0]?.split("+")[0] ?? "";
  if (local === "bounced" || local === "complained" || local === "delayed") return { kind: local };
  return { kind: "delivered" };
}
