// A period counted for the digest, in two round trips. Everything is read by ids in the order of time or by an index on the
// instant, so that what lies before and after costs nothing.
import { idFloor } from "#core/id";
import { NEVER_LEFT } from "#core/digest/counts";
import type { PeriodCounts } from "#core/digest/counts";
import type { CampaignFigures } from "#core/digest/figures";
import type { Span } from "#core/rota/spans";
import { STATUS_RANK } from "#core/status";

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

const words = (statuses: Iterable<string>) => [...statuses].map((status) => `'${status}'`).join(", ");
const LEFT = `direction = 'out' AND status NOT IN (${words(NEVER_LEFT)})`;

/** Without groups, which D1 counts as rows read once more. */
const SUMS = `SELECT sum(direction = 'in') AS received, sum(${LEFT}) AS sent FROM messages WHERE id >= ?1 AND id < ?2`;
const BEFORE = `${SUMS} AND (campaign_id IS NULL OR at < ?4)`;
const LATER_BEFORE = `${SUMS} AND campaign_id = ?5 AND at >= ?3 AND at < ?4`;

/** Of several attempts each follows one that failed: so many are no failures of people. */
const RESULTS = `
  SELECT ?3 AS id, sum(coalesce(attempt, 1) = 1) AS planned, sum(${LEFT} AND status <> 'undelivered') AS sent,
         sum(rank >= ${STATUS_RANK.delivered}) AS delivered, sum(status = 'pending') AS waiting,
         sum(status IN ('failed', 'undelivered')) - sum(coalesce(attempt, 1) > 1) AS failed,
         coalesce(sum(a.last_heard_at >= m.at), 0) AS replied
    FROM messages m LEFT JOIN addresses a ON a.id = m.address_id
   WHERE m.id >= ?1 AND m.id < ?2 AND m.campaign_id = ?3 HAVING count(*) > 0`;

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
  const { results: launched } = await d1
    .prepare(CAMPAIGNS)
    .bind(before.startsAt, now.endsAt)
    .all<Campaign & Record<string, unknown>>();
  const shown = launched.filter(({ state, stateAt }) => state === "sending" || stateAt >= now.startsAt);
  const times = [now.startsAt, now.endsAt] as const;
  const ids = times.map(idFloor);
  const asked = {
    messages: [bindSpan(d1, MESSAGES, now), ...countLater(d1, LATER, launched, now)],
    before: [bindSpan(d1, BEFORE, before), ...countLater(d1, LATER_BEFORE, launched, before)],
    runs: [bindSpan(d1, RUNS, now)],
    runsBefore: [bindSpan(d1, RUNS, before)],
    results: shown.map(({ id, launchedAt }) => d1.prepare(RESULTS).bind(...rangeOf(launchedAt), id)),
    optOuts: [d1.prepare(OPT_OUTS).bind(...times)],
    calls: [d1.prepare(CALLS).bind(...times)],
    voicemails: [d1.prepare(VOICEMAILS).bind(...times)],
    categories: [d1.prepare(CATEGORIES).bind(...times)],
    letters: [d1.prepare(LETTERS).bind(...times)],
    emails: [d1.prepare(EMAILS).bind(...times)],
    notices: [d1.prepare(NOTICES).bind(...ids)],
    doubtful: [d1.prepare(DOUBTFUL).bind(...ids)],
    alarms: [d1.prepare(ALARMS)],
  };
  const results = await d1.batch(Object.values(asked).flat());
  const found = new Map<string, unknown[]>();
  let next = 0;
  for (const [name, statements] of Object.entries(asked)) {
    found.set(
      name,
      results.slice(next, next + statements.length).flatMap((result) => result.results),
    );
    next += statements.length;
  }
  const rows = <Row>(name: keyof typeof asked) => (found.get(name) ?? []) as Row[];
  const count = (name: keyof typeof asked) => rows<{ count: number }>(name)[0]?.count ?? 0;
  const sum = (name: "received" | "sent") =>
    rows<Partial<Record<string, number>>>("before").reduce((total, row) => total + (row[name] ?? 0), 0);
  const campaigns = rows<Omit<CampaignFigures, "name" | "state">>("results");
  return {
    now: { messages: rows("messages"), runs: rows("runs"), optOuts: count("optOuts") },
    before: { received: sum("received"), sent: sum("sent"), runs: rows("runsBefore") },
    calls: rows("calls"),
    voicemails: rows("voicemails"),
    categories: rows("categories"),
    deadLetters: count("letters"),
    emails: count("emails"),
    notices: rows("notices"),
    doubtful: rows("doubtful"),
    alarms: rows("alarms"),
    campaigns: campaigns.flatMap((figures) =>
      shown.filter(({ id }) => id === figures.id).map(({ name, state }) => ({ ...figures, name, state })),
    ),
  };
}

/** The day at a glance. `answers`: conversations that came to their end; `calls`: those that were let in. */
export interface DayCounts {
  readonly received: number;
  readonly sent: number;
  readonly answers: number;
  readonly calls: number;
  readonly optOuts: number;
}

const GLANCE = `
  SELECT (SELECT count(*) FROM runs r INDEXED BY runs_by_finish JOIN flows f ON f.id = r.flow_id
           WHERE r.finished_at >= ?1 AND r.finished_at < ?2 AND r.disposition = 'completed') AS answers,
         (SELECT count(*) FROM calls WHERE started_at >= ?1 AND started_at < ?2 AND outcome IS NOT 'blocked') AS calls,
         (${OPT_OUTS}) AS optOuts`;

export async function countDay(d1: D1Database, span: Span): Promise<DayCounts> {
  const times = [span.startsAt, span.endsAt] as const;
  const { results: launched } = await d1
    .prepare(CAMPAIGNS)
    .bind(...times)
    .all<Campaign & Record<string, unknown>>();
  const [glance, ...sums] = await d1.batch<Partial<Record<keyof DayCounts, number>>>([
    d1.prepare(GLANCE).bind(...times),
    bindSpan(d1, BEFORE, span),
    ...countLater(d1, LATER_BEFORE, launched, span),
  ]);
  const rows = sums.flatMap(({ results }) => results);
  const sum = (name: "received" | "sent") => rows.reduce((total, row) => total + (row[name] ?? 0), 0);
  const { answers = 0, calls = 0, optOuts = 0 } = glance?.results[0] ?? {};
  return { received: sum("received"), sent: sum("sent"), answers, calls, optOuts };
}

type Statements = readonly D1PreparedStatement[];
type Campaign = Pick<CampaignFigures, "id" | "name" | "state"> & {
  readonly launchedAt: number;
  readonly stateAt: number;
};

function bindSpan(d1: D1Database, query: string, { startsAt, endsAt }: Span): D1PreparedStatement {
  return d1.prepare(query).bind(idFloor(startsAt), idFloor(endsAt), startsAt, endsAt);
}

/** The ids of a campaign's recipients. */
function rangeOf(launchedAt: number): readonly [string, string] {
  return [idFloor(launchedAt), idFloor(launchedAt + 1)];
}

/** What campaigns that were launched before a period sent in it. */
function countLater(
  d1: D1Database,
  query: string,
  launched: readonly Campaign[],
  { startsAt, endsAt }: Span,
): Statements {
  return launched
    .filter(
      ({ launchedAt, state, stateAt }) =>
        launchedAt < startsAt && (state === "sending" || stateAt >= startsAt),
    )
    .map(({ id, launchedAt }) => d1.prepare(query).bind(...rangeOf(launchedAt), startsAt, endsAt, id));
}
