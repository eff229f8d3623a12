// Message templates as the API takes and shows them.
import * as z from "zod";
import { Language, Slug, Text } from "#core/conversation/flow";
import { TEMPLATE_CHANNELS } from "#core/message-template/check";
import { MessageTemplate } from "#core/message-template/template";
import { normalise } from "#core/text";
import type { TemplateRow } from "../../db/templates.ts";
import { APPROVALS } from "../../twilio/contents.ts";
import { Time, toTime, toTimeOrNull } from "./time.ts";

MessageTemplate.register(z.globalRegistry, {
  id: "MessageTemplate",
  description:
    "What is said, per language, with Liquid inside. `text` is for every channel that has no words of its own; `whatsapp` may hold free text, or contents that WhatsApp approved with their variables.",
});

const TemplateName = z.string().trim().min(1).max(120);
const { placeholders, media } = MessageTemplate.shape;

export const NewTemplate = z.union([
  z.strictObject({
    name: TemplateName,
    slug: Slug.optional().meta({ description: "Made from the name where absent." }),
    template: MessageTemplate,
  }),
  // As the first campaign platform took them: one text and the names in it.
  z.strictObject({
    name: TemplateName,
    slug: Slug.optional(),
    body: z.union([z.string().trim().min(1).max(1600), Text]),
    channel: z.enum(TEMPLATE_CHANNELS).optional(),
    language: Language.optional(),
    placeholders: placeholders.optional(),
    media: media.optional(),
  }),
]);

export const ChangedTemplate = z.strictObject({
  revision: z.int().min(1).meta({ description: "The one it was made from." }),
  name: TemplateName.optional(),
  template: MessageTemplate.optional(),
});

export function toNewTemplate(given: z.infer<typeof NewTemplate>) {
  const { name } = given;
  const slug = given.slug ?? slugOf(name);
  if ("template" in given) return { name, slug, document: given.template };
  const { body, language = "en", placeholders: names = [], media: pictures } = given;
  const text = typeof body === "string" ? { [language]: body } : body;
  const document = {
    language,
    placeholders: names,
    text,
    ...(pictures !== undefined && { media: pictures }),
  };
  return { name, slug, document };
}

const SLUG_CHARACTERS_MAX = 60;

function slugOf(name: string): string {
  const words = normalise(name).replace(/[^a-z0-9]+/g, "-");
  return words.replace(/^-|-$/g, "").slice(0, SLUG_CHARACTERS_MAX) || "template";
}

export const TemplateView = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    template: MessageTemplate,
    revision: z.int(),
    createdAt: Time,
    createdBy: z.string(),
    changedAt: Time,
    archivedAt: Time.nullable(),
  })
  .meta({ id: "Template" });

export function toTemplateView(row: TemplateRow) {
  const { id, slug, name, document, revision, createdBy } = row;
  return {
    id,
    slug,
    name,
    template: document,
    revision,
    createdAt: toTime(row.createdAt),
    createdBy,
    changedAt: toTime(row.changedAt),
    archivedAt: toTimeOrNull(row.archivedAt),
  };
}

export const ContentsView = z
  .object({
    data: z.array(
      z.object({
        sid: z.string(),
        name: z.string(),
        language: z.string(),
        body: z.string(),
        variables: z.array(z.string()).meta({ description: "What a template gives a value each." }),
        approval: z.enum(APPROVALS),
        category: z.string().nullable(),
        rejectionReason: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "AccountContents" });
