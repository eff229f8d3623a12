// What npm run backup and npm run restore take, and how a database that runs is read.
import { writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { listTablesOf } from "../../worker/cli/backup/database.ts";
import { exportDatabase } from "../../worker/cli/backup/export-database.ts";
import { readBackupOptions } from "../../worker/cli/backup/place.ts";

test.each([
  ["backup", ["here"], { folder: "here", place: "dev", replace: false }],
  ["backup", ["here", "--remote"], { folder: "here", place: "remote", replace: false }],
  ["backup", ["--demo", "here"], { folder: "here", place: "demo", replace: false }],
  ["restore", ["here", "--remote", "--replace"], { folder: "here", place: "remote", replace: true }],
] as const)("%s %j", (script, args, options) => {
  expect(readBackupOptions(script, args)).toEqual(options);
});

test.each([
  ["backup", [], /Name one folder.*npm run backup -- <folder>/],
  ["restore", ["one", "two"], /Name one folder/],
  ["restore", ["here", "--force"], /--force.*\n.*--replace/],
  ["backup", ["here", "--replace"], /never replaces/],
  ["restore", ["here", "--remote", "--demo"], /this machine only/],
] as const)("refused: %s %j", (script, args, why) => {
  expect(() => readBackupOptions(script, args)).toThrow(why);
});

/** As Cloudflare writes it: a table, its rows with every text as it is, the counter of the migrations, and the indexes last. */
const DUMP = `PRAGMA defer_foreign_keys=TRUE;
CREATE TABLE d1_migrations(
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT UNIQUE,
    applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
);
INSERT INTO "d1_migrations" ("id","name","applied_at") VALUES(1,'0001_first.sql','2026-11-21 10:00:00');
CREATE TABLE settings (
  -- somebody's
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "settings" ("name","value","changed_at") VALUES('odd','It''s; two
lines é',9007199254740991);
DELETE FROM sqlite_sequence;
INSERT INTO "sqlite_sequence" ("name","seq") VALUES('d1_migrations',1);
CREATE INDEX settings_by_time ON settings (changed_at);
`;

test("a database that runs is exported at one moment, and read as it is", async () => {
  const copy = new DatabaseSync(":memory:");
  const asked: string[] = [];
  await exportDatabase(async (args) => {
    asked.push(args.slice(0, 4).join(" "));
    writeFileSync(args.at(-1) ?? "", DUMP);
    return { code: 0, output: "" };
  }, copy);
  expect(asked).toEqual(["d1 export DB --remote"]);
  expect(listTablesOf(copy)).toEqual([
    { name: "d1_migrations", columns: ["id", "name", "applied_at"], key: ["id"] },
    { name: "settings", columns: ["name", "value", "changed_at"], key: ["name"] },
  ]);
  expect(copy.prepare("SELECT * FROM settings").all()).toEqual([
    expect.objectContaining({
      name: "odd",
      value: "It's; two\nlines é",
      changed_at: Number.MAX_SAFE_INTEGER,
    }),
  ]);
});

test("an export that fails says why", async () => {
  const exported = exportDatabase(
    async () => ({ code: 1, output: "Authentication error [code: 10000]" }),
    new DatabaseSync(":memory:"),
  );
  await expect(exported).rejects.toThrow(/could not be exported:\nAuthentication error/);
});
