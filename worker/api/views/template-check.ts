// What a template is checked and previewed for, and what comes of it.
import * as z from "zod";
import { Language } from "#core/conversation/flow";
import { TEMPLATE_CHANNELS } from "#core/message-template/check";
import { FINDING_CODES } from "#core/message-template/finding";
import { MessageTemplate } from "#core/message-template/template";
import type { TemplatePreview } from "../../actions/preview-template.ts";

/** About whom and where a template is checked or shown. */
const place = {
  channel: z.enum(TEMPLATE_CHANNELS).default("sms"),
  segment: z.string().min(1).max(120).optional().meta({ description: "By id or name." }),
};

export const ToCheck = z.strictObject(place);
export const DraftToCheck = z.strictObject({ ...place, template: MessageTemplate });

/** A screen of them. */
const CONTACTS_MAX = 10;
const whom = {
  ...place,
  contacts: z
    .array(z.uuid())
    .min(1)
    .max(CONTACTS_MAX)
    .optional()
    .meta({ description: "By id; three of the segment, or of everyone, where absent." }),
  language: Language.optional().meta({
    description: "As somebody of this language gets it; each in their own where absent.",
  }),
};
export const ToPreview = z.strictObject(whom);
export const DraftToPreview = z.strictObject({ ...whom, template: MessageTemplate });

export const TemplateCheck = z
  .object({
    findings: z.array(
      z.object({
        kind: z.enum(["error", "warning"]),
        code: z.enum(FINDING_CODES),
        place: z.string().meta({ description: "sms.en and the like; empty for the whole." }),
        message: z.string(),
      }),
    ),
    sizes: z
      .array(
        z.object({
          language: z.string(),
          encoding: z.enum(["gsm7", "ucs2"]),
          units: z.int(),
          count: z
            .int()
            .meta({ description: "Segments with defaults in place: people's values come on top." }),
          costly: z.string().nullable(),
          costlyCharacters: z.array(z.string()),
        }),
      )
      .meta({ description: "Of the SMS in each language." }),
    lacking: z
      .object({
        people: z.int(),
        counts: z.array(z.object({ name: z.string(), count: z.int() })),
      })
      .nullable()
      .meta({
        description:
          "How many of the segment lack each placeholder that nothing stands in for, whatever their language; null without a segment.",
      }),
  })
  .meta({ id: "TemplateCheck" });

const Preview = z.object({
  contactId: z.string(),
  name: z.string().nullable(),
  kind: z.enum(["ok", "missing", "failed"]).meta({ description: "missing and failed are not sent." }),
  text: z.string().nullable(),
  media: z.array(z.string()),
  content: z.object({ sid: z.string(), variables: z.record(z.string(), z.string()) }).nullable(),
  language: z.string().nullable(),
  segments: z.int().nullable(),
  costlyCharacters: z.array(z.string()),
  missing: z
    .array(z.string())
    .meta({ description: "Placeholders this person lacks; where it is ok, a default stands in." }),
  problem: z.string().nullable(),
});
export const TemplatePreviews = z.object({ data: z.array(Preview) }).meta({ id: "TemplatePreviews" });

export function toPreview({
  contactId,
  name,
  rendered,
  costlyCharacters,
}: TemplatePreview): z.infer<typeof Preview> {
  const nothing = {
    text: null,
    media: [],
    content: null,
    language: null,
    segments: null,
    missing: [],
    problem: null,
  };
  const whole = { contactId, name, costlyCharacters: [...costlyCharacters], ...nothing, kind: rendered.kind };
  switch (rendered.kind) {
    case "ok": {
      const { text, content, language, segments } = rendered;
      return {
        ...whole,
        text,
        content,
        language,
        segments,
        media: [...rendered.media],
        missing: [...rendered.missing],
      };
    }
    case "missing":
      return { ...whole, missing: [...rendered.placeholders] };
    case "failed":
      return { ...whole, problem: rendered.problem };
    default:
      return rendered satisfies never;
  }
}
