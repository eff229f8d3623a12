// A person was erased: what identified them goes, counts stay, and an opt-out stays with its date.
import type { EraseRecord } from "#core/record";
import type { Prepare } from "./prepare.ts";

const ADDRESSES = "SELECT j.value->>'addressId' FROM json_each(?1) j";
const CONTACTS = `SELECT contact_id FROM addresses WHERE id IN (${ADDRESSES})`;
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
         value = NULL, last_heard_at = NULL, due_at = NULL,
         erased_at = max(coalesce(addresses.erased_at, 0), excluded.erased_at)`,
    ),
    ...all(
      `UPDATE contacts SET name = NULL, language = NULL, zone = NULL,
              erased_at = (SELECT max(erased_at) FROM addresses WHERE contact_id = contacts.id)
        WHERE id IN (${CONTACTS})`,
    ),
    ...["attributes", "tags", "categories"].flatMap((table) =>
      all(`DELETE FROM ${table} WHERE contact_id IN (${CONTACTS})`),
    ),
    ...all(
      `UPDATE messages SET body = '', media = '[]', location = NULL WHERE address_id IN (${ADDRESSES}) AND at <= ${BEFORE}`,
    ),
    ...all(
      `UPDATE runs SET answers = '{}', variants = '{}' WHERE address_id IN (${ADDRESSES}) AND started_at <= ${BEFORE}`,
    ),
    ...all(`UPDATE consents SET words = '' WHERE address_id IN (${ADDRESSES}) AND at <= ${BEFORE}`),
    // A letter is about the person when it names their address.
    ...all(
      `DELETE FROM dead_letters WHERE EXISTS (
         SELECT 1 FROM json_each(?1) j WHERE instr(dead_letters.body, j.value->>'addressId') > 0)`,
    ),
    ...all(`DELETE FROM notices WHERE address_id IN (${ADDRESSES}) AND at <= ${BEFORE}`),
  ];
}
