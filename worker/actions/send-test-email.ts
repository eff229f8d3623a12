// An e-mail that says that e-mails work.
import type { Actor } from "../actor.ts";
import { findEmail } from "../db/email-list.ts";
import type { EmailRow } from "../db/emails.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { sendEmail } from "./send-email.ts";
import { recordDeed } from "./write-as.ts";

/** What became of it is asked for by its id. */
export async function sendTestEmail(services: Services, actor: Actor, to: string): Promise<EmailRow> {
  const { mint, db, settings } = services;
  const id = mint();
  await recordDeed(services, actor, { action: "email.test", subject: { kind: "email", id } });
  await sendEmail(services, {
    id,
    kind: "test",
    to,
    document: {
      language: "en",
      subject: "Partyline can send e-mails",
      preview: "This is the test you asked for.",
      blocks: [
        { kind: "heading", text: "E-mails work" },
        {
          kind: "text",
          text: "This is the test you asked for. Alarms, voicemails and reminders come the same way.",
        },
        { kind: "button", text: "Open Partyline", url: `${settings.PUBLIC_URL}/` },
      ],
      reason: "You get this because somebody on the staff sent a test to this address.",
    },
  });
  const row = await findEmail(db, id);
  if (row === null) throw notFound("e-mail", id);
  return row;
}
