// CSV in, as a person lives it: a file goes up, is looked at, checked, imported, taken back.
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { importPage } from "../../worker/actions/import-page.ts";
import { uploadKey } from "../../worker/files/keys.ts";
import { openServices } from "../../worker/services.ts";
import { call, ok } from "./api-calls.ts";
import { bringIn, contactAt, outcomes, run, takeOut, upload } from "./csv-files.ts";
import { contactOf, freshNumber } from "./story.ts";

describe("a file of contacts", () => {
  test("is looked at, checked without changing anybody, then imported", async () => {
    const [ana, bo] = [freshNumber(), freshNumber()];
    const file = `Telefon;Vorname;Nachname;Gruppe;Plan\r\n${ana};Ana;Ruiz;north;premium\r\n${bo};Bo;Li;north;basic\r\n`;
    const id = await upload(file);
    const shown = await ok(`GET /v1/imports/${id}`);
    expect(shown).toMatchObject({ state: "uploaded", delimiter: ";", encoding: "utf-8", hasHeadings: true });
    expect(shown.columns.map(({ target }: { target: { kind: string } }) => target.kind)).toEqual([
      "number",
      "attribute",
      "attribute",
      "tags",
      "attribute",
    ]);
    expect((await ok(`GET /v1/imports/${id}/preview`)).rows).toEqual([
      [ana, "Ana", "Ruiz", "north", "premium"],
      [bo, "Bo", "Li", "north", "basic"],
    ]);
    expect((await run(id, "dry-run")).counts).toEqual({ new: 2, changed: 0, same: 0, rejected: 0 });
    expect(await contactAt(ana)).toBeNull();
    expect(await run(id, "start")).toMatchObject({
      state: "imported",
      counts: { new: 2, changed: 0, same: 0, rejected: 0 },
      progress: 1,
    });
    expect(await contactAt(ana)).toMatchObject({
      name: "Ana Ruiz",
      attributes: { plan: { value: "premium", source: `import:${id}` } },
      tags: [{ tag: "north" }],
    });
    expect((await call(`POST /v1/imports/${id}/start`)).status).toBe(409);
  });

  test("its contacts have the ids that a text from the same number gives", async () => {
    const number = freshNumber();
    await bringIn(`number\n${number}\n`);
    expect((await contactAt(number)).id).toBe((await contactOf(number)).name);
  });

  test.each([
    ["keep", [], "Ana"],
    ["fill", ["attributes.plan null -> premium"], "Ana"],
    ["overwrite", ["name Ana -> Anna", "attributes.plan null -> premium"], "Anna"],
  ])("%s: somebody we know", async (rule, changes, name) => {
    const number = freshNumber();
    await ok("POST /v1/contacts", { number, name: "Ana" });
    const { id, counts } = await bringIn(`number,name,plan\n${number},Anna,premium\n`, { rule });
    expect(counts).toMatchObject(changes.length === 0 ? { same: 1 } : { changed: 1 });
    expect(await outcomes(id)).toEqual([
      changes.length === 0 ? "2 same" : `2 changed: ${changes.join(", ")}`,
    ]);
    expect((await contactAt(number)).name).toBe(name);
  });

  test("an empty cell clears nothing, and the same file again is the same", async () => {
    const number = freshNumber();
    await ok("POST /v1/contacts", { number, name: "Ana", attributes: { plan: "basic" } });
    const file = `number,name,plan,tags\n${number},,premium,vip\n`;
    expect((await bringIn(file, { rule: "overwrite" })).counts).toMatchObject({ changed: 1 });
    expect((await contactAt(number)).name).toBe("Ana");
    expect((await bringIn(file, { rule: "overwrite" })).counts).toMatchObject({ same: 1, changed: 0 });
  });

  test("every staff write of it is on record", async () => {
    const { id } = await bringIn(`number\n${freshNumber()}\n`, { addTags: ["fair"] });
    await run(id, "undo");
    const { data } = await ok(`GET /v1/audit?subjectKind=import&subjectId=${id}`);
    expect(data.map(({ action }: { action: string }) => action)).toEqual([
      "import.undo",
      "import.import",
      "import.change",
      "import.upload",
    ]);
  });
});

/** What is left of an import. */
const traces = async (id: string): Promise<readonly unknown[]> => [
  (await call(`GET /v1/imports/${id}`)).status,
  await env.DB.prepare("SELECT count(*) AS count FROM import_rows WHERE import_id = ?")
    .bind(id)
    .first("count"),
  await env.FILES.head(uploadKey(id)),
];
const discard = async (id: string) => (await call(`DELETE /v1/imports/${id}`)).status;

describe("a file that was not imported", () => {
  const GONE = [404, 0, null];

  test("is discarded, with what a dry run found, and that is on record", async () => {
    const number = freshNumber();
    const [fresh, tried] = [await upload(`number\n${number}\n`), await upload(`number\n${number}\nnobody\n`)];
    await run(tried, "dry-run");
    expect((await traces(tried)).slice(0, 2)).toEqual([200, 2]);
    expect([await discard(fresh), await discard(tried)]).toEqual([204, 204]);
    expect([await traces(fresh), await traces(tried)]).toEqual([GONE, GONE]);
    expect(await contactAt(number)).toBeNull();
    const { data } = await ok(`GET /v1/audit?subjectKind=import&subjectId=${tried}`);
    expect(data.map(({ action }: { action: string }) => action)).toEqual([
      "import.discard",
      "import.check",
      "import.upload",
    ]);
    expect([await discard(tried), await discard("nothing")]).toEqual([404, 404]);
  });

  test("of more rows than go at once leaves none", async () => {
    const id = await upload(`number\n${Array.from({ length: 4_500 }, () => "nobody\n").join("")}`);
    expect((await run(id, "dry-run")).counts.rejected).toBe(4_500);
    expect(await discard(id)).toBe(204);
    expect(await traces(id)).toEqual(GONE);
  });

  test("stays discarded while its dry run is at work, and can be discarded where that stopped", async () => {
    const services = await openServices(env);
    const stopped = await upload(`number\n${freshNumber()}\n`);
    await env.FILES.delete(uploadKey(stopped));
    expect(await run(stopped, "dry-run")).toMatchObject({ state: "failed" });
    const busy = await upload(`number\n${freshNumber()}\n`);
    await env.DB.prepare("UPDATE imports SET state = 'checking' WHERE id = ?").bind(busy).run();
    expect([await discard(stopped), await discard(busy)]).toEqual([204, 204]);
    await importPage(services, busy);
    expect([await traces(stopped), await traces(busy)]).toEqual([GONE, GONE]);
  });

  test("is told from one that was: what that brought is taken back", async () => {
    const number = freshNumber();
    const { id } = await bringIn(`number\n${number}\n`);
    const { status, body } = await call(`DELETE /v1/imports/${id}`);
    expect([status, body.error.message]).toEqual([409, "It was imported: take it back instead."]);
    expect((await traces(id)).slice(0, 2)).toEqual([200, 1]);
    expect(await env.FILES.head(uploadKey(id))).not.toBeNull();
    expect(await contactAt(number)).not.toBeNull();
  });
});

describe("an undo", () => {
  test("removes whom nobody touched, and puts back what still holds the import's value", async () => {
    const [fresh, known, touched] = [freshNumber(), freshNumber(), freshNumber()];
    await ok("POST /v1/contacts", {
      number: known,
      name: "Kim",
      attributes: { plan: "basic" },
      tags: ["old"],
    });
    const before = await contactAt(known);
    const { id } = await bringIn(
      `number,name,plan,city,tags,agreed\n${fresh},Fay,premium,Rome,new,yes\n${known},Kimberly,premium,Oslo,new,yes\n${touched},Tom,premium,Paris,new,\n`,
      { rule: "overwrite", mapping: { agreed: { kind: "grant" } } },
    );
    await ok(`PATCH /v1/contacts/${(await contactAt(touched)).id}`, { attributes: { plan: "gold" } });
    await ok(`PATCH /v1/contacts/${before.id}`, { attributes: { city: "Bergen" } });
    expect((await run(id, "undo")).undone).toEqual({ removed: 1, reverted: 2 });
    expect(await contactAt(fresh)).toBeNull();
    expect(await contactAt(touched)).toMatchObject({
      name: null,
      attributes: { plan: { value: "gold" } },
      tags: [],
    });
    const after = await contactAt(known);
    expect(after).toMatchObject({ name: "Kim", tags: before.tags });
    expect(after.attributes.plan).toEqual(before.attributes.plan);
    expect(after.attributes.city.value).toBe("Bergen");
    const { results } = await env.DB.prepare("SELECT granted_at FROM permissions WHERE granted_at > 0").all();
    expect(results).toEqual([]);
  });

  test("never takes a refusal back", async () => {
    const [told, own] = [freshNumber(), freshNumber()];
    const { id } = await bringIn(`number,opted out\n${told},yes\n${own},\n`);
    await env.DB.prepare("UPDATE addresses SET opted_out_at = 5 WHERE value = ?").bind(own).run();
    await run(id, "undo");
    expect(await contactAt(told)).not.toBeNull();
    expect(await contactAt(own)).not.toBeNull();
    const row = await env.DB.prepare(
      "SELECT suppressed_at > 0 AS suppressed FROM permissions p JOIN addresses a ON a.id = p.address_id WHERE a.value = ?",
    )
      .bind(told)
      .first();
    expect(row).toEqual({ suppressed: 1 });
  });
});

test("a viewer sees how an import went, but no row of it and no export", async () => {
  const { token } = await ok("POST /v1/tokens", { name: "dashboard", role: "viewer" });
  const { id } = await bringIn(`number\n${freshNumber()}\n`);
  expect((await call(`GET /v1/imports/${id}`, undefined, { token })).status).toBe(200);
  for (const where of [
    `GET /v1/imports/${id}/rows`,
    `GET /v1/imports/${id}/rejects`,
    "POST /v1/exports",
    `GET /v1/exports/${id}/file`,
  ]) {
    expect([where, (await call(where, undefined, { token })).status]).toEqual([where, 403]);
  }
});

describe("an export", () => {
  test("begins with the import's columns, and has what became of people since", async () => {
    const number = freshNumber();
    const { id } = await bringIn(`Notes,Phone,Plan,Notes\n"said ""hi""\nand left",${number},basic,=1+1\n`, {
      mapping: [{ kind: "keep" }, { kind: "number" }, { kind: "attribute", name: "plan" }, { kind: "keep" }],
    });
    await ok(`PATCH /v1/contacts/${(await contactAt(number)).id}`, {
      attributes: { plan: "+gold" },
      addTags: ["vip"],
    });
    const text = await takeOut({ importId: id });
    const [headings = "", ...rest] = text.split("\r\n");
    expect(headings).toMatch(/^Notes,Phone,Plan,Notes,Name,Language,Time zone,Tags/);
    expect(rest.join("\r\n")).toContain(`"said ""hi""\nand left",'${number},'+gold,'=1+1,,,,vip`);
  });
});
