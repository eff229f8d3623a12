// Contacts with everything a segment may ask about them, for looking at a few: samples, and why somebody is in or out.
import type { Standing } from "#core/consent/standing";
import type { Answer, FieldValue } from "#core/conversation/run";
import type { KnownContact } from "#core/segment/contact";
import { standingSql } from "../standing.ts";
import { ADDRESSES, ANSWERED, REACH, RECEIVED } from "./members.ts";

interface Row {
  readonly id: string;
  readonly name: string | null;
  readonly language: string | null;
  readonly zone: string | null;
  readonly createdAt: number;
  readonly lastInboundAt: number | null;
  readonly attributes: string;
  readonly tags: string;
  readonly categories: string;
  readonly sms: string;
  readonly whatsapp: string;
  readonly chat: string;
  readonly answers: string;
  readonly received: string;
  readonly replied: string;
  readonly lists: string;
}

const standings = (channel: keyof typeof REACH) => `
  (SELECT json_group_array(${standingSql({ address: "a", channel: `'${channel}'` })})
     FROM ${ADDRESSES} AND a.kind IN ${REACH[channel]})`;

const SELECT = `
  SELECT c.id, c.name, c.language, c.zone, c.created_at AS createdAt,
         (SELECT nullif(max(a.last_heard_at), 0) FROM ${ADDRESSES}) AS lastInboundAt,
         (SELECT json_group_object(x.name, json(x.value)) FROM attributes x WHERE x.contact_id = c.id AND json_valid(x.value)) AS attributes,
         (SELECT json_group_array(x.tag) FROM tags x WHERE x.contact_id = c.id AND x.present = 1) AS tags,
         (SELECT json_group_object(x.funnel, x.category) FROM categories x WHERE x.contact_id = c.id) AS categories,
         ${standings("sms")} AS sms, ${standings("whatsapp")} AS whatsapp, ${standings("chat")} AS chat,
         (SELECT json_group_array(json_array(slug, json(answers))) FROM (
            SELECT f.slug, r.answers FROM addresses a JOIN runs r ON r.address_id = a.id JOIN flows f ON f.id = r.flow_id
             WHERE a.contact_id = c.id AND json_valid(r.answers) ORDER BY r.id)) AS answers,
         (SELECT json_group_array(DISTINCT m.campaign_id) FROM ${RECEIVED}) AS received,
         (SELECT json_group_array(DISTINCT m.campaign_id) FROM ${ANSWERED}) AS replied,
         (SELECT json_group_array(x.segment_id) FROM segment_members x WHERE x.contact_id = c.id) AS lists
    FROM contacts c WHERE c.id IN (SELECT value FROM json_each(?1))`;

/** By contact id; who is not there is absent. */
export async function readKnownContacts(
  d1: D1Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownContact>> {
  const { results } = await d1.prepare(SELECT).bind(JSON.stringify(ids)).all<Row>();
  return new Map(results.map((row) => [row.id, toKnown(row)]));
}

function toKnown(row: Row): KnownContact {
  const { name, language, zone, createdAt, lastInboundAt } = row;
  return {
    name,
    language,
    zone,
    createdAt,
    lastInboundAt,
    attributes: JSON.parse(row.attributes) as Record<string, FieldValue>,
    tags: JSON.parse(row.tags) as string[],
    categories: JSON.parse(row.categories) as Record<string, string>,
    consent: {
      sms: JSON.parse(row.sms) as Standing[],
      whatsapp: JSON.parse(row.whatsapp) as Standing[],
      chat: JSON.parse(row.chat) as Standing[],
    },
    answers: newest(JSON.parse(row.answers) as [slug: string, answers: Record<string, Answer>][]),
    campaigns: {
      received: JSON.parse(row.received) as string[],
      replied: JSON.parse(row.replied) as string[],
    },
    lists: JSON.parse(row.lists) as string[],
  };
}

/** Of each question the answer of the last run that has one; runs come oldest first. */
function newest(
  runs: readonly (readonly [slug: string, answers: Readonly<Record<string, Answer>>])[],
): KnownContact["answers"] {
  const found: Record<string, Record<string, Answer>> = {};
  for (const [slug, answers] of runs) found[slug] = { ...found[slug], ...answers };
  return found;
}
