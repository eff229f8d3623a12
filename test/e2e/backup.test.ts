// npm run backup and npm run restore: a system with data, a fresh one, the same answers; and nothing lost to a bad backup.
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { backUp } from "../../worker/cli/backup/back-up.ts";
import { listMigrations } from "../../worker/cli/backup/bring-up.ts";
import { copyTables } from "../../worker/cli/backup/copy-tables.ts";
import { MIGRATIONS } from "../../worker/cli/backup/database.ts";
import { addGroup } from "../system/group.ts";
import { eventually, startSystem, type TestSystem } from "./harness.ts";
import { organise } from "./organiser.ts";
import { editManifest, look, migrationsFolder, restoreInto, rewrite, storeOf } from "./stored.ts";

const NOW = new Date("2026-11-21T10:00:00Z");
const LINE = "+12125550100";
const [ANN, BEN, CAT] = ["+12125550101", "+12125550102", "+12125550103"] as const;
const ODD = "It's \"odd\": é 🐦 ; -- 'x'\n\ttwo lines";
const SURVEY = {
  schema: 1,
  languages: ["en"],
  nodes: [
    { id: "wish", kind: "ask", text: { en: "What should we improve?" }, answer: { kind: "text" } },
    { id: "noted", kind: "end", text: { en: "Noted, thank you." } },
  ],
};

const folder = mkdtempSync(join(tmpdir(), "partyline-"));
const backup = join(folder, "backup");
let before: Awaited<ReturnType<typeof look>>;
let system: TestSystem;

beforeAll(async () => {
  system = await startSystem();
  const organiser = organise(system);
  const line = await organiser.addLine({ address: LINE });
  const flow = await organiser.publish("wishes", SURVEY);
  await organiser.startWith(line, flow);
  for (const [number, ...texts] of [
    [ANN, "hello", ODD],
    [BEN, "hello"],
    [CAT, "hello", "STOP"],
  ] as const)
    for (const text of texts) await system.handset(number).text(LINE, text);
  await organiser.know(BEN, { tags: ["neighbour"], attributes: { town: "Leith" } });
  await addGroup(system, { name: "Nights", number: "+12125550199", zone: "Europe/London" }, [
    { name: "Vera", phone: "+12125550104" },
  ]);
  await system.carrier.settled();
  await system.recorded();

  const { db, files } = await storeOf(system);
  const httpMetadata = { contentType: "audio/mpeg", cacheControl: "private" };
  await files.put("recordings/one", "sound", { httpMetadata, customMetadata: { call: "1" } });
  await files.put("imports/empty.csv", "");
  before = await look(system);
  await backUp({ place: "dev", files, copyDatabase: (copy) => copyTables(db, copy) }, backup, NOW);
  await system.stop();
  system = await startSystem();
  // Somebody has a look before the backup comes back.
  await look(system);
});
afterAll(async () => {
  await system.stop();
  rmSync(folder, { recursive: true });
});

test("a backup overwrites nothing", async () => {
  const { db, files } = await storeOf(system);
  const manifest = readFileSync(join(backup, "manifest.json"));
  const source = { place: "dev", files, copyDatabase: (copy: DatabaseSync) => copyTables(db, copy) } as const;
  await expect(backUp(source, backup, NOW)).rejects.toThrow("is there already");
  expect(readFileSync(join(backup, "manifest.json"))).toEqual(manifest);
  expect(existsSync(`${backup}.unfinished`)).toBe(false);
});

const BAD: readonly [what: string, spoil: (path: string) => Promise<void> | void, why: RegExp][] = [
  ["no manifest", (path) => rmSync(join(path, "manifest.json")), /is no backup/],
  ["half a manifest", (path) => writeFileSync(join(path, "manifest.json"), '{"format":'), /manifest\.json/],
  [
    "another format",
    (path) => editManifest(path, (manifest) => ({ ...manifest, format: "partyline-backup-9" })),
    /format/,
  ],
  [
    "a byte too many",
    (path) => appendFileSync(join(path, "database.sqlite"), "x"),
    /database\.sqlite was changed/,
  ],
  ["no database", (path) => rmSync(join(path, "database.sqlite")), /database\.sqlite is missing/],
  ["a recording lost", (path) => rmSync(join(path, "files/1")), /files\/1 \(recordings\/one\) is missing/],
  [
    "a recording changed",
    (path) => writeFileSync(join(path, "files/1"), "noise"),
    /\(recordings\/one\) was changed/,
  ],
  [
    "a row lost",
    (path) => rewrite(path, (copy) => copy.exec("DELETE FROM lines")),
    /lines has 0 rows instead of 1/,
  ],
  [
    "a newer version's",
    (path) =>
      rewrite(path, (copy) => copy.exec(`INSERT INTO ${MIGRATIONS} (name) VALUES ('9999_later.sql')`)),
    /not here: 9999_later\.sql/,
  ],
  [
    "another table than here",
    (path) => rewrite(path, (copy) => copy.exec("ALTER TABLE lines ADD COLUMN mood TEXT")),
    /table lines is not the same/,
  ],
];

describe("a backup that is not restored, and changes nothing", () => {
  test.each(BAD)("%s", async (what, spoil, why) => {
    const spoilt = join(folder, what);
    cpSync(backup, spoilt, { recursive: true });
    await spoil(spoilt);
    const there = await look(system);
    await expect(restoreInto(system, spoilt, true)).rejects.toThrow(why);
    expect(await look(system)).toEqual(there);
  });

  test("one made with another IDENTITY_KEY", async () => {
    await expect(restoreInto(system, backup, true, "another key of more than 32 characters")).rejects.toThrow(
      "IDENTITY_KEY is not the one",
    );
  });
});

describe("restored into a fresh system", () => {
  test("every row, every file and every answer is the same", async () => {
    await restoreInto(system, backup);
    const after = await look(system);
    // What objects wanted to be woken for, they have forgotten.
    const asleep = (rows: typeof before.rows) => ({ ...rows, addresses: undefined, timers: undefined });
    expect(asleep(after.rows)).toEqual(asleep(before.rows));
    expect(after.rows["addresses"]).toHaveLength(before.rows["addresses"]?.length ?? 0);
    expect(after.stored).toEqual(before.stored);
    expect(after.stored).toMatchObject([
      { key: "imports/empty.csv", text: "" },
      { key: "recordings/one", httpMetadata: { contentType: "audio/mpeg" }, customMetadata: { call: "1" } },
    ]);
    expect(after.answers).toEqual(before.answers);
    expect(JSON.stringify(after.answers)).toContain(JSON.stringify(ODD).slice(1, -1));
    expect(
      (await storeOf(system)).db.prepare("SELECT value FROM settings WHERE name = 'identity.check'"),
    ).toBeDefined();
  });

  test("who said STOP hears nothing; who did not is answered and is the same person", async () => {
    const organiser = organise(system);
    system.connectLine({ sender: "long-code", address: LINE, name: "Texts" });
    const [ann, cat] = [system.handset(ANN), system.handset(CAT)];
    await cat.text(LINE, "are you there?");
    await ann.text(LINE, "me again");
    await ann.expect("What should we improve?");
    const said = (number: string, last: string) =>
      eventually(async () => {
        const texts = (await organiser.messagesOf(number)).map(({ text }) => text);
        return texts.at(-1) === last ? texts : null;
      });
    const question = "What should we improve?";
    expect(await said(CAT, "are you there?")).toEqual(["hello", question, "STOP", "are you there?"]);
    expect(await said(ANN, question)).toEqual([
      "hello",
      question,
      ODD,
      "Noted, thank you.",
      "me again",
      question,
    ]);
  });

  test("a second time only if told, and then as it was", async () => {
    await expect(restoreInto(system, backup)).rejects.toThrow(
      /There is data already \(.*contacts: \d+.*--replace/,
    );
    const { files } = await storeOf(system);
    await files.put("recordings/two", "later");
    await restoreInto(system, backup, true);
    const after = await look(system);
    expect(after.answers).toEqual(before.answers);
    expect(after.stored).toEqual(before.stored);
  });
});

describe("a backup of an earlier time", () => {
  test("is migrated on its way, and nothing of it goes out by itself", async () => {
    const path = join(folder, "earlier");
    const { files } = await storeOf(system);
    const early = listMigrations(migrationsFolder).slice(0, 8);
    const copyDatabase = async (copy: DatabaseSync): Promise<void> => {
      copy.exec(
        `CREATE TABLE ${MIGRATIONS} (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP)`,
      );
      for (const name of early) {
        copy.exec(readFileSync(join(migrationsFolder, name), "utf8"));
        copy.prepare(`INSERT INTO ${MIGRATIONS} (name) VALUES (?)`).run(name);
      }
      copy.exec(`
        INSERT INTO campaigns (id, name, line_id, config, revision, state, state_seq, state_at, state_by, created_at, created_by, changed_at)
        VALUES ('fair', 'Fair', 'line', '{}', 1, 'sending', 3, 1, 'ada', 1, 'ada', 1);
        INSERT INTO funnels (id, key, config, revision, state, created_at, changed_at) VALUES ('buyers', 'buyers', '{}', 1, 'running', 1, 1);
        INSERT INTO messages (id, address_id, direction, channel, kind, body, media, status, rank, receipts, at, due_at)
        VALUES ('waits', 'ann', 'out', 'sms', 'campaign', '', '[]', 'pending', 0, '[]', 1, 1),
               ('went', 'ann', 'out', 'sms', 'campaign', 'Hi', '[]', 'sent', 40, '[]', 1, NULL);`);
    };
    await backUp({ place: "dev", files, copyDatabase }, path, NOW);
    const { migrations } = await restoreInto(system, path, true);
    expect(migrations).toEqual(listMigrations(migrationsFolder).slice(8));

    const { db } = await storeOf(system);
    const read = async (sql: string) => (await db.prepare(sql).raw()).map((row) => row.join(" "));
    expect(await read("SELECT id, status, due_at IS NULL FROM messages ORDER BY id")).toEqual([
      "waits unknown 1",
      "went sent 1",
    ]);
    expect(await read("SELECT state, state_seq, state_reason FROM campaigns")).toEqual([
      "cancelled 4 restored from a backup",
    ]);
    expect(await read("SELECT seq, state, actor FROM campaign_history")).toEqual(["4 cancelled restore"]);
    expect(await read("SELECT state FROM funnels")).toEqual(["paused"]);
  });
});
