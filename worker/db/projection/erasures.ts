// A person was erased: what identified them goes, counts stay, and an opt-out stays with its date.
import type { EraseRecord } from "#core/record";
import type { Prepare } from "./prepare.ts";

const ADDRESSES = "SELECT j.value->>'addressId' FROM json_each(?1) j";
const CONTACTS = `SELECT contact_id FROM addresses WHERE id IN (${ADDRESSES})`;
/** Until when a contact is forgotten. */
const untilOf = (contact: string) => `
  (SELECT max(j.value->>'at') FROM json_each(?1) j JOIN addresses a ON a.id = j.value->>'addressId'
    WHERE a.contact_id = ${contact})`;
/** Everything up to the instant of erasing; what the person does afterwards is theirs to give again. */
const BEFORE = "(SELECT max(j.value->>'at') FROM json_each(?1) j WHERE j.value->>'addressId' = address_id)";

export function projectErasures(erasures: readonly EraseRecord[], prepare: Prepare): D1PreparedStatement[] {
  const all = (query: string) => prepare(query, erasures);
  return [
    ...all(
      `INSERT INTO contacts (id, created_at) SELECT j.value->>'addressId', j.value->>'at' FROM json_each(?1) j
        WHERE NOT EXISTS (SELECT 1 FROM addresses a WHERE a.id = j.value->>'addressId') ON CONFLICT DO NOTHING`,
    ),
    ...all(
      `INSERT INTO addresses (id, contact_id, kind, erased_at)
       SELECT j.value->>'addressId', j.value->>'addressId', 'nobody', j.value->>'at' FROM json_each(?1) j WHERE true
       ON CONFLICT (id) DO UPDATE SET
         -- Who was heard of since, or given to us again, stays: the erasure may come late, and twice.
         value = CASE WHEN addresses.erased_at >= excluded.erased_at OR addresses.due_changed_at > excluded.erased_at
                        OR EXISTS (SELECT 1 FROM calls c
                                    WHERE c.address_id = addresses.id AND c.started_at > excluded.erased_at)
                      THEN addresses.value END,
         last_heard_at = CASE WHEN addresses.last_heard_at > excluded.erased_at THEN addresses.last_heard_at END,
         due_at = CASE WHEN addresses.due_changed_at > excluded.erased_at THEN addresses.due_at END,
         erased_at = max(coalesce(addresses.erased_at, 0), excluded.erased_at)`,
    ),
    ...all(
      `UPDATE contacts SET erased_at = (SELECT max(erased_at) FROM addresses WHERE contact_id = contacts.id)
        WHERE id IN (${CONTACTS})`,
    ),
    ...["name", "language", "zone"].flatMap((field) =>
      all(
        `UPDATE contacts SET ${field} = NULL, ${field}_source = NULL
          WHERE id IN (${CONTACTS}) AND ${field}_changed_at <= ${untilOf("contacts.id")}`,
      ),
    ),
    ...["attributes", "tags", "categories"].flatMap((table) =>
      all(
        `DELETE FROM ${table} WHERE contact_id IN (${CONTACTS}) AND changed_at <= ${untilOf(`${table}.contact_id`)}`,
      ),
    ),
    // Funnels are few, and answers many: each is asked for the person's, by its key.
    ...all(
      `DELETE FROM funnel_answers WHERE funnel_id IN (SELECT id FROM funnels) AND contact_id IN (${CONTACTS})
          AND at <= ${untilOf("funnel_answers.contact_id")}`,
    ),
    ...all(
      `DELETE FROM segment_members WHERE contact_id IN (${CONTACTS}) AND added_at <= ${untilOf("segment_members.contact_id")}`,
    ),
    ...all(
      `UPDATE import_rows SET changes = NULL, cells = NULL
        WHERE contact_id IN (${CONTACTS})
          AND (SELECT coalesce(started_at, created_at) FROM imports WHERE id = import_id) <= ${untilOf("import_rows.contact_id")}`,
    ),
    ...all(
      `UPDATE messages SET body = '', media = '[]', location = NULL WHERE address_id IN (${ADDRESSES}) AND at <= ${BEFORE}`,
    ),
    ...all(
      `UPDATE runs SET answers = '{}', variants = '{}' WHERE address_id IN (${ADDRESSES}) AND started_at <= ${BEFORE}`,
    ),
    ...all(`UPDATE consents SET words = '' WHERE address_id IN (${ADDRESSES}) AND at <= ${BEFORE}`),
    // An answer that is kept for a repeated request may show the whole contact.
    ...all(
      `DELETE FROM idempotency WHERE EXISTS (
         SELECT 1 FROM json_each(?1) j JOIN addresses a ON a.id = j.value->>'addressId'
          WHERE idempotency.at <= j.value->>'at'
            AND (instr(idempotency.answer, a.id) > 0 OR instr(idempotency.answer, a.contact_id) > 0))`,
    ),
    // A letter is about the person when it names their address.
    ...all(
      `DELETE FROM dead_letters WHERE EXISTS (
         SELECT 1 FROM json_each(?1) j WHERE instr(dead_letters.body, j.value->>'addressId') > 0)`,
    ),
    ...all(
      `UPDATE emails SET subject = '', html = '', body = '', attachments = '[]'
        WHERE address_id IN (${ADDRESSES}) AND created_at <= ${BEFORE}`,
    ),
    // A digest quotes whoever had something to say: those that went out are emptied, whomever they quoted.
    ...all(
      `UPDATE emails SET html = '', body = ''
        WHERE html <> '' AND kind = 'digest' AND rank > 0
          AND created_at <= (SELECT max(j.value->>'at') FROM json_each(?1) j)`,
    ),
    // The sound goes at once after this, from our store and the carrier's.
    ...all(
      `UPDATE voicemails SET transcript = NULL, deleted_at = ${BEFORE}, due_at = ${BEFORE}, tries = 0
        WHERE address_id IN (${ADDRESSES}) AND called_at <= ${BEFORE} AND deleted_at IS NULL`,
    ),
    // Who took which call stays counted; shifts name a volunteer by an id that says nothing any more.
    ...all(
      `DELETE FROM memberships WHERE volunteer_id IN (SELECT id FROM volunteers WHERE address_id IN (${ADDRESSES}) AND changed_at <= ${BEFORE})`,
    ),
    ...all(
      `UPDATE volunteers SET config = json_remove(json_set(config, '$.name', '', '$.phone', NULL, '$.email', NULL, '$.remindBy', json('[]')), '$.proof'),
              removed_at = coalesce(removed_at, ${BEFORE}), quarantined_until = NULL, quarantine_reason = NULL, address_id = NULL
        WHERE address_id IN (${ADDRESSES}) AND changed_at <= ${BEFORE}`,
    ),
    ...all(`UPDATE blocks SET reason = '' WHERE address_id IN (${ADDRESSES}) AND created_at <= ${BEFORE}`),
    ...all(`DELETE FROM notices WHERE address_id IN (${ADDRESSES}) AND at <= ${BEFORE}`),
  ];
}
