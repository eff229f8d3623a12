// The SQL twin of `#core/consent/standing`: for audiences, counts and lists, which read many people at once.
import type { Standing } from "#core/consent/standing";
import type { Channel } from "#core/conversation/run";
import { CHANNELS } from "#core/line";

/** Where it is asked: the alias of `addresses`, and the channel as an SQL expression such as `?2` or `'sms'`. */
export interface Place {
  readonly address: string;
  readonly channel: string;
}

/** What `permissions` says of an address for a channel: always one row. */
const told = ({ address, channel }: Place) => `
  (SELECT max(opted_out_at) AS out_at, max(opted_in_at) AS in_at,
          CASE WHEN max(granted_at) > coalesce(max(grant_lifted_at), 0) THEN max(granted_at) END AS granted_at,
          -- A grant ends what was suppressed before it, and lifting the grant does not bring it back.
          CASE WHEN max(suppressed_at) >= max(coalesce(max(suppression_lifted_at), 0), coalesce(max(granted_at), 0))
               THEN max(suppressed_at) END AS suppressed_at
     FROM permissions WHERE address_id = ${address}.id AND channel IN ('*', ${channel}))`;

/** The newest opt-out at another address of theirs that no START there has lifted: always one row. */
const silenced = ({ address, channel }: Place) => `
  (SELECT max(stopped_at) AS at FROM (
     SELECT max(stopped_at) AS stopped_at, max(started_at) AS started_at FROM spreads
      WHERE address_id = ${address}.id AND channel IN ('*', ${channel}) GROUP BY from_id)
    WHERE stopped_at >= coalesce(started_at, 0))`;

/** `opted-out`, `suppressed`, `opted-in`, `granted` or `unknown`: a text expression. */
export function standingSql(place: Place): string {
  const { address } = place;
  return `(SELECT CASE
    WHEN d.out_at > 0 AND d.out_at >= d.in_at THEN 'opted-out'
    WHEN d.suppressed_at >= max(d.in_at, coalesce(d.granted_at, 0)) THEN 'suppressed'
    -- Erasing forgets what they agreed to, never what they refused.
    WHEN d.in_at > coalesce(${address}.erased_at, 0) THEN 'opted-in'
    WHEN d.granted_at > coalesce(${address}.erased_at, 0) THEN 'granted'
    ELSE 'unknown' END
  FROM (
    SELECT max(coalesce(${address}.opted_out_at, 0), coalesce(t.out_at, 0), coalesce(s.at, 0)) AS out_at,
           max(coalesce(${address}.opted_in_at, 0), coalesce(t.in_at, 0)) AS in_at, t.granted_at, t.suppressed_at
      FROM ${told(place)} t, ${silenced(place)} s) d)`;
}

const decided = (column: string) => `SELECT contact_id FROM addresses WHERE ${column} > 0`;
const toldIn = (table: string) =>
  `SELECT a.contact_id FROM ${table} p JOIN addresses a ON a.id = p.address_id`;

/** The contacts of whom somebody may stand so, found without working out how everybody stands; null: anybody may. */
export function maybeStandingSql(standing: Standing): string | null {
  switch (standing) {
    case "opted-out":
      return `${decided("opted_out_at")} UNION ALL ${toldIn("spreads")}
        UNION ALL ${toldIn("permissions")} WHERE p.opted_out_at > 0`;
    case "suppressed":
      return `${toldIn("permissions")} WHERE p.suppressed_at > 0`;
    case "opted-in":
      return `${decided("opted_in_at")} UNION ALL ${toldIn("permissions")} WHERE p.opted_in_at > 0`;
    case "granted":
      return `${toldIn("permissions")} WHERE p.granted_at > 0`;
    case "unknown":
      return null;
    default:
      return standing satisfies never;
  }
}

/** The `Permission` of an address for a channel, as a claim takes it along: a JSON expression. */
export function permissionSql(place: Place): string {
  return `(SELECT json_object('silencedAt', s.at, 'suppressedAt', t.suppressed_at,
      'grantedAt', CASE WHEN t.granted_at > coalesce(${place.address}.erased_at, 0) THEN t.granted_at END)
    FROM ${told(place)} t, ${silenced(place)} s)`;
}

/** How the addresses of several contacts stand, by address and channel. */
export async function readStandings(
  d1: D1Database,
  contactIds: readonly string[],
): Promise<ReadonlyMap<string, Readonly<Record<Channel, Standing>>>> {
  const each = CHANNELS.map(
    (channel) => `'${channel}', ${standingSql({ address: "a", channel: `'${channel}'` })}`,
  );
  const { results } = await d1
    .prepare(
      `SELECT a.id, json_object(${each.join(", ")}) AS standings FROM addresses a
        WHERE a.contact_id IN (SELECT value FROM json_each(?1))`,
    )
    .bind(JSON.stringify(contactIds))
    .all<{ id: string; standings: string }>();
  return new Map(
    results.map(({ id, standings }) => [id, JSON.parse(standings) as Readonly<Record<Channel, Standing>>]),
  );
}
