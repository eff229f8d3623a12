// Somebody texted a group while nobody was on shift, as an e-mail for its coordinators. The words stay in the inbox.
import type { MailDocument } from "#core/mail/document";

/** `url`: of the product, without a slash at its end. */
export function nobodyDocument(group: string, url: string): MailDocument {
  return {
    language: "en",
    subject: `${group}: a text, and nobody on shift`,
    preview: "",
    blocks: [
      { kind: "heading", text: "Somebody texted, and nobody is on shift" },
      {
        kind: "text",
        text: "They were told that nobody is here right now. The text waits in the inbox, and goes to whoever is on shift within the next hours.",
      },
      { kind: "button", text: "Open the inbox", url: `${url}/inbox` },
    ],
    reason: `You get this because you are named as a coordinator of ${group}.`,
  };
}
