// What a few people would read of a template, and what each would cost.
import { renderMessage } from "#core/message-template/render-message";
import type { RenderedMessage } from "#core/message-template/render-message";
import type { MessageTemplate } from "#core/message-template/template";
import type { Channel } from "#core/message-template/wording";
import { valuesOf } from "#core/campaign/draft-content";
import { costlyCharacters } from "#core/text";
import { readKnownContacts } from "../db/segment/known-contacts.ts";
import type { Services } from "../services.ts";

export interface TemplatePreview {
  readonly contactId: string;
  readonly name: string | null;
  readonly rendered: RenderedMessage;
  /** Of an SMS: every character that makes it UCS-2. */
  readonly costlyCharacters: readonly string[];
}

/** In the order given; who is not there is absent. `language` null: each in their own. */
export async function previewTemplate(
  { d1 }: Pick<Services, "d1">,
  template: MessageTemplate,
  contactIds: readonly string[],
  channel: Channel,
  language: string | null,
): Promise<readonly TemplatePreview[]> {
  const known = await readKnownContacts(d1, contactIds);
  return contactIds.flatMap((contactId) => {
    const contact = known.get(contactId);
    if (contact === undefined) return [];
    const { name, attributes } = contact;
    const fields = name === null ? attributes : { name, ...attributes };
    const rendered = renderMessage(template, valuesOf(fields), channel, language ?? contact.language);
    const costly = rendered.kind === "ok" && channel === "sms" ? costlyCharacters(rendered.text) : [];
    return [{ contactId, name, rendered, costlyCharacters: costly }];
  });
}
