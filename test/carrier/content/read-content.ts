// Reading a template as the Content API takes it, with its limits.
import * as z from "zod";
import type { Option } from "../message.ts";
import type { ContentType } from "./content.ts";

const BODY_CHARS_MAX = 1024;

/** Inside a conversation WhatsApp shows no more than three buttons of 20 characters. */
const quickReply = z.strictObject({
  body: z.string().min(1).max(BODY_CHARS_MAX),
  actions: z
    .array(
      z.strictObject({
        type: z.literal("QUICK_REPLY").optional(),
        title: z.string().min(1).max(20),
        id: z.string().min(1).max(200).optional(),
      }),
    )
    .min(1)
    .max(3),
});

const listPicker = z.strictObject({
  body: z.string().min(1).max(BODY_CHARS_MAX),
  button: z.string().min(1).max(20),
  items: z
    .array(
      z.strictObject({
        item: z.string().min(1).max(24),
        id: z.string().min(1).max(200),
        description: z.string().max(72).optional(),
      }),
    )
    .min(1)
    .max(10),
});

const text = z.strictObject({ body: z.string().min(1).max(1600) });

export const contentRequest = z.strictObject({
  friendly_name: z.string().min(1).max(64).optional(),
  language: z.string().min(2),
  variables: z.record(z.string(), z.string()).optional(),
  types: z
    .strictObject({
      "twilio/text": text.optional(),
      "twilio/quick-reply": quickReply.optional(),
      "twilio/list-picker": listPicker.optional(),
    })
    .refine((types) => Object.keys(types).length > 0, "at least one content type"),
});

type Types = z.infer<typeof contentRequest>["types"];

/** What WhatsApp shows of a template that may carry several types: the richest. */
export function richestOf(types: Types): { type: ContentType; body: string; options: Option[] } {
  const picker = types["twilio/list-picker"];
  if (picker !== undefined) {
    const options = picker.items.map(({ item, id, description }): Option => ({
      kind: "row",
      title: item,
      id,
      ...(description === undefined ? {} : { description }),
    }));
    return { type: "twilio/list-picker", body: picker.body, options };
  }
  const reply = types["twilio/quick-reply"];
  if (reply !== undefined) {
    const options = reply.actions.map(({ title, id }): Option => ({
      kind: "button",
      title,
      id: id ?? title,
    }));
    return { type: "twilio/quick-reply", body: reply.body, options };
  }
  return { type: "twilio/text", body: types["twilio/text"]?.body ?? "", options: [] };
}
