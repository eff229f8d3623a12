// Turns into people: contacts, addresses, and every dated thing known about them. Newer wins, whatever arrives first.
import type { TurnRecord } from "#core/record";
import { spreadSql } from "../spreads.ts";
import type { Prepare } from "./prepare.ts";

/** The contact behind an address: merging moves the address, never the records. */
const CONTACT = "(SELECT contact_id FROM addresses WHERE id = j.value->>'addressId')";
/** How far a decision reaches; records from before there was a choice reach every channel. */
const REACH = "coalesce(j.value->>'channel', '*')";
/** What happened before a person was erased stays forgotten. */
export const NOT_ERASED = `NOT EXISTS (
  SELECT 1 FROM addresses a WHERE a.id = j.value->>'addressId' AND a.erased_at >= j.value->>'at')`;

export function projectPeople(turns: readonly TurnRecord[], prepare: Prepare): D1PreparedStatement[] {
  const addresses = turns.map(({ addressId, address, at, heard, dueAt }) => ({
    addressId,
    at,
    kind: address.kind,
    value: "value" in address ? address.value : null,
    heardAt: heard ? at : null,
    dueAt,
  }));
  const changes = turns.flatMap(({ addressId, changes }) =>
    changes.map((change) => ({ addressId, ...change })),
  );
  const of = (kind: (typeof changes)[number]["kind"]) => changes.filter((change) => change.kind === kind);
  const consents = turns.flatMap(({ addressId, lineId, consents }) =>
    consents.map((consent) => ({ addressId, lineId, ...consent })),
  );
  return [
    ...prepare(
      `INSERT INTO contacts (id, created_at)
       SELECT j.value->>'addressId', j.value->>'at' FROM json_each(?1) j
        WHERE NOT EXISTS (SELECT 1 FROM addresses a WHERE a.id = j.value->>'addressId')
       ON CONFLICT (id) DO NOTHING`,
      addresses,
    ),
    ...prepare(
      `INSERT INTO addresses (id, contact_id, kind, value, last_heard_at, due_at, due_changed_at)
       SELECT j.value->>'addressId', j.value->>'addressId', j.value->>'kind', j.value->>'value', j.value->>'heardAt',
              j.value->>'dueAt', j.value->>'at'
         FROM json_each(?1) j WHERE ${NOT_ERASED}
       ON CONFLICT (id) DO UPDATE SET
         kind = CASE WHEN addresses.value IS NULL AND excluded.value IS NOT NULL THEN excluded.kind ELSE addresses.kind END,
         value = coalesce(addresses.value, excluded.value),
         last_heard_at = nullif(max(coalesce(addresses.last_heard_at, 0), coalesce(excluded.last_heard_at, 0)), 0),
         due_at = CASE WHEN excluded.due_changed_at >= addresses.due_changed_at THEN excluded.due_at ELSE addresses.due_at END,
         due_changed_at = max(addresses.due_changed_at, excluded.due_changed_at)`,
      addresses,
    ),
    ...prepare(
      `INSERT INTO attributes (contact_id, name, value, changed_at, source)
       SELECT ${CONTACT}, j.value->>'name', j.value->'value', j.value->>'at', j.value->>'source'
         FROM json_each(?1) j WHERE ${NOT_ERASED}
       ON CONFLICT (contact_id, name) DO UPDATE SET
         value = excluded.value, changed_at = excluded.changed_at, source = excluded.source
       WHERE excluded.changed_at > attributes.changed_at
          OR (excluded.changed_at = attributes.changed_at AND excluded.value > attributes.value)`,
      of("field"),
    ),
    ...prepare(
      `INSERT INTO tags (contact_id, tag, present, changed_at, source)
       SELECT ${CONTACT}, j.value->>'tag', j.value->>'present', j.value->>'at', j.value->>'source'
         FROM json_each(?1) j WHERE ${NOT_ERASED}
       ON CONFLICT (contact_id, tag) DO UPDATE SET
         present = excluded.present, changed_at = excluded.changed_at, source = excluded.source
       WHERE excluded.changed_at > tags.changed_at
          OR (excluded.changed_at = tags.changed_at AND excluded.present > tags.present)`,
      of("tag"),
    ),
    ...prepare(
      `INSERT INTO categories (contact_id, funnel, category, changed_at, source)
       SELECT ${CONTACT}, j.value->>'funnel', j.value->>'category', j.value->>'at', j.value->>'source'
         FROM json_each(?1) j WHERE ${NOT_ERASED}
       ON CONFLICT (contact_id, funnel) DO UPDATE SET
         category = excluded.category, changed_at = excluded.changed_at, source = excluded.source
       WHERE excluded.changed_at > categories.changed_at
          OR (excluded.changed_at = categories.changed_at AND excluded.category > categories.category)`,
      of("category"),
    ),
    ...prepare(
      `UPDATE contacts SET language = n.language, language_changed_at = n.at, language_source = n.source
         FROM (SELECT ${CONTACT} AS id, j.value->>'language' AS language, j.value->>'source' AS source, max(j.value->>'at') AS at
                 FROM json_each(?1) j WHERE ${NOT_ERASED} GROUP BY 1) n
        WHERE contacts.id = n.id AND n.at > contacts.language_changed_at`,
      of("language"),
    ),
    ...prepare(
      `UPDATE contacts SET name = n.name, name_changed_at = n.at, name_source = n.source
         FROM (SELECT ${CONTACT} AS id, j.value->>'name' AS name, j.value->>'source' AS source, max(j.value->>'at') AS at
                 FROM json_each(?1) j WHERE ${NOT_ERASED} GROUP BY 1) n
        WHERE contacts.id = n.id AND (contacts.name IS NULL OR n.at > contacts.name_changed_at)`,
      of("profile-name"),
    ),
    ...prepare(
      `INSERT INTO consents (address_id, id, kind, source, words, line_id, channel, at)
       SELECT j.value->>'addressId', j.value->>'id', j.value->>'kind', j.value->>'source',
              CASE WHEN ${NOT_ERASED} THEN j.value->>'words' ELSE '' END,
              j.value->>'lineId', ${REACH}, j.value->>'at'
         FROM json_each(?1) j WHERE true ON CONFLICT DO NOTHING`,
      consents,
    ),
    ...prepare(
      `UPDATE addresses SET
         opted_out_at = nullif(max(coalesce(addresses.opted_out_at, 0), n.out_at), 0),
         opted_in_at = nullif(max(coalesce(addresses.opted_in_at, 0), n.in_at), 0)
         FROM (SELECT j.value->>'addressId' AS id,
                      max(CASE j.value->>'kind' WHEN 'opt-out' THEN j.value->>'at' ELSE 0 END) AS out_at,
                      max(CASE j.value->>'kind' WHEN 'opt-out' THEN 0 ELSE j.value->>'at' END) AS in_at
                 FROM json_each(?1) j WHERE ${REACH} = '*' GROUP BY 1) n
        WHERE addresses.id = n.id`,
      consents,
    ),
    ...prepare(
      `INSERT INTO permissions (address_id, channel, opted_out_at, opted_in_at)
       SELECT j.value->>'addressId', j.value->>'channel',
              max(CASE j.value->>'kind' WHEN 'opt-out' THEN j.value->>'at' END),
              max(CASE j.value->>'kind' WHEN 'opt-out' THEN NULL ELSE j.value->>'at' END)
         FROM json_each(?1) j WHERE ${REACH} <> '*' GROUP BY 1, 2
       ON CONFLICT (address_id, channel) DO UPDATE SET
         opted_out_at = nullif(max(coalesce(opted_out_at, 0), coalesce(excluded.opted_out_at, 0)), 0),
         opted_in_at = nullif(max(coalesce(opted_in_at, 0), coalesce(excluded.opted_in_at, 0)), 0)`,
      consents,
    ),
    ...prepare(spreadSql("SELECT j.value->>'addressId' FROM json_each(?1) j"), consents),
  ];
}
