// All that is kept about one person, table by table, a page at a time: what they may ask to see.

/** Rows a page; each holds texts of a few kilobytes at most. */
const PAGE = 500;

/** One table: which of its rows are the contact's (`?1`), by what they are ordered, and which columns hold JSON. */
interface Section {
  readonly name: string;
  readonly table: string;
  readonly of: string;
  readonly key: string;
  readonly json?: readonly string[];
}

const OWN = "contact_id = ?1";
/** Funnels and campaigns are few, their rows many: each is asked for the person's, by its key. */
const IN_FUNNEL = `funnel_id IN (SELECT id FROM funnels) AND ${OWN}`;
const OF_CAMPAIGN = `campaign_id IN (SELECT id FROM campaigns) AND ${OWN}`;
const AT_ADDRESS = "address_id IN (SELECT id FROM addresses WHERE contact_id = ?1)";
const OF_MESSAGE = `message_id IN (SELECT id FROM messages WHERE ${AT_ADDRESS})`;

/** As whom they are on shifts: by volunteer, as those are. */
const VOLUNTEERED = `(SELECT id FROM volunteers WHERE ${AT_ADDRESS})`;
const NAMED = `EXISTS (SELECT 1 FROM json_tree(t.body) named WHERE named.value IN ${VOLUNTEERED})`;

/** A table that says anything about a person belongs here. */
export const SECTIONS: readonly Section[] = [
  { name: "contacts", table: "contacts", of: "(id = ?1 OR merged_into = ?1)", key: "id" },
  { name: "addresses", table: "addresses", of: OWN, key: "id" },
  { name: "attributes", table: "attributes", of: OWN, key: "name", json: ["value"] },
  { name: "tags", table: "tags", of: OWN, key: "tag" },
  { name: "categories", table: "categories", of: OWN, key: "funnel" },
  { name: "lists", table: "segment_members", of: OWN, key: "segment_id" },
  { name: "consents", table: "consents", of: AT_ADDRESS, key: "id" },
  { name: "permissions", table: "permissions", of: AT_ADDRESS, key: "address_id || channel" },
  { name: "silences", table: "spreads", of: AT_ADDRESS, key: "address_id || from_id || channel" },
  {
    name: "messages",
    table: "messages",
    of: AT_ADDRESS,
    key: "id",
    json: ["media", "location", "receipts"],
  },
  { name: "media", table: "media", of: OF_MESSAGE, key: "message_id || '/' || place" },
  {
    name: "conversations",
    table: "runs",
    of: AT_ADDRESS,
    key: "id",
    json: ["answers", "variants", "visits"],
  },
  { name: "calls", table: "calls", of: AT_ADDRESS, key: "id", json: ["trace"] },
  { name: "voicemails", table: "voicemails", of: AT_ADDRESS, key: "id" },
  { name: "funnels", table: "funnel_members", of: OWN, key: "funnel_id" },
  {
    name: "funnelMoves",
    table: "funnel_moves",
    of: IN_FUNNEL,
    key: "funnel_id || printf('/%09d', revision)",
  },
  {
    name: "funnelAnswers",
    table: "funnel_answers",
    of: IN_FUNNEL,
    key: "funnel_id || printf('/%015d/', at) || category",
  },
  { name: "leftOut", table: "exclusions", of: OF_CAMPAIGN, key: "campaign_id" },
  {
    name: "imported",
    table: "import_rows",
    of: OWN,
    key: "import_id || printf('/%09d', row)",
    json: ["changes", "cells"],
  },
  { name: "notices", table: "notices", of: AT_ADDRESS, key: "id" },
  { name: "assignments", table: "assignments", of: AT_ADDRESS, key: "address_id || line_id" },
  { name: "volunteers", table: "volunteers", of: AT_ADDRESS, key: "id", json: ["config"] },
  { name: "memberships", table: "memberships", of: `volunteer_id IN ${VOLUNTEERED}`, key: "helpline_id" },
  { name: "shifts", table: "shifts", of: NAMED, key: "helpline_id || id", json: ["body"] },
  { name: "overrides", table: "overrides", of: NAMED, key: "helpline_id || date || id", json: ["body"] },
  { name: "shiftQuestions", table: "askings", of: `volunteer_id IN ${VOLUNTEERED}`, key: "id" },
  {
    name: "shiftQuestionWays",
    table: "asking_ways",
    of: `asking_id IN (SELECT id FROM askings WHERE volunteer_id IN ${VOLUNTEERED})`,
    key: "asking_id || way",
  },
  { name: "shiftsTaken", table: "openings", of: `taken_by IN ${VOLUNTEERED}`, key: "id" },
  {
    name: "relayedTexts",
    table: "relayed_texts",
    of: "caller_id IN (SELECT id FROM addresses WHERE contact_id = ?1)",
    key: "message_id",
  },
  { name: "blocks", table: "blocks", of: AT_ADDRESS, key: "helpline_id" },
  {
    name: "audit",
    table: "audit",
    of: "subject_kind = 'contact' AND subject_id = ?1",
    key: "id",
    json: ["detail"],
  },
];

/** The rows of a section in order, as the API would show them. */
export async function* readSection(
  d1: D1Database,
  { table, of, key, json = [] }: Section,
  contactId: string,
): AsyncGenerator<object> {
  const query = `SELECT ${key} AS "key", t.* FROM ${table} t WHERE ${of} AND ${key} > ?2 ORDER BY 1 LIMIT ?3`;
  let after = "";
  for (;;) {
    const { results } = await d1
      .prepare(query)
      .bind(contactId, after, PAGE)
      .all<Readonly<Record<string, unknown>> & { readonly key: string }>();
    for (const { key: _key, ...row } of results) yield show(row, json);
    const last = results.at(-1);
    if (last === undefined || results.length < PAGE) return;
    after = last.key;
  }
}

function show(row: Readonly<Record<string, unknown>>, json: readonly string[]): object {
  const entries = Object.entries(row).map(([column, value]): [string, unknown] => {
    const name = column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    if (typeof value === "number" && /(^|_)at$/.test(column)) return [name, new Date(value).toISOString()];
    return [
      name,
      typeof value === "string" && json.includes(column) ? (JSON.parse(value) as unknown) : value,
    ];
  });
  return Object.fromEntries(entries);
}
