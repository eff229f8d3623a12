// A period counted for the digest, in two round trips. Everything is read by ids in the order of time or by an index on the
// instant, so that what lies before and after costs nothing.
import { idFloor } from "#core/id";
import type { MessageCount, PeriodCounts, Traffic } from "#core/digest/counts";
import type { Span } from "#core/rota/spans";

const HOUR_MS = 3_600_000;
/** More of them at a time nobody runs; each is read whole. */
const CAMPAIGNS_MAX = 20;
/** More of them nobody reads in an e-mail. */
const ALARMS_MAX = 10;
const DOUBTFUL_MAX = 3;

/** A web chat has nobody who reports what arrived. */
const COUNTED = `
  SELECT direction, CASE WHEN channel = 'chat' AND status = 'handed-over' THEN 'delivered' ELSE status END AS status,
         error_code AS errorCode, reason, CASE direction WHEN 'in' THEN CAST((at - ?3) / ${HOUR_MS} AS INTEGER) END AS hour, count(*) AS count
    FROM messages WHERE id >= ?1 AND id < ?2`;

/** A campaign's recipients lie at its launch; those that are sent after the period are not of it. */
const MESSAGES = `${COUNTED} AND (campaign_id IS NULL OR at < ?4) GROUP BY 1, 2, 3, 4, 5`;

/** Of a campaign that was launched before the period: what was sent in it. */
const LATER = `${COUNTED} AND campaign_id = ?5 AND at >= ?3 AND at < ?4 GROUP BY 1, 2, 3, 4, 5`;

/** The flows of volunteers' reminders are nobody's: they are in no table. */
const RUNS = `
  SELECT n.flowId, f.name, n.disposition, n.count FROM (
    SELECT flow_id AS flowId, disposition, count(*) AS count FROM runs INDEXED BY runs_by_finish
     WHERE finished_at >= ?3 AND finished_at < ?4 AND disposition IS NOT NULL GROUP BY 1, 2
    UNION ALL
    SELECT flow_id, NULL, count(*) FROM runs WHERE id >= ?1 AND id < ?2 GROUP BY 1) n
  JOIN flows f ON f.id = n.flowId`;

const OPT_OUTS = `
  SELECT count(DISTINCT address_id) AS count FROM consents INDEXED BY consents_opt_outs
   WHERE kind = 'opt-out' AND at >= ?1 AND at < ?2`;

const CALLS = `
  SELECT helpline_id AS helplineId, outcome, CAST((started_at - ?1) / ${HOUR_MS} AS INTEGER) AS hour, count(*) AS count FROM calls
   WHERE started_at >= ?1 AND started_at < ?2 GROUP BY 1, 2, 3`;

const VOICEMAILS = `
  SELECT helpline_id AS helplineId, count(*) AS count, sum(heard_at IS NULL AND done_at IS NULL AND deleted_at IS NULL) AS unheard
    FROM voicemails WHERE recorded_at >= ?1 AND recorded_at < ?2 GROUP BY 1`;

const CATEGORIES = `
  SELECT funnel, category, count(*) AS people FROM categories INDEXED BY categories_by_change
   WHERE changed_at >= ?1 AND changed_at < ?2 GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`;

/** Those under way by the end of it, and those that ended or paused since the period before it began. */
const CAMPAIGNS = `
  SELECT id, name, state, state_at AS stateAt, launched_at AS launchedAt FROM (
    SELECT id, name, state, state_at, launched_at FROM campaigns INDEXED BY campaigns_by_state
     WHERE launched_at IS NOT NULL AND state = 'sending'
    UNION ALL
    SELECT id, name, state, state_at, launched_at FROM campaigns INDEXED BY campaigns_by_state
     WHERE launched_at IS NOT NULL AND state IN ('paused', 'done', 'cancelled', 'failed') AND state_at >= ?1)
   WHERE launched_at < ?2 ORDER BY launched_at DESC LIMIT ${CAMPAIGNS_MAX}`;

const ALARMS = `
  SELECT kind, text FROM alarms INDEXED BY alarms_open WHERE done_at IS NULL ORDER BY at DESC LIMIT ${ALARMS_MAX}`;

const NOTICES = `
  SELECT kind, count(*) AS count FROM notices INDEXED BY notices_open
   WHERE done_at IS NULL AND id >= ?1 AND id < ?2 GROUP BY 1 ORDER BY 1`;

const DOUBTFUL = `
  SELECT c.name, n.text AS words FROM notices n INDEXED BY notices_open
    LEFT JOIN addresses a ON a.id = n.address_id LEFT JOIN contacts c ON c.id = a.contact_id
   WHERE n.done_at IS NULL AND n.id >= ?1 AND n.id < ?2 AND n.kind = 'doubtful' ORDER BY n.id DESC LIMIT ${DOUBTFUL_MAX}`;

const LETTERS = `
  SELECT count(*) AS count FROM dead_letters INDEXED BY dead_letters_lying
   WHERE replayed_at IS NULL AND at >= ?1 AND at < ?2`;

const EMAILS = `
  SELECT count(*) AS count FROM emails
   WHERE state IN ('failed', 'bounced', 'complained', 'unknown') AND created_at >= ?1 AND created_at < ?2`;

/** `before` is the period to compare with. */
export async function countPeriod(d1: D1Database, now: Span, before: Span): Promise<PeriodCounts> {
  const times = [now.startsAt, now.endsAt] as const;
  const ids = times.map(idFloor);
  const { results: launched } = await d1
    .prepare(CAMPAIGNS)
    .bind(before.startsAt, now.endsAt)
    .all<Campaign & Record<string, unknown>>();
  const later = [now, before].map((span) => countLater(d1, launched, span));
  const results = await d1.batch([
    ...traffic(d1, now),
    ...traffic(d1, before),
    ...[CALLS, VOICEMAILS, CATEGORIES, LETTERS, EMAILS].map((query) => d1.prepare(query).bind(...times)),
    ...[NOTICES, DOUBTFUL].map((query) => d1.prepare(query).bind(...ids)),
    d1.prepare(ALARMS),
    ...later.flat(),
  ]);
  const rows = <Row>(index: number) => (results[index]?.results ?? []) as Row[];
  const single = (index: number) => rows<{ count: number }>(index)[0]?.count ?? 0;
  const [ofNow = 0, ofBefore = 0] = later.map((statements) => statements.length);
  const read = (index: number, from: number, count: number): Traffic => ({
    messages: [
      ...rows<MessageCount>(index),
      ...Array.from({ length: count }, (_, place) => rows<MessageCount>(from + place)).flat(),
    ],
    runs: rows(index + 1),
    optOuts: single(index + 2),
  });
  return {
    now: read(0, LATER_FROM, ofNow),
    before: read(3, LATER_FROM + ofNow, ofBefore),
    calls: rows(6),
    voicemails: rows(7),
    categories: rows(8),
    deadLetters: single(9),
    emails: single(10),
    notices: rows(11),
    doubtful: rows(12),
    alarms: rows(13),
    campaigns: launched.filter(({ state, stateAt }) => state === "sending" || stateAt >= now.startsAt),
  };
}

/** Where in the batch what was sent later than it was launched begins. */
const LATER_FROM = 14;

type Statements = readonly D1PreparedStatement[];
type Campaign = PeriodCounts["campaigns"][number] & { readonly stateAt: number };

function countLater(d1: D1Database, launched: readonly Campaign[], { startsAt, endsAt }: Span): Statements {
  return launched
    .filter(({ launchedAt }) => launchedAt < startsAt)
    .map(({ id, launchedAt }) =>
      d1.prepare(LATER).bind(idFloor(launchedAt), idFloor(launchedAt + 1), startsAt, endsAt, id),
    );
}

function traffic(d1: D1Database, { startsAt, endsAt }: Span): Statements {
  const ids = [idFloor(startsAt), idFloor(endsAt)] as const;
  return [
    d1.prepare(MESSAGES).bind(...ids, startsAt, endsAt),
    d1.prepare(RUNS).bind(...ids, startsAt, endsAt),
    d1.prepare(OPT_OUTS).bind(startsAt, endsAt),
  ];
}
