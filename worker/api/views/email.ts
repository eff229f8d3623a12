// E-mails as the API shows them: viewers see neither whole addresses nor words.
import * as z from "zod";
import { EMAIL_STATES } from "#core/mail/state";
import type { Actor } from "../../actor.ts";
import { mayAct } from "../../actor.ts";
import type { SuppressionRow } from "../../db/email-news.ts";
import type { EmailRow } from "../../db/emails.ts";
import { maskRecipient } from "../../email/recipient.ts";
import { Time, toTime, toTimeOrNull } from "./time.ts";

const EmailSummaryView = z
  .object({
    id: z.string(),
    kind: z.string().meta({
      description: "What it is, such as alarm, voicemail, reminder, gap, telephone, digest, sign-in, test.",
    }),
    to: z.string().meta({ description: "Masked for viewers; empty once its words are no longer kept." }),
    subject: z.string(),
    about: z.object({ kind: z.string(), id: z.string() }).nullable(),
    attachments: z.array(z.object({ name: z.string(), contentType: z.string() })),
    state: z.enum(EMAIL_STATES).meta({
      description:
        "not-set-up: waits for RESEND_API_KEY and EMAIL_FROM. unknown: Resend never said whether it took it; nothing sends it again by itself. suppressed: the address bounced for good or complained.",
    }),
    reason: z.string().nullable(),
    attempts: z.int(),
    nextTryAt: Time.nullable(),
    createdAt: Time,
  })
  .meta({ id: "EmailSummary" });

export const EmailView = z
  .object({
    ...EmailSummaryView.shape,
    history: z.array(z.object({ state: z.string(), at: Time, detail: z.string().nullable() })),
    html: z
      .string()
      .nullable()
      .meta({ description: "null for viewers, of a link to sign in, and once it is no longer kept." }),
    text: z.string().nullable(),
  })
  .meta({ id: "Email" });

export { EmailSummaryView };

export function toEmailSummaryView(row: Omit<EmailRow, "html" | "body">, actor: Actor) {
  const { id, kind, recipient, subject, aboutKind, aboutId, attachments, state, reason, attempts } = row;
  return {
    id,
    kind,
    to: recipient === "" || mayAct(actor, "editor") ? recipient : maskRecipient(recipient),
    subject,
    about: aboutKind === null || aboutId === null ? null : { kind: aboutKind, id: aboutId },
    attachments: attachments.map(({ name, contentType }) => ({ name, contentType })),
    state,
    reason,
    attempts,
    nextTryAt: toTimeOrNull(row.dueAt),
    createdAt: toTime(row.createdAt),
  };
}

export function toEmailView(row: EmailRow, actor: Actor) {
  // Whoever reads a link to sign in could be somebody else.
  const isShown = row.html !== "" && row.kind !== "sign-in" && mayAct(actor, "editor");
  return {
    ...toEmailSummaryView(row, actor),
    history: row.history.map(({ state, at, detail }) => ({ state, at: toTime(at), detail: detail ?? null })),
    html: isShown ? row.html : null,
    text: isShown ? row.body : null,
  };
}

export const SuppressionView = z
  .object({
    id: z.string(),
    address: z.string().meta({ description: "Masked, for everybody." }),
    cause: z.enum(["bounced", "complained"]),
    detail: z.string().nullable(),
    at: Time,
    liftedAt: Time.nullable(),
    liftedBy: z.string().nullable(),
  })
  .meta({ id: "EmailSuppression" });

export function toSuppressionView(row: SuppressionRow) {
  const { recipientId: id, masked: address, cause, detail, at, liftedAt, liftedBy } = row;
  return { id, address, cause, detail, at: toTime(at), liftedAt: toTimeOrNull(liftedAt), liftedBy };
}
