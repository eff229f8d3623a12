// What a segment may ask about a contact, and where each path finds it.
import type { Fact } from "#core/compare";
import type { Facts } from "#core/condition";
import type { Standing } from "#core/consent/standing";
import type { Answer, FieldValue } from "#core/conversation/run";
import { answerFact } from "#core/conversation/facts";
import type { CHANNELS } from "#core/line";

type Channel = (typeof CHANNELS)[number];

/** Everything known about one contact. Times are epoch milliseconds. */
export interface KnownContact {
  readonly name: string | null;
  readonly language: string | null;
  readonly zone: string | null;
  readonly createdAt: number;
  readonly lastInboundAt: number | null;
  readonly attributes: Readonly<Record<string, FieldValue>>;
  readonly tags: readonly string[];
  /** By funnel. */
  readonly categories: Readonly<Record<string, string>>;
  /** The standings of the addresses a channel reaches; none where it reaches none. */
  readonly consent: Readonly<Record<Channel, readonly Standing[]>>;
  /** By flow slug and question: the newest answer. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, Answer>>>>;
  /** Ids of campaigns of which they got a message, and of those they answered. */
  readonly campaigns: { readonly received: readonly string[]; readonly replied: readonly string[] };
  /** Ids of the static lists they are on. */
  readonly lists: readonly string[];
}

/** A contact's facts by the paths of SEGMENT_PATHS. */
export function contactFacts(contact: KnownContact): Facts {
  return (path) => lookUp(contact, path);
}

function lookUp(contact: KnownContact, path: string): Fact | undefined {
  const [root = "", first = "", ...rest] = path.split(".");
  const name = [first, ...rest].join(".");
  switch (root) {
    case "attributes":
      // As flows see it: a name is a field that an attribute of that name goes before.
      return own({ name: contact.name, ...contact.attributes }, name);
    case "tags":
      return contact.tags;
    case "category":
      return own(contact.categories, name);
    case "consent":
      return own(contact.consent, name);
    case "channel":
      return Object.entries(contact.consent).flatMap(([channel, standings]) =>
        standings.length > 0 ? [channel] : [],
      );
    case "language":
      return contact.language;
    case "zone":
      return contact.zone;
    case "created":
      return toInstant(contact.createdAt);
    case "last_inbound":
      return toInstant(contact.lastInboundAt);
    case "campaigns":
      return own(contact.campaigns, name);
    case "answers":
      return answerFact(own(own(contact.answers, first) ?? {}, rest.join(".")));
    case "lists":
      return contact.lists;
    default:
      return undefined;
  }
}

function toInstant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
