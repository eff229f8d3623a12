// CSV in, end to end inside the runtime: a file goes up, its rows are judged, contacts are in D1.
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { ok, call } from "./api-calls.ts";
import { eventually, freshNumber } from "./story.ts";

/** Uploads a file and settles it; returns the import's id. */
async function upload(file: string | Uint8Array<ArrayBuffer>, settings: object = {}): Promise<string> {
  const { id } = await ok("POST /v1/imports?fileName=people.csv", undefined, { raw: file });
  if (Object.keys(settings).length > 0) await ok(`PATCH /v1/imports/${id}`, settings);
  return id;
}

/** Lets it run and waits until it is over. */
async function run(id: string, pass: "dry-run" | "start" | "undo") {
  await ok(`POST /v1/imports/${id}/${pass}`);
  return eventually(async () => {
    const shown = await ok(`GET /v1/imports/${id}`);
    return ["checked", "imported", "undone", "failed"].includes(shown.state) ? shown : null;
  });
}

async function contactAt(number: string) {
  const { data } = await ok("POST /v1/contacts/search", { number });
  return data[0] ?? null;
}

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
  });
});
void env;
void call;
