// The digest of a day among ten days, and among a hundred: what it reads must not grow with what lies before.
import type { Part } from "./row.ts";

const DAY_MS = 86_400_000;
const TUESDAY = Date.parse("2026-11-17T00:00Z");
/** Conversations a day: six texts, a run, a category and a consent each; of ten one is an opt-out, one calls, and one leaves a notice. */
const PEOPLE = 1_000;
/** Of the campaign of every day. */
const RECIPIENTS = 1_000;
const ROWS_A_DAY = PEOPLE * 9 + (PEOPLE / 10) * 2 + RECIPIENTS;
const ARCHIVES = [10, 100] as const;
/** What the README promises. */
const TIMES_MAX = 5;

export interface DigestRun {
  readonly rowsRead: number;
  readonly ms: number;
  readonly received: number;
}

export async function measureDigest(origin: string): Promise<Part> {
  await post(`${origin}/bench/sql`, basis());
  const runs: DigestRun[] = [];
  let days = 0;
  for (const archive of ARCHIVES) {
    for (; days < archive; days += 1) await post(`${origin}/bench/sql`, day(days));
    const span = { startsAt: TUESDAY, endsAt: TUESDAY + DAY_MS };
    runs.push((await post(`${origin}/bench/digest`, span)) as DigestRun);
  }
  const [small, large] = runs as [DigestRun, DigestRun];
  const times = large.rowsRead / ROWS_A_DAY;
  const places = ARCHIVES.map((archive) => `${archive} days`).join(", ");
  return {
    rows: [
      [
        `digest of a day among ${places}: rows of D1 read`,
        runs.map(({ rowsRead }) => rowsRead.toLocaleString("en")).join(", "),
        `a day has ${ROWS_A_DAY.toLocaleString("en")}, the day before is read as well: ${times.toFixed(1)} x; limit ${TIMES_MAX} x`,
      ],
      [
        "digest of a day: time",
        runs.map(({ ms }) => `${ms} ms`).join(", "),
        `${large.received.toLocaleString("en")} texts that came in`,
      ],
    ],
    broken: [
      ...(large.rowsRead === small.rowsRead ? [] : ["a longer archive cost the digest more rows"]),
      ...(times > TIMES_MAX ? [`the digest read ${times.toFixed(1)} times the day's rows`] : []),
    ],
  };
}

const FLOW = {
  schema: 1,
  languages: ["en"],
  nodes: [{ id: "why", kind: "ask", text: { en: "Why?" }, answer: { kind: "text" } }],
};

function basis() {
  return [
    {
      query:
        "INSERT INTO flows (id, slug, name, draft, revision, created_at, changed_at) VALUES ('flow', 'f', 'Survey', '{}', 1, 0, 0)",
      bind: [],
    },
    {
      query:
        "INSERT INTO flow_versions (id, flow_id, number, document, quick_replies, published_at, published_by) VALUES ('version', 'flow', 1, ?, '[]', 0, 'owner')",
      bind: [JSON.stringify(FLOW)],
    },
  ];
}

/** The first is the one that is told; the others lie before it. */
function day(index: number) {
  const from = TUESDAY - index * DAY_MS;
  const launchedAt = from + DAY_MS / 2;
  const each = (
    more = 1,
  ) => `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${PEOPLE * more}),
    p AS (SELECT i, ${from} + i * ${Math.floor(DAY_MS / PEOPLE / 6)} AS at,
                 printf('%08x-%04x-7000-8000-%012x', (${from} + i * ${Math.floor(DAY_MS / PEOPLE / 6)}) / 65536,
                        (${from} + i * ${Math.floor(DAY_MS / PEOPLE / 6)}) % 65536, i) AS id FROM n)`;
  return [
    `INSERT INTO messages (id, address_id, direction, channel, kind, body, media, status, rank, receipts, at)
     ${each(6)} SELECT id, printf('a%d', i % ${PEOPLE}), iif(i % 2, 'in', 'out'), 'sms', 'flow', 'x', '[]',
                       iif(i % 2, 'received', iif(i % 50, 'delivered', 'failed')), 54, '[]', at FROM p`,
    `INSERT INTO runs (id, flow_id, version_id, address_id, line_id, source, phase, turn, language, disposition, answers, variants, visits, started_at, finished_at)
     ${each()} SELECT id, 'flow', 'version', printf('a%d', i), 'line', 'inbound', 'finished', 3, 'en', 'completed',
                      '{"why":{"value":"Because","label":"Because","words":"Because","at":0,"turn":1}}', '{}', '{}', at, at FROM p`,
    `INSERT INTO categories (contact_id, funnel, category, changed_at, source)
     ${each()} SELECT id, 'lead', iif(i % 2, 'hot', 'cold'), at, 'flow' FROM p`,
    `INSERT INTO consents (address_id, id, kind, source, words, at)
     ${each()} SELECT id, id, iif(i % 10, 'grant', 'opt-out'), 'person', '', at FROM p`,
    `INSERT INTO calls (id, helpline_id, number, seq, state, language, trace, started_at, ended_at, outcome)
     ${each()} SELECT id, 'group', '+12025550100', 1, 'ended', 'en', '[]', at, at, 'answered' FROM p WHERE i % 10 = 0`,
    `INSERT INTO messages (id, address_id, direction, channel, kind, body, media, status, rank, receipts, at, campaign_id)
     WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${RECIPIENTS})
     SELECT printf('%08x-%04x-8000-8000-%012x', ${launchedAt} / 65536, ${launchedAt} % 65536, i), printf('a%d', i), 'out', 'sms',
            'campaign', 'x', '[]', 'delivered', 54, '[]', ${launchedAt} + i, 'campaign-${index}' FROM n`,
    `INSERT INTO campaigns (id, name, line_id, config, revision, state, state_seq, state_at, state_by, launched_at, created_at, created_by, changed_at)
     VALUES ('campaign-${index}', 'Parcels', 'line', '{}', 1, 'done', 1, ${launchedAt}, 'owner', ${launchedAt}, 0, 'owner', 0)`,
    ...(index > 0
      ? []
      : [
          `INSERT INTO addresses (id, contact_id, kind) ${each()} SELECT printf('a%d', i), printf('a%d', i), 'phone' FROM p`,
        ]),
    `INSERT INTO notices (id, kind, text, at, done_at)
     ${each()} SELECT id, 'unmatched', '', at, at FROM p WHERE i % 10 = 0`,
  ].map((query) => ({ query, bind: [] }));
}

async function post(url: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, { method: "POST", body: JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 500)}`);
  return text === "ok" ? null : JSON.parse(text);
}
