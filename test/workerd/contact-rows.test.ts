// What else there is about a person - lists, funnels, imports, answers kept for repeated requests - moves with them and goes with them.
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { call, ok } from "./api-calls.ts";
import { eventually, freshNumber } from "./story.ts";

const SECRET = "a secret of theirs";

function run(query: string, ...bindings: readonly (string | number | null)[]) {
  return env.DB.prepare(query)
    .bind(...bindings)
    .run();
}

async function rows(query: string, ...bindings: readonly string[]): Promise<object[]> {
  return (
    await env.DB.prepare(query)
      .bind(...bindings)
      .all()
  ).results;
}

/** A row with these values, and anything at all in the columns that may not be empty. */
async function fill(table: string, values: Readonly<Record<string, string | number>>): Promise<void> {
  const { results } = await env.DB.prepare(
    `SELECT name, type FROM pragma_table_info(?) WHERE "notnull" = 1 OR pk > 0`,
  )
    .bind(table)
    .all<{ name: string; type: string }>();
  const needed = results.map(({ name, type }): [string, string | number] => [
    name,
    type === "TEXT" ? "[]" : 1,
  ]);
  const row = { ...Object.fromEntries(needed), ...values };
  const names = Object.keys(row);
  await run(
    `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
    ...Object.values(row),
  );
}

/** On a list, in funnels under a category, and row 2 of an import. */
async function spreadOut(contactId: string, name: string, funnels: readonly string[]): Promise<void> {
  const of = { contact_id: contactId };
  await fill("segment_members", { ...of, segment_id: `list-${name}` });
  for (const funnel of funnels) {
    await run(
      `INSERT OR IGNORE INTO funnels (id, key, config, revision, state, created_at, changed_at)
       VALUES (?1, ?1, '{}', 1, 'running', 1, 1)`,
      funnel,
    );
    await fill("funnel_members", { ...of, funnel_id: funnel, category: name });
    await fill("funnel_moves", { ...of, funnel_id: funnel });
    await fill("funnel_answers", { ...of, funnel_id: funnel, category: name });
  }
  const said = JSON.stringify({ note: SECRET });
  await fill("imports", { id: `import-${contactId}`, state: "imported" });
  await fill("import_rows", { ...of, import_id: `import-${contactId}`, row: 2, changes: said, cells: said });
}

test("merging moves them; in a funnel both are in, the one that stays keeps its place", async () => {
  const [into, from] = [
    await ok("POST /v1/contacts", { number: freshNumber() }),
    await ok("POST /v1/contacts", { number: freshNumber() }),
  ];
  await spreadOut(into.id, "into", ["both"]);
  await spreadOut(from.id, "from", ["both", "only"]);
  await ok(`POST /v1/contacts/${into.id}/merge`, { from: from.id });
  expect(
    await rows("SELECT segment_id FROM segment_members WHERE contact_id = ? ORDER BY 1", into.id),
  ).toEqual([{ segment_id: "list-from" }, { segment_id: "list-into" }]);
  expect(
    await rows("SELECT funnel_id, category FROM funnel_members WHERE contact_id = ? ORDER BY 1", into.id),
  ).toEqual([
    { funnel_id: "both", category: "into" },
    { funnel_id: "only", category: "from" },
  ]);
  expect(await rows("SELECT funnel_id FROM funnel_moves WHERE contact_id = ? ORDER BY 1", into.id)).toEqual([
    { funnel_id: "both" },
    { funnel_id: "only" },
  ]);
  expect(await rows("SELECT row FROM import_rows WHERE contact_id = ?", into.id)).toHaveLength(2);

  const body = await ok(`GET /v1/contacts/${into.id}/everything`);
  expect(body.lists).toHaveLength(2);
  expect(body.funnels).toHaveLength(2);
  expect(body.funnelAnswers).toHaveLength(3);
  expect(body.imported).toMatchObject([{ cells: { note: SECRET } }, { cells: { note: SECRET } }]);
});

test("erasing takes them off lists, empties what an import said, and forgets kept answers", async () => {
  const number = freshNumber();
  const { id } = await ok("POST /v1/contacts", { number, name: SECRET });
  await spreadOut(id, "erased", ["any"]);
  await fill("idempotency", { key: "kept", answer: JSON.stringify({ id, name: SECRET }) });
  await fill("exports", { id: `export-${id}`, state: "done", parts: "[3]" });
  const files = [`imports/import-${id}.csv`, `exports/export-${id}/000000.csv`];
  for (const file of files) await env.FILES.put(file, SECRET);
  await ok(`DELETE /v1/contacts/${id}?confirm=erase`);
  for (const file of files) await eventually(async () => (await env.FILES.head(file)) === null);
  expect((await call(`GET /v1/exports/export-${id}/file`)).status).toBe(404);
  for (const table of ["segment_members", "import_rows", "idempotency", "contacts", "audit"]) {
    const all = JSON.stringify(
      await rows(`SELECT * FROM ${table} WHERE instr(json_array(${await columnsOf(table)}), ?) > 0`, id),
    );
    expect({ table, all }).not.toEqual({ table, all: expect.stringContaining(SECRET) });
    expect({ table, all }).not.toEqual({ table, all: expect.stringContaining(number) });
  }
  expect(await rows("SELECT 1 FROM segment_members WHERE contact_id = ?", id)).toEqual([]);
  expect(await rows("SELECT 1 FROM funnel_answers WHERE contact_id = ?", id)).toEqual([]);
});

async function columnsOf(table: string): Promise<string> {
  const { results } = await env.DB.prepare("SELECT name FROM pragma_table_info(?)")
    .bind(table)
    .all<{ name: string }>();
  return results.map(({ name }) => `"${name}"`).join(", ");
}
