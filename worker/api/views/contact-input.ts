// What may be said about a contact.
import * as z from "zod";
import { Language, Name } from "#core/conversation/flow";

/** Far above what any profile holds; each is a row. */
const ATTRIBUTES_MAX = 100;
const TAGS_MAX = 50;

const PersonName = z.string().trim().min(1).max(120);
const Zone = z.string().min(1).max(60).meta({ description: "An IANA time zone such as Europe/London." });
const Attributes = z
  .record(Name, z.union([z.string().max(500), z.number(), z.boolean(), z.null()]))
  .refine(
    (fields) => Object.keys(fields).length <= ATTRIBUTES_MAX,
    `at most ${ATTRIBUTES_MAX} attributes at a time`,
  )
  .meta({ description: "Values by name; null clears one." });
const Tags = z.array(z.string().trim().min(1).max(60)).max(TAGS_MAX);

export const Numbered = z
  .string()
  .min(1)
  .max(40)
  .meta({ description: "A phone number with its country's code." });

export const NewContact = z.strictObject({
  number: Numbered,
  name: PersonName.optional(),
  language: Language.optional(),
  zone: Zone.optional(),
  attributes: Attributes.optional(),
  tags: Tags.optional(),
});

/** null clears; what is absent stays. */
export const ChangedContact = z.strictObject({
  name: PersonName.nullable().optional(),
  language: Language.nullable().optional(),
  zone: Zone.nullable().optional(),
  attributes: Attributes.optional(),
  addTags: Tags.optional(),
  removeTags: Tags.optional(),
});

export const NumberSought = z.strictObject({ number: Numbered });

/** As the first campaign platform took its users; other fields are let pass. */
export const NewUser = z.object({
  phone: Numbered,
  first_name: PersonName.optional(),
  last_name: PersonName.optional(),
  attributes: Attributes.optional(),
  tags: Tags.optional(),
  consent: z
    .union([
      z.boolean(),
      z.object({ granted: z.boolean().default(true), source: z.string().max(200).optional() }),
    ])
    .optional()
    .meta({ description: "Whether the person agreed, and where: kept as what we were told, with its date." }),
});
