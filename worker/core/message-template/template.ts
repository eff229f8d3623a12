// The vocabulary of a message template: what is said to one person, per channel and language.
import * as z from "zod";
import { Language, Text } from "#core/conversation/flow";

/** What a text prints: the name of an attribute, or a dotted one such as `contact.town`. */
export const PlaceholderName = z
  .string()
  .max(120)
  .regex(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$/, "a placeholder looks like first_name or contact.town");

const Declared = z.strictObject({
  name: PlaceholderName,
  /** Said where the person lacks it; without one, who lacks it is not sent the message. */
  default: z.string().trim().min(1).max(200).optional(),
});
export type Declared = z.infer<typeof Declared>;

/** Ten pictures or files, as Twilio takes them. */
const Media = z.array(z.url({ protocol: /^https$/ })).max(10);

/** Content of the account that WhatsApp has approved; its variables are Liquid. */
export const ApprovedContent = z.strictObject({
  contentSid: z.string().regex(/^HX[0-9a-f]{32}$/, "a ContentSid is HX and 32 hexadecimal digits"),
  variables: z.record(z.string().regex(/^\w{1,20}$/), z.string().trim().min(1).max(500)).default({}),
  /** The approved words with their `{{1}}`, as the account had them when this was saved: what the record of a message shows. */
  body: z.string().max(1600).optional(),
});
export type ApprovedContent = z.infer<typeof ApprovedContent>;

const OwnWords = z.strictObject({ kind: z.literal("text"), text: Text, media: Media.optional() });
const Approved = z.strictObject({
  kind: z.literal("content"),
  contents: z
    .record(Language, ApprovedContent)
    .refine((contents) => Object.keys(contents).length > 0, "at least one language"),
});

export const MessageTemplate = z
  .strictObject({
    /** What people get whose own language is not written. */
    language: Language.default("en"),
    placeholders: z
      .array(z.union([PlaceholderName, Declared]))
      .max(50)
      .default([]),
    /** The words for every channel that has none of its own. */
    text: Text.optional(),
    media: Media.optional(),
    whatsapp: z.discriminatedUnion("kind", [OwnWords, Approved]).optional(),
  })
  .refine(
    ({ text, whatsapp }) => hasWords(text) || whatsapp?.kind === "content" || hasWords(whatsapp?.text),
    { path: ["text"], message: "says nothing yet" },
  );
export type MessageTemplate = z.infer<typeof MessageTemplate>;

function hasWords(text: z.infer<typeof Text> | undefined): boolean {
  return text !== undefined && Object.keys(text).length > 0;
}

/** The declared placeholders, those of a flat list as well. */
export function declared({ placeholders }: MessageTemplate): readonly Declared[] {
  return placeholders.map((placeholder) =>
    typeof placeholder === "string" ? { name: placeholder } : placeholder,
  );
}

/** The defaults by name, as rendering takes them. */
export function defaultsOf(template: MessageTemplate): Record<string, string> {
  return Object.fromEntries(
    declared(template).flatMap(({ name, default: value }) => (value === undefined ? [] : [[name, value]])),
  );
}
