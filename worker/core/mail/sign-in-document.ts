// The e-mails that let members of staff in.
import type { MailDocument } from "#core/mail/document";

export interface SignIn {
  readonly name: string;
  /** Good once, for a quarter of an hour. */
  readonly url: string;
  /** Whoever it is who invites them; null for somebody who asked for the link themselves. */
  readonly invitedBy: string | null;
}

export function composeSignIn({ name, url, invitedBy }: SignIn): MailDocument {
  const isInvited = invitedBy !== null;
  return {
    language: "en",
    subject: isInvited ? "You are invited to Partyline" : "Your link to sign in to Partyline",
    preview: "One click signs you in. The link is good once, for 15 minutes.",
    blocks: [
      { kind: "heading", text: `Hello ${name}` },
      {
        kind: "text",
        text: isInvited
          ? `${invitedBy} invites you to work with them on Partyline, their phone line for texts and calls. There is no password: this link signs you in, and whenever you need another, the sign-in page sends you one.`
          : "Here is the link you asked for.",
      },
      { kind: "button", text: "Sign in", url },
      {
        kind: "text",
        text: "It is good once, for 15 minutes. Please do not pass it on: whoever has it is you.",
      },
    ],
    reason: isInvited
      ? "You get this because somebody added you to the staff. If you do not know them, do nothing."
      : "You get this because somebody asked for a link with your address. If it was not you, do nothing.",
  };
}
