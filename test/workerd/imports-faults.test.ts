// An import that is broken off, doubled or overtaken: at the end every row has had its effect once, and nobody's refusal is lost.
import { createMessageBatch } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import type { WorkJob } from "#core/work";
import { applyRecords } from "../../worker/actions/apply-records.ts";
import { exportPage } from "../../worker/actions/export-page.ts";
import { importPage } from "../../worker/actions/import-page.ts";
import { purgeFiles } from "../../worker/actions/purge-files.ts";
import { sweepStuckWork } from "../../worker/actions/sweep-stuck-work.ts";
import { undoImportPage } from "../../worker/actions/undo-import-page.ts";
import { consumeWork } from "../../worker/queues/work.ts";
import { openServices } from "../../worker/services.ts";
import type { Services } from "../../worker/services.ts";
import { makeContactsCsv } from "../system/contacts-csv.ts";
import { call, ok } from "./api-calls.ts";
import { bringIn, contactAt, outcomes, run, upload } from "./csv-files.ts";
import { countedEnv } from "./counting.ts";
import { Fault, withFault } from "./faults.ts";
import { ask, contactOf, eventually, freshNumber } from "./story.ts";

const ROWS = 2_500;

/** Services that send no work on, so that a test takes each step itself. */
async function stepping(): Promise<Services> {
  const services = await openServices(env);
  const work = { ...services.work, send: () => Promise.resolve() } as unknown as Queue<WorkJob>;
  return { ...services, work };
}

/** As the API begins it, but for the first job. */
async function begin(id: string, state: "importing" | "undoing"): Promise<void> {
  await env.DB.prepare(
    "UPDATE imports SET state = ?2, started_at = coalesce(started_at, ?3), started_by = 'test', step = step + 1, next_row = ?4 WHERE id = ?1",
  )
    .bind(id, state, Date.now(), state === "undoing" ? 0 : 1)
    .run();
}

async function stateOf(id: string): Promise<{ state: string; rows: number }> {
  const row = await env.DB.prepare(
    "SELECT state, rows_new + rows_changed + rows_same + rows_rejected AS rows FROM imports WHERE id = ?",
  )
    .bind(id)
    .first<{ state: string; rows: number }>();
  if (row === null) throw new Error(`no import ${id}`);
  return row;
}

async function counted(query: string, ...bound: unknown[]): Promise<number> {
  const row = await env.DB.prepare(query)
    .bind(...bound)
    .first<{ count: number }>();
  return row?.count ?? 0;
}

/** What went wrong on purpose; the query builder wraps it. */
function faultIn(error: unknown): string | null {
  if (error instanceof Fault) return error.message;
  return error instanceof Error ? faultIn(error.cause) : null;
}

describe("a step", () => {
  test("that fails before or after each of its outside calls is done once when it is done again", async () => {
    const csv = makeContactsCsv(ROWS);
    const id = await upload(csv.text);
    await begin(id, "importing");
    const services = await stepping();
    const failed: string[] = [];
    for (let site = 0; (await stateOf(id)).state === "importing"; site += 1) {
      for (const what of ["fails-before", "fails-after"] as const) {
        const faulty = withFault(services, { site: site % 6, what }, () => Promise.resolve());
        const over = await importPage(faulty.services, id).catch((error: unknown) => error);
        const fault = faultIn(over);
        if (fault !== null) failed.push(fault);
        else if (over !== undefined) throw over;
      }
    }
    const sites = ["d1.raw", "files.get", "d1.all", "d1.batch"];
    const each = sites.flatMap((site) => [`before ${site}`, `after ${site}`]);
    expect(failed).toEqual(expect.arrayContaining(each));
    expect((await stateOf(id)).rows).toBe(ROWS);
    expect(await counted("SELECT count(*) AS count FROM import_rows WHERE import_id = ?", id)).toBe(ROWS);
    expect(
      await counted("SELECT count(*) AS count FROM contacts WHERE name_source = ?", `import:${id}`),
    ).toBe(csv.accepted);

    await begin(id, "undoing");
    for (let site = 0; (await stateOf(id)).state === "undoing"; site += 1) {
      const faulty = withFault(services, { site: site % 4, what: "fails-after" }, () => Promise.resolve());
      await undoImportPage(faulty.services, id).catch(() => undefined);
    }
    expect(await counted("SELECT count(*) AS count FROM addresses WHERE value LIKE '+13032%'")).toBe(0);
    expect(await counted("SELECT count(*) AS count FROM attributes WHERE source = ?", `import:${id}`)).toBe(
      0,
    );
  }, 120_000);

  test("late in the file costs no more rows of D1 than an early one", async () => {
    const csv = makeContactsCsv(4_000);
    const id = await upload(csv.text);
    await begin(id, "importing");
    const { env: counted, counts } = countedEnv();
    const { d1 } = await openServices(counted);
    const services = { ...(await stepping()), d1 };
    const costs: { read: number; written: number }[] = [];
    while ((await stateOf(id)).state === "importing") {
      const before = { ...counts };
      await importPage(services, id);
      costs.push({
        read: counts.d1RowsRead - before.d1RowsRead,
        written: counts.d1RowsWritten - before.d1RowsWritten,
      });
    }
    const [, second, third, fourth] = costs;
    expect(costs.length).toBeGreaterThanOrEqual(4);
    // A look for the people among the rows before them costs an entry of the index each, wherever they are.
    for (const page of [third, fourth]) {
      expect(page?.read).toBeLessThan(1.1 * (second?.read ?? 0));
      expect(page?.written).toBeLessThan(1.1 * (second?.written ?? 0));
    }
    expect(second?.read).toBeLessThan(15_000);
  });

  test("that is done twice at once counts once", async () => {
    const id = await upload(makeContactsCsv(200).text, { addTags: ["twice"] });
    await begin(id, "importing");
    const services = await stepping();
    await Promise.all([importPage(services, id), importPage(services, id), importPage(services, id)]);
    expect(await stateOf(id)).toEqual({ state: "imported", rows: 200 });
  });

  test("delivered five times more by the queue changes nothing", async () => {
    const { id, counts } = await bringIn(`number\n${freshNumber()}\n`);
    const job = (attempts: number) => ({
      id: `again-${attempts}`,
      timestamp: new Date(0),
      attempts,
      body: { kind: "import", importId: id } as const,
    });
    const batch = createMessageBatch<WorkJob>("partyline-work", [1, 2, 3, 4, 5].map(job));
    await consumeWork(await openServices(env), batch);
    expect((await ok(`GET /v1/imports/${id}`)).counts).toEqual(counts);
  });

  test("that nobody asked for is asked for by the sweep, and only after a while", async () => {
    const id = await upload(`number\n${freshNumber()}\n`);
    await begin(id, "importing");
    const services = await openServices(env);
    expect(await sweepStuckWork(services)).toBe(0);
    const later = { ...services.clock, now: () => services.clock.now() + 6 * 60_000 };
    expect(await sweepStuckWork({ ...services, clock: later })).toBe(1);
    await eventually(async () => (await stateOf(id)).state === "imported");
  });

  test("without its file fails with the reason", async () => {
    const id = await upload(`number\n${freshNumber()}\n`);
    await env.FILES.delete(`imports/${id}.csv`);
    expect(await run(id, "start")).toMatchObject({
      state: "failed",
      failure: "The file is not there any more.",
    });
  });

  test("of an export that fails after its file is written writes it again", async () => {
    const { id: importId } = await bringIn(`number,name\n${freshNumber()},Ana\n`);
    const { id } = await ok("POST /v1/exports", { importId });
    const services = await stepping();
    const faulty = withFault(services, { site: 0, what: "fails-after" }, () => Promise.resolve());
    await exportPage(faulty.services, id).catch(() => undefined);
    await eventually(async () => (await ok(`GET /v1/exports/${id}`)).state === "done");
    const text = String((await call(`GET /v1/exports/${id}/file`)).body);
    expect(text.split("\r\n")).toHaveLength(3);
  });
});

describe("a person's own decision", () => {
  test("STOP outlives an import that says they agreed, and its undo", async () => {
    const number = freshNumber();
    await ask(number, "STOP");
    await eventually(() =>
      env.DB.prepare("SELECT 1 FROM addresses WHERE value = ? AND opted_out_at > 0").bind(number).first(),
    );
    const { id } = await bringIn(`number,name,consent\n${number},Ana,yes\n`, { rule: "overwrite" });
    expect(
      await counted(
        "SELECT count(*) AS count FROM permissions p JOIN addresses a ON a.id = p.address_id WHERE a.value = ? AND granted_at > 0",
        number,
      ),
    ).toBe(0);
    await run(id, "undo");
    expect((await contactAt(number)).addresses[0].consent).toBe("opted-out");
  });

  test("somebody who said STOP and was erased is not stored again", async () => {
    const number = freshNumber();
    await ask(number, "STOP");
    await (await contactOf(number)).erase({ now: Date.now() });
    const addressId = (await contactOf(number)).name ?? "";
    await eventually(() =>
      env.DB.prepare("SELECT 1 FROM addresses WHERE id = ? AND erased_at > 0 AND opted_out_at > 0")
        .bind(addressId)
        .first(),
    );
    const { id } = await bringIn(`number,name,consent\n${number},Ana,yes\n`);
    expect(await outcomes(id)).toEqual(["2 rejected: forgotten"]);
    const row = await env.DB.prepare("SELECT value, opted_out_at > 0 AS out FROM addresses WHERE id = ?")
      .bind(addressId)
      .first();
    expect(row).toEqual({ value: null, out: 1 });
  });

  test("erasing reaches into what imports keep", async () => {
    const number = freshNumber();
    const { id } = await bringIn(`number,name,Column 3\n${number},Ana Secret,a secret note\n`);
    const addressId = (await contactOf(number)).name ?? "";
    await applyRecords(await openServices(env), [{ kind: "erase", addressId, at: Date.now() }]);
    const { results } = await env.DB.prepare("SELECT * FROM import_rows WHERE import_id = ?").bind(id).all();
    expect(JSON.stringify(results)).not.toContain("ecret");
    expect(results).toMatchObject([{ outcome: "new" }]);
  });
});

test("files go after their time, and with them the cells of rejected rows", async () => {
  const { id } = await bringIn(`number,name\nnone,Ana\n`);
  const { id: exportId } = await ok("POST /v1/exports", {});
  await eventually(async () => (await ok(`GET /v1/exports/${exportId}`)).state === "done");
  const services = await openServices(env);
  await purgeFiles(services);
  expect(await env.FILES.head(`imports/${id}.csv`)).not.toBeNull();
  const clock = { ...services.clock, now: () => services.clock.now() + 31 * 86_400_000 };
  await purgeFiles({ ...services, clock });
  expect((await env.FILES.list({ prefix: "imports/" })).objects).toEqual([]);
  expect((await env.FILES.list({ prefix: "exports/" })).objects).toEqual([]);
  expect(
    await counted(
      "SELECT count(*) AS count FROM import_rows WHERE outcome = 'rejected' AND cells IS NOT NULL",
    ),
  ).toBe(0);
  expect((await call(`GET /v1/exports/${exportId}/file`)).status).toBe(404);
});
