// npm run reset deletes two folders, and only when nobody is using them.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { occupant, occupy } from "../../worker/cli/in-use.ts";
import { resetData } from "../../worker/cli/reset/reset-data.ts";
import { makeFolder } from "./folder.ts";

function makeCheckout(): string {
  const root = makeFolder();
  for (const folder of [".wrangler/demo/d1", ".wrangler/state/v3", ".wrangler/logs", "worker"]) {
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, "file"), "");
  }
  writeFileSync(join(root, ".dev.vars"), "");
  return root;
}

test("the demo's and the dev server's data go; secrets, logs and sources stay", () => {
  const root = makeCheckout();
  expect(resetData(root, [])).toEqual({
    kind: "deleted",
    folders: [join(root, ".wrangler/demo"), join(root, ".wrangler/state")],
  });
  expect(readdirSync(root).sort()).toEqual([".dev.vars", ".wrangler", "worker"]);
  expect(readdirSync(join(root, ".wrangler"))).toEqual(["logs"]);
  expect(resetData(root, [])).toEqual({ kind: "deleted", folders: [] });
});

test.each([["--remote"], ["--force"], ["production"]])("%s is refused", (argument) => {
  const root = makeCheckout();
  expect(resetData(root, [argument])).toMatchObject({
    kind: "refused",
    why: expect.stringContaining(argument),
  });
  expect(existsSync(join(root, ".wrangler/demo"))).toBe(true);
});

test("nothing is deleted while another process uses either folder, and a dead one's mark does not count", async () => {
  const root = makeCheckout();
  const server = spawn(process.execPath, ["-e", "process.stdin.resume()"], {
    stdio: ["pipe", "ignore", "ignore"],
  });
  writeFileSync(join(root, ".wrangler/state.pid"), String(server.pid));
  expect(resetData(root, [])).toMatchObject({
    kind: "refused",
    why: expect.stringContaining(String(server.pid)),
  });
  expect(existsSync(join(root, ".wrangler/demo"))).toBe(true);

  server.stdin.end();
  await once(server, "exit");
  expect(resetData(root, [])).toMatchObject({ kind: "deleted" });
});

test("a folder is marked while in use, and the mark goes with its owner", () => {
  const folder = join(makeCheckout(), ".wrangler/demo");
  const leave = occupy(folder);
  expect(existsSync(`${folder}.pid`)).toBe(true);
  expect(occupant(folder)).toBeNull();
  leave();
  expect(existsSync(`${folder}.pid`)).toBe(false);
});
