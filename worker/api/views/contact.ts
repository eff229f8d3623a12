// Contacts as the API shows them.
import * as z from "zod";
import type { Actor } from "../../actor.ts";
import type { AddressRow, ContactRow, readKnowledge } from "../../db/contacts.ts";
import type { ConsentRow, TimelineEntry } from "../../db/timeline.ts";
import { AddressValue, showAddress } from "./person.ts";
import { Time, toTime, toTimeOrNull } from "./time.ts";

const STATES = ["opted-out", "opted-in", "none"] as const;

const AddressView = z
  .object({
    id: z.string(),
    kind: z.string(),
    address: AddressValue,
    consent: z.enum(STATES).meta({ description: "What the person decided themselves; none: nothing yet." }),
    optedOutAt: Time.nullable(),
    optedInAt: Time.nullable(),
    lastHeardAt: Time.nullable(),
  })
  .meta({ id: "Address" });

const contact = {
  id: z.string(),
  name: z.string().nullable(),
  language: z.string().nullable(),
  zone: z.string().nullable().meta({ description: "An IANA time zone; null: guessed from the number." }),
  createdAt: Time,
  erasedAt: Time.nullable(),
  mergedInto: z.string().nullable(),
  addresses: z.array(AddressView),
};

export const ContactView = z.object(contact).meta({ id: "Contact" });

const dated = { changedAt: Time, source: z.string() };

export const ContactWithKnowledge = z
  .object({
    ...contact,
    attributes: z.record(
      z.string(),
      z.object({ value: z.union([z.string(), z.number(), z.boolean(), z.null()]), ...dated }),
    ),
    tags: z.array(z.object({ tag: z.string(), ...dated })),
    categories: z.record(z.string(), z.object({ category: z.string(), ...dated })),
  })
  .meta({ id: "ContactWithKnowledge" });

export function toContactView(row: ContactRow, addresses: readonly AddressRow[], actor: Actor) {
  const { id, name, language, zone, mergedInto } = row;
  return {
    id,
    name,
    language,
    zone,
    createdAt: toTime(row.createdAt),
    erasedAt: toTimeOrNull(row.erasedAt),
    mergedInto,
    addresses: addresses
      .filter(({ contactId }) => contactId === id)
      .map((address) => toAddressView(address, actor)),
  };
}

export function toKnowledge({ attributes, tags, categories }: Awaited<ReturnType<typeof readKnowledge>>) {
  return {
    attributes: Object.fromEntries(
      attributes.map((row) => [row.name, { value: row.value, ...toDated(row) }]),
    ),
    tags: tags.map((row) => ({ tag: row.tag, ...toDated(row) })),
    categories: Object.fromEntries(
      categories.map((row) => [row.funnel, { category: row.category, ...toDated(row) }]),
    ),
  };
}

function toDated({ changedAt, source }: { readonly changedAt: number; readonly source: string }) {
  return { changedAt: toTime(changedAt), source };
}

function toAddressView({ id, kind, value, optedOutAt, optedInAt, lastHeardAt }: AddressRow, actor: Actor) {
  return {
    id,
    kind,
    address: showAddress(value, actor),
    consent: stateOf(optedOutAt, optedInAt),
    optedOutAt: toTimeOrNull(optedOutAt),
    optedInAt: toTimeOrNull(optedInAt),
    lastHeardAt: lastHeardAt === 0 ? null : toTimeOrNull(lastHeardAt),
  };
}

/** The newer decision counts; an opt-out of the same instant wins, as it does for the address's own object. */
function stateOf(optedOutAt: number | null, optedInAt: number | null): (typeof STATES)[number] {
  if (optedOutAt !== null && optedOutAt >= (optedInAt ?? 0)) return "opted-out";
  return optedInAt === null ? "none" : "opted-in";
}

export const ConsentView = z
  .object({
    id: z.string(),
    addressId: z.string(),
    kind: z.enum(["opt-out", "opt-in", "grant"]),
    source: z.string().meta({
      description: "person: their own words. carrier: a refusal it reported. api: what we were told.",
    }),
    words: z.string().meta({ description: "The exact words, as proof." }),
    lineId: z.string().nullable(),
    at: Time,
  })
  .meta({ id: "Consent" });

export function toConsentView({ at, ...row }: ConsentRow) {
  return { ...row, at: toTime(at) };
}

const entry = { at: Time, id: z.string() };
export const TimelineView = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("message"),
      direction: z.enum(["in", "out"]),
      channel: z.string(),
      text: z.string(),
      status: z.string(),
      lineId: z.string().nullable(),
      runId: z.string().nullable(),
      ...entry,
    }),
    z.object({
      kind: z.literal("run"),
      flowId: z.string(),
      flowSlug: z.string().nullable(),
      phase: z.string(),
      disposition: z.string().nullable(),
      ...entry,
    }),
    z.object({
      kind: z.literal("consent"),
      decision: z.string(),
      source: z.string(),
      words: z.string(),
      ...entry,
    }),
    z.object({
      kind: z.literal("notice"),
      notice: z.string(),
      text: z.string(),
      doneAt: Time.nullable(),
      ...entry,
    }),
  ])
  .meta({ id: "TimelineEntry" });

export function toTimelineView(item: TimelineEntry) {
  const at = toTime(item.at);
  return item.kind === "notice" ? { ...item, at, doneAt: toTimeOrNull(item.doneAt) } : { ...item, at };
}
