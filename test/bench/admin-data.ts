// People and answers for the admin's part of the bench: names, tags, plans and consent as spread as those of real lists.

/** Rows a statement writes: D1 allows 30 s each. */
const AT_ONCE = 20_000;
export const FLOW = "0193a3f0-0000-7000-8000-0000000f1005";

/** When the first of them wrote, epoch milliseconds: the newest ones are of this year. */
const BEGUN = 1_770_000_000_000;
const APART_MS = 180_000;

export async function addFlow(url: string): Promise<void> {
  const draft = JSON.stringify({ schema: 1, languages: ["en"], nodes: [] });
  await write(url, [
    `INSERT INTO flows (id, slug, name, draft, revision, created_at, changed_at)
     VALUES ('${FLOW}', 'bench', 'Bench', '${draft}', 1, 0, 0)`,
  ]);
}

/** Contacts numbered `from` to `to`, the end excluded, and a finished response of each. */
export async function addPeople(url: string, from: number, to: number): Promise<void> {
  for (let first = from; first < to; first += AT_ONCE)
    await write(url, statements(first, Math.min(first + AT_ONCE, to)));
}

function statements(from: number, to: number): readonly string[] {
  const each = `WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${to}),
    p AS (SELECT i, ${BEGUN} + i * ${APART_MS} AS at, printf('%08x-0000-8000-8000-%012x', i * 2654435761 % 4294967296, i) AS id FROM n)`;
  const runId =
    "substr(printf('%012x', at), 1, 8) || '-' || substr(printf('%012x', at), 9) || '-7000-8000-' || printf('%012x', i)";
  return [
    `INSERT INTO contacts (id, name, language, zone, created_at) ${each}
     SELECT id, CASE WHEN i % 10 > 0 THEN ${pick(FIRST_NAMES, "i % 5")} || ' ' || ${pick(LAST_NAMES, "i / 5 % 4")} || ' ' || i END,
            ${pick(["en", "es", "fr"], "i % 3")}, 'Europe/London', at FROM p`,
    `INSERT INTO addresses (id, contact_id, kind, value, last_heard_at)
     ${each} SELECT id, id, 'phone', '+1212' || printf('%07d', 2000000 + i), at FROM p`,
    `INSERT INTO permissions (address_id, channel, granted_at) ${each} SELECT id, '*', at FROM p WHERE i % 2 = 0`,
    `INSERT INTO tags (contact_id, tag, present, changed_at, source)
     ${each} SELECT id, ${pick(["north", "south", "east", "west"], "i % 4")}, 1, at, 'bench' FROM p
     UNION ALL SELECT id, 'rare', 1, at, 'bench' FROM p WHERE i % 500 = 0`,
    `INSERT INTO attributes (contact_id, name, value, changed_at, source)
     ${each} SELECT id, 'first_name', '"Ana"', at, 'bench' FROM p
     UNION ALL SELECT id, 'plan', ${pick(['"free"', '"pro"'], "i % 2")}, at, 'bench' FROM p`,
    `INSERT INTO categories (contact_id, funnel, category, changed_at, source)
     ${each} SELECT id, 'energy', ${pick(["Interested", "Later"], "i / 5 % 2")}, at, 'bench' FROM p WHERE i % 5 = 0`,
    `INSERT INTO runs (id, flow_id, version_id, address_id, line_id, source, phase, turn, language, disposition, answers, variants, visits, started_at, heard_at, finished_at)
     ${each} SELECT ${runId}, '${FLOW}', '1', id, '1', 'inbound', 'finished', 3, 'en', ${pick(["completed", "partial", "breakoff"], "i % 3")},
       json_object('rating', json_object('value', i % 5 + 1, 'label', i % 5 + 1, 'words', 'about ' || (i % 5 + 1)),
                   'why', json_object('value', 'Because of reason ' || (i * 7919 % 100003), 'label', 'Because', 'words', 'because ' || i)),
       '{}', '{"0":[{"node":"rating","to":null}],"1":[{"node":"rating","to":"why"},{"node":"why","to":null}],"2":[{"node":"why","to":"end"}]}',
       at, at + 60000, at + 60000 FROM p`,
  ];
}

/** One of the words, by a number of SQL. */
function pick(words: readonly string[], by: string): string {
  return `(json('${JSON.stringify(words)}') ->> (${by}))`;
}

const FIRST_NAMES = ["Ana", "Élodie", "Bob", "Şebnem", "Zoë"];
const LAST_NAMES = ["Smith", "García", "Owen", "Müller"];

async function write(url: string, queries: readonly string[]): Promise<void> {
  const body = JSON.stringify(queries.map((query) => ({ query, bind: [] })));
  const response = await fetch(`${url}/bench/sql`, { method: "POST", body });
  if (!response.ok) throw new Error(`the data were answered ${response.status}: ${await response.text()}`);
}
