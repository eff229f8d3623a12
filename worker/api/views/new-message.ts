// A message as another system asks for it, and what it is told.
import * as z from "zod";
import { CHARACTERS_MAX } from "#core/text";
import type { NewMessage as Asked, Words } from "../../actions/send-message.ts";
import { Time } from "./time.ts";

/** As Twilio takes them. */
const MEDIA_MAX = 10;
/** Far above what any template prints. */
const VALUES_MAX = 50;

const Name = z.string().min(1).max(60);
const WAYS = ["text", "template", "contentSid"] as const;

const few = (fields: object) => Object.keys(fields).length <= VALUES_MAX;

export const NewMessage = z
  .strictObject({
    lineId: z.string().min(1).max(80),
    to: z.string().min(1).max(40).optional().meta({
      description:
        "A phone number; without its country's code one of the organisation's country. Or `contactId`.",
    }),
    contactId: z.uuid().optional(),
    text: z
      .string()
      .trim()
      .min(1)
      .max(CHARACTERS_MAX)
      .optional()
      .meta({ description: "Sent as it is. Or `template`, or `contentSid`." }),
    media: z
      .array(z.url({ protocol: /^https$/ }))
      .max(MEDIA_MAX)
      .optional()
      .meta({ description: "With `text`: public addresses of pictures or files." }),
    template: Name.optional().meta({ description: "The id or slug of a template." }),
    values: z
      .record(Name, z.union([z.string().max(500), z.number(), z.boolean()]))
      .refine(few, `at most ${VALUES_MAX} values`)
      .optional()
      .meta({ description: "With `template`: beside what is known about the person, and before it." }),
    contentSid: z
      .string()
      .regex(/^HX[0-9a-f]{32}$/, "a ContentSid is HX and 32 hexadecimal digits")
      .optional()
      .meta({ description: "Content of the account that WhatsApp has approved." }),
    contentVariables: z
      .record(z.string().regex(/^\w{1,20}$/), z.string().max(500))
      .refine(few, `at most ${VALUES_MAX} variables`)
      .optional(),
    consent: z.enum(["granted", "not-refused"]).default("granted").meta({
      description:
        "`granted`: only to who opted in or gave a grant. `not-refused`: to everyone who did not opt out.",
    }),
    answer: z.boolean().default(false).meta({
      description:
        "It answers what the person wrote in the last 24 hours: it goes at any hour, and asks for no grant. Never after STOP.",
    }),
  })
  .superRefine((message, context) => {
    const said = WAYS.filter((way) => message[way] !== undefined);
    if (said.length !== 1)
      context.addIssue({
        code: "custom",
        path: [said[1] ?? "text"],
        message: "send one of text, template and contentSid",
      });
    if ((message.to === undefined) === (message.contactId === undefined))
      context.addIssue({ code: "custom", path: ["to"], message: "send one of to and contactId" });
    for (const [field, way] of [
      ["media", "text"],
      ["values", "template"],
      ["contentVariables", "contentSid"],
    ] as const) {
      if (message[field] !== undefined && message[way] === undefined)
        context.addIssue({ code: "custom", path: [field], message: `goes with ${way} only` });
    }
  });

export const AskedMessage = z
  .object({
    messageId: z.string(),
    contactId: z.string(),
    state: z.enum(["pending"]).meta({ description: "What became of it: GET /messages/{id}." }),
    dueAt: Time.nullable().meta({ description: "When the line opens for this person; null for at once." }),
  })
  .meta({ id: "AskedMessage" });

/** The request as the verb takes it. */
export function toNewMessage(given: z.output<typeof NewMessage>, id: string): Asked {
  const { lineId, to, contactId = "", consent, answer } = given;
  const person =
    to === undefined ? ({ kind: "contact", contactId } as const) : ({ kind: "number", to } as const);
  return { id, person, lineId, words: toWords(given), consent, isAnswer: answer };
}

function toWords({
  text,
  media = [],
  template,
  values = {},
  contentSid,
  contentVariables = {},
}: z.output<typeof NewMessage>): Words {
  if (contentSid !== undefined) return { kind: "content", sid: contentSid, variables: contentVariables };
  if (template !== undefined) return { kind: "template", template, values };
  return { kind: "text", text: text ?? "", media };
}
