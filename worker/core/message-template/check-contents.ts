// Whether the approved contents a template names are there and approved, as the account has them now.
import type { TemplateFinding } from "./finding.ts";
import type { MessageTemplate } from "./template.ts";

/** As much of an account's content as a template rests on. */
export interface KnownContent {
  readonly sid: string;
  readonly body: string;
  readonly approval: string;
}

/** `known` null: the account could not be asked. */
export function checkContents(
  template: MessageTemplate,
  known: readonly KnownContent[] | null,
): readonly TemplateFinding[] {
  if (known === null) {
    const message = "Twilio does not say at the moment whether WhatsApp approved its contents.";
    return namesContents(template)
      ? [{ kind: "warning", code: "content-unchecked", place: "whatsapp", message }]
      : [];
  }
  return contentsOf(template).flatMap(([language, { contentSid }]): TemplateFinding[] => {
    const place = `whatsapp.${language}`;
    const content = known.find(({ sid }) => sid === contentSid);
    if (content === undefined) {
      const message = `The account has no content ${contentSid}.`;
      return [{ kind: "error", code: "content-unknown", place, message }];
    }
    if (content.approval === "approved") return [];
    const message = `WhatsApp has not approved ${contentSid}: it is ${content.approval}.`;
    return [{ kind: "error", code: "not-approved", place, message }];
  });
}

/** The template with the approved words as the account has them, so that what was sent can be read later. */
export function withBodies(template: MessageTemplate, known: readonly KnownContent[]): MessageTemplate {
  if (template.whatsapp?.kind !== "content") return template;
  const contents = Object.fromEntries(
    contentsOf(template).map(([language, content]) => {
      const body = known.find(({ sid }) => sid === content.contentSid)?.body;
      return [language, body === undefined ? content : { ...content, body }];
    }),
  );
  return { ...template, whatsapp: { ...template.whatsapp, contents } };
}

/** Whether it rests on anything of the account's. */
export function namesContents(template: MessageTemplate): boolean {
  return contentsOf(template).length > 0;
}

function contentsOf({ whatsapp }: MessageTemplate) {
  return whatsapp?.kind === "content" ? Object.entries(whatsapp.contents) : [];
}
