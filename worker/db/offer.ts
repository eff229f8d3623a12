// What a conversation begins with: line, trigger, published version and profile, in one round trip to D1.
import * as z from "zod";
import { NOTHING_TOLD } from "#core/consent/standing";
import type { Permission } from "#core/consent/standing";
import type { Inbound, KnownProfile, Offer, PinnedFlow } from "#core/contact/memory";
import type { Silence } from "#core/contact/refusal";
import type { Flow } from "#core/conversation/flow";
import type { FieldValue } from "#core/conversation/run";
import { toLine } from "#core/line";
import type { Line, LineConfig } from "#core/line";
import { bare } from "#core/text";
import { silencesSql } from "./spreads.ts";
import { permissionSql } from "./standing.ts";

const VERSION = `
  SELECT f.id AS flow_id, f.slug, v.id AS version_id, v.document, v.quick_replies
    FROM flows f JOIN flow_versions v ON v.id = f.published_version_id`;

const SCOPE = "(SELECT value->>'optOutScope' FROM settings WHERE name = 'organisation') AS scope";
const LINE = `SELECT id, config, ${SCOPE} FROM lines WHERE channel = ?1 AND address IN (?2, ?3) AND archived_at IS NULL LIMIT 1`;

/** `asOf`: every turn of the address dates the row, so this is how far its record has come. */
const PROFILE = `
  SELECT c.language, c.zone, c.name, a.due_changed_at AS asOf, ${silencesSql("a")} AS silences,
         (SELECT json_group_object(name, json(value)) FROM attributes WHERE contact_id = c.id) AS fields,
         (SELECT json_group_array(tag) FROM tags WHERE contact_id = c.id AND present = 1) AS tags,
         (SELECT json_group_object(funnel, category) FROM categories WHERE contact_id = c.id) AS categories
    FROM addresses a JOIN contacts c ON c.id = a.contact_id
   WHERE a.id = ?1`;

interface LineRow {
  id: string;
  config: string;
  /** How far a STOP reaches; everywhere where nobody said otherwise. */
  scope?: string | null;
}
interface VersionRow {
  flow_id: string;
  slug: string;
  version_id: string;
  document: string;
  quick_replies: string;
}
interface ProfileRow {
  language: string | null;
  zone: string | null;
  name: string | null;
  asOf: number;
  silences: string;
  fields: string;
  tags: string;
  categories: string;
}

/** Everything a message that continues no conversation may need. */
export async function readStart(
  d1: D1Database,
  addressId: string,
  { channel, to, serviceSid, text }: Pick<Inbound, "channel" | "to" | "serviceSid" | "text">,
): Promise<Extract<Offer, { kind: "start" }>> {
  const said = bare(text);
  const [firstWord = ""] = said.split(" ");
  const [lines, versions, profiles] = await d1.batch([
    d1.prepare(LINE).bind(channel, to, serviceSid ?? to),
    d1
      .prepare(
        `SELECT t.keyword, x.* FROM triggers t JOIN (${VERSION}) x ON x.flow_id = t.flow_id
          WHERE t.line_id = (SELECT id FROM lines WHERE channel = ?1 AND address IN (?2, ?3) AND archived_at IS NULL LIMIT 1)
            AND t.keyword IN (?4, ?5, '')
          ORDER BY length(t.keyword) DESC LIMIT 1`,
      )
      .bind(channel, to, serviceSid ?? to, said, firstWord),
    d1.prepare(PROFILE).bind(addressId),
  ]);
  const line = lines?.results[0] as LineRow | undefined;
  const version = versions?.results[0] as (VersionRow & { keyword: string }) | undefined;
  return {
    kind: "start",
    line: line === undefined ? null : rowToLine(line),
    profile: toProfile(profiles?.results[0] as ProfileRow | undefined),
    trigger:
      version === undefined
        ? null
        : { kind: version.keyword === "" ? "catch-all" : "keyword", flow: toPinned(version) },
    enrolments: {},
  };
}

/** A line with a flow and a profile, for a start that we make; null for what does not exist or is not published. */
export async function readBeginning(
  d1: D1Database,
  addressId: string,
  lineId: string,
  flow: string,
): Promise<{ line: Line | null; flow: PinnedFlow | null; profile: KnownProfile | null }> {
  const [lines, versions, profiles] = await d1.batch([
    d1.prepare(`SELECT id, config, ${SCOPE} FROM lines WHERE id = ? AND archived_at IS NULL`).bind(lineId),
    d1.prepare(`${VERSION} WHERE f.id = ?1 OR f.slug = ?1`).bind(flow),
    d1.prepare(PROFILE).bind(addressId),
  ]);
  const line = lines?.results[0] as LineRow | undefined;
  const version = versions?.results[0] as VersionRow | undefined;
  return {
    line: line === undefined ? null : rowToLine(line),
    flow: version === undefined ? null : toPinned(version),
    profile: toProfile(profiles?.results[0] as ProfileRow | undefined),
  };
}

export interface Recipient {
  readonly line: Line | null;
  /** null for somebody nobody has heard of. */
  readonly profile: KnownProfile | null;
  readonly permission: Permission;
  /** When they last wrote to us; epoch milliseconds. */
  readonly lastHeardAt: number | null;
}

/** A line with what decides whether somebody may be sent a message on it. */
export async function readRecipient(d1: D1Database, addressId: string, lineId: string): Promise<Recipient> {
  const channel = "(SELECT channel FROM lines WHERE id = ?2)";
  const [lines, profiles, standings] = await d1.batch([
    d1.prepare(`SELECT id, config, ${SCOPE} FROM lines WHERE id = ? AND archived_at IS NULL`).bind(lineId),
    d1.prepare(PROFILE).bind(addressId),
    d1
      .prepare(
        `SELECT a.last_heard_at AS lastHeardAt, ${permissionSql({ address: "a", channel })} AS permission
           FROM addresses a WHERE a.id = ?1`,
      )
      .bind(addressId, lineId),
  ]);
  const line = lines?.results[0] as LineRow | undefined;
  const standing = standings?.results[0] as { lastHeardAt: number | null; permission: string } | undefined;
  return {
    line: line === undefined ? null : rowToLine(line),
    profile: toProfile(profiles?.results[0] as ProfileRow | undefined),
    permission: standing === undefined ? NOTHING_TOLD : (JSON.parse(standing.permission) as Permission),
    lastHeardAt: standing?.lastHeardAt ?? null,
  };
}

/** What is known about the person of an address; null for nobody we have heard of. */
export async function readProfile(d1: D1Database, addressId: string): Promise<KnownProfile | null> {
  return toProfile((await d1.prepare(PROFILE).bind(addressId).first<ProfileRow>()) ?? undefined);
}

/** The published version of a flow by its slug; null when there is none. */
export async function readEnrolment(d1: D1Database, slug: string): Promise<PinnedFlow | null> {
  const row = await d1.prepare(`${VERSION} WHERE f.slug = ?1`).bind(slug).first<VersionRow>();
  return row === null ? null : toPinned(row);
}

/** The published version of a flow by its id or slug; null when there is none, or it is archived. */
export async function readPublished(d1: D1Database, idOrSlug: string): Promise<PinnedFlow | null> {
  const row = await d1
    .prepare(`${VERSION} WHERE (f.id = ?1 OR f.slug = ?1) AND f.archived_at IS NULL`)
    .bind(idOrSlug)
    .first<VersionRow>();
  return row === null ? null : toPinned(row);
}

/** The web chat of a flow, if there is one: its line, its published version, the visitor's profile. */
export async function readChat(
  d1: D1Database,
  addressId: string,
  slug: string,
): Promise<{ line: Line; flow: PinnedFlow; profile: KnownProfile | null } | null> {
  const line = await d1.prepare(LINE).bind("chat", slug, slug).first<LineRow>();
  if (line === null) return null;
  const { flow, profile } = await readBeginning(d1, addressId, line.id, slug);
  return flow === null ? null : { line: rowToLine(line), flow, profile };
}

export function rowToLine({ id, config, scope }: LineRow): Line {
  return toLine(id, JSON.parse(config) as LineConfig, scope === "channel" ? "channel" : "everywhere");
}

function toPinned(row: VersionRow): PinnedFlow {
  return {
    flowId: row.flow_id,
    slug: row.slug,
    versionId: row.version_id,
    flow: JSON.parse(row.document) as Flow,
    quickReplies: z.record(z.string(), z.string()).parse(JSON.parse(row.quick_replies)),
  };
}

function toProfile(row: ProfileRow | undefined): KnownProfile | null {
  if (row === undefined) return null;
  const fields = JSON.parse(row.fields) as Record<string, FieldValue>;
  return {
    language: row.language,
    zone: row.zone,
    asOf: row.asOf,
    silences: JSON.parse(row.silences) as readonly Silence[],
    fields: row.name === null ? fields : { name: row.name, ...fields },
    tags: JSON.parse(row.tags) as string[],
    categories: JSON.parse(row.categories) as Record<string, string>,
  };
}
