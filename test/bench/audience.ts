// An audience of 100,000 among 120,000 contacts: forecast and frozen, in time and in D1's rows.
export const PEOPLE = 100_000;
export const CONTACTS = 120_000;
/** Rows a statement writes: D1 allows 30 s each. */
const AT_ONCE = 20_000;

export interface AudienceRun {
  readonly people: number;
  readonly ms: number;
  readonly rowsRead: number;
  readonly rowsWritten: number;
}

export interface AudienceFigures {
  readonly forecast: AudienceRun;
  readonly freeze: AudienceRun;
}

/** Everyone has a number, a grant, a first name and a plan; of six contacts five are premium. */
export async function measureAudience(url: string): Promise<AudienceFigures> {
  for (let from = 0; from < CONTACTS; from += AT_ONCE)
    await post(`${url}/bench/sql`, people(from, from + AT_ONCE));
  const run = (what: string) => post(`${url}/bench/audience`, { what }) as Promise<AudienceRun>;
  return { forecast: await run("forecast"), freeze: await run("freeze") };
}

function people(from: number, to: number) {
  const each = `WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${to}),
    p AS (SELECT i, printf('%08x-0000-8000-8000-%012x', i * 2654435761 % 4294967296, i) AS id FROM n)`;
  return [
    `INSERT INTO contacts (id, created_at) ${each} SELECT id, 0 FROM p`,
    `INSERT INTO addresses (id, contact_id, kind, value)
     ${each} SELECT id, id, 'phone', '+1212' || printf('%07d', 2000000 + i) FROM p`,
    `INSERT INTO permissions (address_id, channel, granted_at) ${each} SELECT id, '*', 1 FROM p`,
    `INSERT INTO attributes (contact_id, name, value, changed_at, source)
     ${each} SELECT id, 'first_name', '"Ana"', 0, 'bench' FROM p
     UNION ALL SELECT id, 'plan', iif(i % 6 = 0, '"basic"', '"premium"'), 0, 'bench' FROM p`,
  ].map((query) => ({ query, bind: [] }));
}

async function post(url: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, { method: "POST", body: JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 500)}`);
  return text === "ok" ? null : JSON.parse(text);
}
