// Contacts as the API shows them.
import * as z from "zod";
import { REACHES, TOLD_KINDS } from "#core/consent/permission";
import { guessZones } from "#core/contact/person";
import type { readContact } from "../../actions/read-contact.ts";
import type { Actor } from "../../actor.ts";
import type { AddressRow, ContactRow, readKnowledge } from "../../db/contacts.ts";
import { SECTIONS } from "../../db/everything.ts";
import type { ConsentRow } from "../../db/timeline.ts";
import { AddressView, toAddressView } from "./address.ts";
import type { Standings } from "./address.ts";
import { Time, toTime, toTimeOrNull } from "./time.ts";

const contact = {
  id: z.string(),
  name: z.string().nullable(),
  language: z.string().nullable(),
  zone: z.string().nullable().meta({ description: "The IANA time zone we were given; null: see `zones`." }),
  zones: z.object({ names: z.array(z.string()), isGuess: z.boolean() }).meta({
    description:
      "Every zone the person may be in: the one given, or a guess from their numbers (opening hours then hold in all of them). Empty: the line's zone is used.",
  }),
  createdAt: Time,
  erasedAt: Time.nullable(),
  mergedInto: z.string().nullable(),
  addresses: z.array(AddressView),
};

export const ContactView = z.object({ ...contact, tags: z.array(z.string()) }).meta({ id: "Contact" });

const Names = z.array(z.string());
export const VocabularyView = z
  .object({
    attributes: Names,
    tags: Names,
    funnels: z.array(z.object({ name: z.string(), categories: Names })),
    languages: Names,
    zones: Names,
  })
  .meta({ id: "Vocabulary" });

const dated = { changedAt: Time, source: z.string() };

const Given = z.object({ ...dated, source: z.string().nullable() }).nullable();

export const ContactWithKnowledge = z
  .object({
    ...contact,
    given: z
      .object({ name: Given, language: Given, zone: Given })
      .meta({ description: "When name, language and zone were last changed, and by what." }),
    attributes: z.record(
      z.string(),
      z.object({ value: z.union([z.string(), z.number(), z.boolean(), z.null()]), ...dated }),
    ),
    tags: z.array(z.object({ tag: z.string(), ...dated })),
    categories: z.record(z.string(), z.object({ category: z.string(), ...dated })),
  })
  .meta({ id: "ContactWithKnowledge" });

export function toContactView(
  row: ContactRow,
  addresses: readonly AddressRow[],
  standings: Standings,
  actor: Actor,
) {
  const { id, name, language, zone, mergedInto } = row;
  const own = addresses.filter(({ contactId }) => contactId === id);
  return {
    id,
    name,
    language,
    zone,
    zones:
      zone === null
        ? { names: [...new Set(own.flatMap(guessZones))], isGuess: true }
        : { names: [zone], isGuess: false },
    createdAt: toTime(row.createdAt),
    erasedAt: toTimeOrNull(row.erasedAt),
    mergedInto,
    addresses: own.map((address) => toAddressView(address, standings, actor)),
  };
}

/** Everything shown of one contact. */
export function toWholeContact(
  { row, addresses, standings, knowledge }: Awaited<ReturnType<typeof readContact>>,
  actor: Actor,
) {
  return { ...toContactView(row, addresses, standings, actor), ...toKnowledge(row, knowledge) };
}

function toKnowledge(
  row: ContactRow,
  { attributes, tags, categories }: Awaited<ReturnType<typeof readKnowledge>>,
) {
  return {
    given: {
      name: toGiven(row.nameChangedAt, row.nameSource),
      language: toGiven(row.languageChangedAt, row.languageSource),
      zone: toGiven(row.zoneChangedAt, row.zoneSource),
    },
    attributes: Object.fromEntries(
      attributes.map((row) => [row.name, { value: row.value, ...toDated(row) }]),
    ),
    tags: tags.map((row) => ({ tag: row.tag, ...toDated(row) })),
    categories: Object.fromEntries(
      categories.map((row) => [row.funnel, { category: row.category, ...toDated(row) }]),
    ),
  };
}

function toGiven(changedAt: number, source: string | null) {
  return changedAt === 0 ? null : { changedAt: toTime(changedAt), source };
}

function toDated({ changedAt, source }: { readonly changedAt: number; readonly source: string }) {
  return { changedAt: toTime(changedAt), source };
}

export const ConsentView = z
  .object({
    id: z.string(),
    addressId: z.string(),
    kind: z.enum(["opt-out", "opt-in", ...TOLD_KINDS]),
    channel: z.enum(REACHES).meta({ description: "How far it reaches; *: every channel." }),
    source: z.string().meta({
      description:
        "person: their own words. carrier: a refusal it reported. Anything else is where we were told.",
    }),
    words: z.string().meta({ description: "The exact words, as proof." }),
    lineId: z.string().nullable(),
    actor: z.string().nullable().meta({ description: "Who of the staff wrote it down." }),
    at: Time,
  })
  .meta({ id: "Consent" });

export function toConsentView({ at, ...row }: ConsentRow) {
  return { ...row, at: toTime(at) };
}

const Rows = z.array(z.record(z.string(), z.unknown()));
export const EverythingView = z
  .object({
    contactId: z.string(),
    at: Time,
    ...Object.fromEntries(SECTIONS.map(({ name }) => [name, Rows])),
  })
  .meta({ id: "Everything" });
