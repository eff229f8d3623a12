// What the record says of people in funnels by now: answers, what became of their message, whether they still want to hear from us.
import * as z from "zod";
import type { FieldValue } from "#core/conversation/run";
import { deliveryOf } from "#core/funnel/delivery";
import type { Recipient } from "#core/funnel/delivery";
import type { Member } from "#core/funnel/member";
import type { Facts } from "#core/funnel/settle";
import type { Status } from "#core/status";
import { MEMBER, UNSETTLED } from "./funnel-members.ts";
import { standingSql } from "./standing.ts";

export interface Known {
  readonly member: Member;
  readonly facts: Facts;
}

interface Row extends Member {
  readonly answer: string | null;
  readonly isErased: number;
  readonly isOptedOut: number;
  readonly recipient: string | null;
  readonly exclusion: string | null;
  readonly isOver: number;
  readonly heardAt: number | null;
  readonly isTalking: number;
  readonly attributes: string;
}

/** People of one funnel: those named, or those whose time to look has come. */
export type Sought =
  | { readonly kind: "contacts"; readonly contactIds: readonly string[] }
  | { readonly kind: "due"; readonly now: number; readonly limit: number };

const SOUGHT = {
  contacts: "m.contact_id IN (SELECT value FROM json_each(?4))",
  due: "m.phase = 'asked' AND m.due_at <= ?4 ORDER BY m.due_at LIMIT ?5",
} as const;

/** A campaign's ids begin with the instant of its launch, which is not before its slot. */
const SINCE_SLOT = "printf('%08x-%04x', m.slot_at >> 16, m.slot_at & 65535)";

/** `attributes` are the names of those that hold dates people wait for. */
export async function readFacts(
  d1: D1Database,
  funnelId: string,
  { channel, attributes }: { readonly channel: string; readonly attributes: readonly string[] },
  sought: Sought,
  now: number,
): Promise<readonly Known[]> {
  const theirs = "a.contact_id = m.contact_id";
  const query = `SELECT ${MEMBER}, 
      (SELECT json_object('category', category, 'at', at) FROM (${UNSETTLED})
        ORDER BY at, category DESC LIMIT 1) AS answer,
      coalesce((SELECT c.erased_at IS NOT NULL AND NOT EXISTS (
                         SELECT 1 FROM addresses a WHERE ${theirs} AND a.value IS NOT NULL)
                  FROM contacts c WHERE c.id = m.contact_id), 1) AS isErased,
      coalesce((SELECT min(${standingSql({ address: "a", channel: "?2" })} = 'opted-out')
                  FROM addresses a WHERE ${theirs}), 0) AS isOptedOut,
      (SELECT json_object('status', x.status, 'errorCode', x.error_code, 'reason', x.reason, 'at', x.at)
         FROM addresses a JOIN messages x ON x.address_id = a.id
        WHERE ${theirs} AND x.id >= ${SINCE_SLOT} AND x.campaign_id = m.campaign_id
        ORDER BY x.attempt DESC, x.id DESC LIMIT 1) AS recipient,
      (SELECT e.reason FROM exclusions e WHERE e.campaign_id = m.campaign_id AND e.contact_id = m.contact_id) AS exclusion,
      coalesce((SELECT p.state IN ('done', 'cancelled', 'failed') FROM campaigns p WHERE p.id = m.campaign_id), 0) AS isOver,
      (SELECT max(r.heard_at) FROM addresses a JOIN runs r ON r.address_id = a.id
        WHERE ${theirs} AND r.source = m.campaign_id) AS heardAt,
      EXISTS (SELECT 1 FROM addresses a JOIN runs r ON r.address_id = a.id
               WHERE ${theirs} AND r.source = m.campaign_id AND r.finished_at IS NULL) AS isTalking,
      (SELECT json_group_object(t.name, json(t.value)) FROM attributes t
        WHERE t.contact_id = m.contact_id AND t.name IN (SELECT value FROM json_each(?3))) AS attributes
    FROM funnel_members m WHERE m.funnel_id = ?1 AND ${SOUGHT[sought.kind]}`;
  const bound = sought.kind === "contacts" ? [JSON.stringify(sought.contactIds)] : [sought.now, sought.limit];
  const { results } = await d1
    .prepare(query)
    .bind(funnelId, channel, JSON.stringify(attributes), ...bound)
    .all<Row>();
  return results.map((row) => toKnown(row, now));
}

const Attributes = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

function toKnown(row: Row, now: number): Known {
  const { answer, isErased, isOptedOut, recipient, exclusion, isOver, heardAt, isTalking, ...rest } = row;
  const { attributes: text, ...member } = rest;
  const attributes: Readonly<Record<string, FieldValue>> = Attributes.parse(JSON.parse(text));
  return {
    member,
    facts: {
      gone: isErased === 1 ? "erased" : isOptedOut === 1 ? "opted-out" : null,
      answer: answer === null ? null : (JSON.parse(answer) as { category: string; at: number }),
      delivery: deliveryOf({ recipient: toRecipient(recipient), exclusion, isOver: isOver === 1 }, now),
      heardAt,
      isTalking: isTalking === 1,
      attributes,
    },
  };
}

function toRecipient(text: string | null): Recipient | null {
  return text === null
    ? null
    : (JSON.parse(text) as { status: Status; errorCode: number | null; reason: string | null; at: number });
}
