// Local secrets: made once, kept to oneself, and never good enough for the world when they are examples.
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../../worker/cli/checkout.ts";
import { readLocalSecrets } from "../../worker/cli/secrets.ts";
import { objectTo, REQUIRED } from "../../worker/cli/secrets/judge.ts";
import { makeLocalSecrets, writeVars } from "../../worker/cli/secrets/make.ts";
import { parseVars } from "../../worker/cli/secrets/vars-file.ts";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { makeFolder } from "./folder.ts";

const REAL = {
  TWILIO_ACCOUNT_SID: `AC${"9f".repeat(16)}`,
  TWILIO_AUTH_TOKEN: "7c".repeat(16),
  ADMIN_TOKEN: "5a".repeat(32),
  SESSION_SECRET: "6b".repeat(32),
  IDENTITY_KEY: "4d".repeat(32),
};

function freshFile(): string {
  return join(makeFolder(), ".dev.vars");
}

test("the first reading makes the file, the second finds the same secrets", () => {
  const path = freshFile();
  const first = readLocalSecrets(path);
  expect(Object.keys(first)).toEqual([...REQUIRED]);
  expect(first["TWILIO_ACCOUNT_SID"]).toMatch(/^AC[0-9a-f]{32}$/);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readLocalSecrets(path)).toEqual(first);
  expect(readLocalSecrets(freshFile())).not.toEqual(first);
});

test("a file that lacks Twilio's is named with what to do, and is not written over", () => {
  const path = freshFile();
  writeFileSync(path, 'ADMIN_TOKEN="mine, keep it"\n');
  expect(() => readLocalSecrets(path)).toThrow(/lacks TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN: add them/);
  expect(readFileSync(path, "utf8")).toBe('ADMIN_TOKEN="mine, keep it"\n');
});

test("what is ours to make is added to a file that lacks it, once", () => {
  const path = freshFile();
  const given = `TWILIO_ACCOUNT_SID=${REAL.TWILIO_ACCOUNT_SID}\nTWILIO_AUTH_TOKEN=${REAL.TWILIO_AUTH_TOKEN}`;
  writeFileSync(path, given);
  const secrets = readLocalSecrets(path);
  expect(objectTo(secrets)).toEqual([]);
  expect(readFileSync(path, "utf8").startsWith(`${given}\n`)).toBe(true);
  expect(readLocalSecrets(path)).toEqual(secrets);
});

test.each([
  ['A="b"', { A: "b" }],
  ["A='b # c'", { A: "b # c" }],
  ["A = b # why", { A: "b" }],
  ['export A="b" # why', { A: "b" }],
  ["# A=b", {}],
  ["A=", { A: "" }],
  ["A=b=c==", { A: "b=c==" }],
  ['A="1"\r\nB="2"\r\n', { A: "1", B: "2" }],
])("%j reads as %j", (text, vars) => {
  expect(parseVars(text)).toEqual(vars);
});

test("what is written is read back", () => {
  const secrets = makeLocalSecrets((bytes) => "ab".repeat(bytes));
  expect(parseVars(writeVars(secrets))).toEqual(secrets);
});

test("real secrets may face the world", () => {
  expect(objectTo(REAL)).toEqual([]);
});

test.each<[what: string, vars: Record<string, string>, objection: RegExp]>([
  ["a missing one", { ...REAL, IDENTITY_KEY: "" }, /^IDENTITY_KEY is missing/],
  ["an example", { ...REAL, ADMIN_TOKEN: "example-admin-token" }, /^ADMIN_TOKEN is an example/],
  ["the tests' own", { ...REAL, ...TEST_SECRETS }, /TWILIO_ACCOUNT_SID is an example/],
  ["the demo's account", makeLocalSecrets((bytes) => "cd".repeat(bytes)), /made up for the demo/],
  ["the demo", { ...REAL, DEMO: "1" }, /DEMO=1/],
])("%s may not", (_what, vars, objection) => {
  const objections = objectTo(vars);
  expect(objections.join("\n")).toMatch(objection);
  for (const value of Object.values(vars)) {
    if (value.length > 8) expect(objections.join("\n")).not.toContain(value);
  }
});

test("the example file names every required secret, and nothing in it passes for a real one", () => {
  const text = readFileSync(join(ROOT, ".dev.vars.example"), "utf8");
  const all = parseVars(text.replaceAll(/^# (?=[A-Z_]+=)/gm, ""));
  expect(Object.keys(all)).toEqual(expect.arrayContaining([...REQUIRED]));
  expect(objectTo(all)).toEqual(
    Object.keys(all).map((name) => expect.stringContaining(`${name} is an example`)),
  );
  // The deploy button asks for every one that is not a remark, and ships what it is given.
  expect(Object.keys(parseVars(text))).toEqual(["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "ADMIN_TOKEN"]);
});

test("wrangler.toml asks for the same secrets", () => {
  const toml = readFileSync(join(ROOT, "wrangler.toml"), "utf8");
  const [, list = ""] = /^required = \[(.*)\]$/m.exec(toml) ?? [];
  expect(list.split(",").map((name) => name.trim().replaceAll('"', ""))).toEqual([...REQUIRED]);
});
