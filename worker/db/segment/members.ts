// Where each path of a segment finds its facts: the SQL twin of `contactFacts`.
import type { CHANNELS } from "#core/line";
import { REPLIED } from "../figures.ts";
import { standingSql } from "../standing.ts";
import type { Binding } from "./binding.ts";

/** Facts of the contact `c` as rows, one for each member of a list and none where nothing is known. */
export interface Members {
  /**
   * facts: whatever people said. words: lower-case words of our own making, which need no folding and are no numbers or dates.
   * instant: one of ours, with its epoch milliseconds in a column `at` beside.
   */
  readonly kind: "facts" | "words" | "instant";
  /** Columns: `kind` (JSON's type), `text` (as JavaScript writes the value), `listed` (1: a member of a list). */
  readonly sql: string;
}

const texts = (text: string, from: string, listed: 0 | 1) =>
  `SELECT 'text' AS kind, ${text} AS text, ${listed} AS listed ${from}`;
const NOBODY = texts("''", "WHERE false", 0);

/** Which kinds of address each channel reaches. */
export const REACH: Readonly<Record<(typeof CHANNELS)[number], string>> = {
  sms: "('phone')",
  whatsapp: "('phone', 'whatsapp-user')",
  chat: "('visitor')",
};
export const ADDRESSES = "addresses a WHERE a.contact_id = c.id AND a.value IS NOT NULL";

/** The campaigns that reached the contact: `m` are their messages, `a` the addresses they went to. */
export const RECEIVED = `addresses a JOIN messages m ON m.address_id = a.id
  WHERE a.contact_id = c.id AND m.campaign_id IS NOT NULL AND m.direction = 'out'
    AND m.status IN ('handed-over', 'accepted', 'queued', 'sending', 'sent', 'delivered', 'read')`;
/** Those they answered, as a campaign's own figures count it. */
export const ANSWERED = `${RECEIVED} AND ${REPLIED}`;

export function membersOf(path: string, binding: Binding): Members {
  const [root = "", first = "", ...rest] = path.split(".");
  const name = [first, ...rest].join(".");
  switch (root) {
    case "attributes":
      return { kind: "facts", sql: attribute(name, binding) };
    case "category": {
      const from = `FROM categories x WHERE x.contact_id = c.id AND x.funnel = ${binding.bind(name)} AND x.category <> ''`;
      return { kind: "facts", sql: texts("x.category", from, 0) };
    }
    case "answers":
      return { kind: "facts", sql: answer(first, rest.join("."), binding) };
    case "tags":
      return {
        kind: "facts",
        sql: texts("x.tag", "FROM tags x WHERE x.contact_id = c.id AND x.present = 1", 1),
      };
    case "language":
      return { kind: "facts", sql: texts("c.language", "WHERE c.language <> ''", 0) };
    case "zone":
      return { kind: "facts", sql: texts("c.zone", "WHERE c.zone <> ''", 0) };
    case "created":
      return { kind: "instant", sql: instant("SELECT c.created_at AS at") };
    case "last_inbound":
      return { kind: "instant", sql: instant(`SELECT max(a.last_heard_at) AS at FROM ${ADDRESSES}`) };
    default:
      return { kind: "words", sql: ownWords(root, name) };
  }
}

function instant(from: string): string {
  return `SELECT 'text' AS kind, strftime('%Y-%m-%dT%H:%M:%fZ', at / 1000.0, 'unixepoch') AS text, 0 AS listed, at
    FROM (${from}) WHERE at > 0`;
}

function ownWords(root: string, name: string): string {
  switch (root) {
    case "channel":
      return Object.entries(REACH)
        .map(([channel, kinds]) => texts(`'${channel}'`, `FROM ${ADDRESSES} AND a.kind IN ${kinds}`, 1))
        .join(" UNION ALL ");
    case "consent": {
      if (name !== "sms" && name !== "whatsapp" && name !== "chat") return NOBODY;
      const standing = standingSql({ address: "a", channel: `'${name}'` });
      return texts(standing, `FROM ${ADDRESSES} AND a.kind IN ${REACH[name]}`, 1);
    }
    case "campaigns": {
      const from = name === "received" ? RECEIVED : ANSWERED;
      return name === "received" || name === "replied" ? texts("m.campaign_id", `FROM ${from}`, 1) : NOBODY;
    }
    case "lists":
      return texts("x.segment_id", "FROM segment_members x WHERE x.contact_id = c.id", 1);
    default:
      return NOBODY;
  }
}

/**
 * The column holds JSON, in which a number and a truth value are written as JavaScript writes them. One that is no JSON is
 * that person's trouble: everyone else is still found.
 */
function attribute(name: string, { bind }: Binding): string {
  const of = `x.contact_id = c.id AND x.name = ${bind(name)}`;
  const known = `SELECT * FROM (
    SELECT json_type(value) AS kind, CASE json_type(value) WHEN 'text' THEN value ->> '$' ELSE value END AS text, 0 AS listed
      FROM (SELECT CASE WHEN json_valid(x.value) THEN x.value END AS value FROM attributes x WHERE ${of}))
    WHERE kind <> 'null' AND text <> ''`;
  if (name !== "name") return known;
  // As flows see it: an attribute of this name goes before the contact's own.
  return `${known} UNION ALL ${texts("c.name", `WHERE c.name <> '' AND NOT EXISTS (SELECT 1 FROM attributes x WHERE ${of})`, 0)}`;
}

/**
 * The newest answer to a question: places by their label, media by their types. The plus keeps SQLite from reading every run
 * of the flow for each contact instead of the contact's few.
 */
function answer(flow: string, question: string, { bind }: Binding): string {
  const path = bind(`$."${question}"`);
  const newest = `SELECT r.answers -> ${path} AS answer
      FROM addresses a JOIN runs r ON r.address_id = a.id
     WHERE a.contact_id = c.id AND +r.flow_id = (SELECT id FROM flows WHERE slug = ${bind(flow)})
       AND CASE WHEN json_valid(r.answers) THEN r.answers -> ${path} END IS NOT NULL
     ORDER BY r.id DESC LIMIT 1`;
  const members = `SELECT e.type AS kind, e.value AS value, json_type(answer, '$.value') = 'array' AS listed,
      answer -> '$.value' AS raw
    FROM (SELECT CASE json_type(answer, '$.value')
        WHEN 'object' THEN json_object('value', answer ->> '$.label') ELSE answer END AS answer FROM (${newest})),
      json_each(answer, '$.value') e`;
  return `SELECT * FROM (
    SELECT CASE kind WHEN 'object' THEN 'text' ELSE kind END AS kind,
           CASE kind WHEN 'text' THEN value WHEN 'object' THEN value ->> '$.type' ELSE raw END AS text, listed
      FROM (${members}))
    WHERE kind <> 'null' AND (listed = 1 OR text <> '')`;
}
