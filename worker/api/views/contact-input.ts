// What may be said about a contact.
import * as z from "zod";
import { REACHES, TOLD_KINDS } from "#core/consent/permission";
import { STANDINGS } from "#core/consent/standing";
import { Language, Name } from "#core/conversation/flow";
import { CHANNELS } from "#core/line";
import { maskNumbers } from "#core/phone";
import { paging } from "../page.ts";

/** Far above what any profile holds; each is a row. */
const ATTRIBUTES_MAX = 100;
const TAGS_MAX = 50;
const CATEGORIES_MAX = 50;

// Accents and their letters as one character, as every text comes in: conditions compare them so.
const PersonName = z.string().normalize("NFC").trim().min(1).max(120);
const Zone = z.string().min(1).max(60).meta({ description: "An IANA time zone such as Europe/London." });
const Attributes = z
  .record(Name, z.union([z.string().normalize("NFC").max(500), z.number(), z.boolean(), z.null()]))
  .refine(
    (fields) => Object.keys(fields).length <= ATTRIBUTES_MAX,
    `at most ${ATTRIBUTES_MAX} attributes at a time`,
  )
  .meta({ description: "Values by name; null clears one." });
const Categories = z
  .record(Name, z.string().normalize("NFC").trim().min(1).max(60))
  .refine(
    (sorted) => Object.keys(sorted).length <= CATEGORIES_MAX,
    `at most ${CATEGORIES_MAX} categories at a time`,
  )
  .meta({ description: "By the name of the funnel." });
const Tags = z.array(z.string().normalize("NFC").trim().min(1).max(60)).max(TAGS_MAX);

export const CONTACT_ORDERS = ["newest", "oldest", "name"] as const;
const Instant = z.iso.datetime({ offset: true }).transform((at) => Date.parse(at));

/** Which contacts a list is of; every condition given has to hold. */
export const ContactsSought = paging(z.tuple([z.union([z.int(), z.string().max(120)]), z.string().max(80)]))
  .extend({
    q: z
      .string()
      .min(1)
      .max(100)
      // Addresses are logged and remembered by browsers: no number belongs into one.
      .refine(
        (part) => maskNumbers(part) === part,
        "is a number: POST /api/v1/contacts/search looks those up",
      )
      .optional()
      .meta({ description: "Part of a name." }),
    tag: z.string().min(1).max(60).optional(),
    funnel: Name.optional().meta({ description: "Who has a category in this funnel." }),
    category: z.string().min(1).max(60).optional().meta({ description: "Which one; with `funnel`." }),
    attribute: Name.optional().meta({ description: "Who has this attribute." }),
    is: z
      .string()
      .max(500)
      .optional()
      .meta({ description: "What it is, as `Berlin`, `42` or `true`; with `attribute`." }),
    standing: z
      .enum(STANDINGS)
      .optional()
      .meta({ description: "Who stands so at one of their addresses, on `channel`." }),
    channel: z.enum(CHANNELS).default("sms"),
    reach: z.enum(CHANNELS).optional().meta({ description: "Who has an address that this channel reaches." }),
    language: Language.optional(),
    createdFrom: Instant.optional(),
    createdBefore: Instant.optional(),
    sort: z
      .enum(CONTACT_ORDERS)
      .default("newest")
      .meta({ description: "By when they were added, or by name; who has none comes last." }),
  })
  .refine(({ category, funnel }) => category === undefined || funnel !== undefined, {
    path: ["category"],
    message: "a category is of a funnel: name it as `funnel`",
  })
  .refine(({ is, attribute }) => is === undefined || attribute !== undefined, {
    path: ["is"],
    message: "it says what an attribute is: name that as `attribute`",
  });

export const Numbered = z.string().min(1).max(40).meta({
  description: "A phone number; without its country's code it is one of the setting `defaultCountry`.",
});

export const NewContact = z.strictObject({
  number: Numbered,
  name: PersonName.optional(),
  language: Language.optional(),
  zone: Zone.optional(),
  attributes: Attributes.optional(),
  tags: Tags.optional(),
  categories: Categories.optional(),
});

/** null clears; what is absent stays. */
export const ChangedContact = z.strictObject({
  name: PersonName.nullable().optional(),
  language: Language.nullable().optional(),
  zone: Zone.nullable().optional(),
  attributes: Attributes.optional(),
  addTags: Tags.optional(),
  removeTags: Tags.optional(),
  categories: Categories.optional(),
});

/** Those are what we heard ourselves: nobody tells us so. */
const OWN_SOURCES: ReadonlySet<string> = new Set(["person", "carrier"]);

export const NewPermission = z.strictObject({
  kind: z.enum(TOLD_KINDS).meta({
    description:
      "grant: they agreed. suppression: they want to be left alone. A lift takes back what was told until now, and only that.",
  }),
  channel: z.enum(REACHES).default("*").meta({ description: "*: every channel." }),
  addressId: z.string().min(1).max(80).optional().meta({ description: "All their addresses where absent." }),
  source: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .refine((source) => !OWN_SOURCES.has(source), "`person` and `carrier` are for what we heard ourselves")
    .default("api")
    .meta({ description: "Where we were told, such as `paper form`." }),
  proof: z
    .string()
    .trim()
    .min(1)
    .max(1_000)
    .meta({ description: "How we know, in whatever words we were given." }),
  at: z.iso.datetime({ offset: true }).optional().meta({
    description: "When they said so, not in the future; now where absent. A lift is always of now.",
  }),
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
