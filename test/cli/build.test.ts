// What is built is built when it is missing or older than a source of it, and only then.
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { isStale } from "../../worker/cli/build/is-stale.ts";
import { PAGES } from "../../worker/cli/build/targets.ts";
import { writeWhole } from "../../worker/cli/build/write-whole.ts";
import { makeFolder } from "./folder.ts";

/** A checkout whose files were changed at these minutes. */
function makeCheckout(files: Readonly<Record<string, number>>): string {
  const root = makeFolder();
  for (const [path, minute] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), "");
    utimesSync(join(root, path), minute * 60, minute * 60);
  }
  return root;
}

test.each<[what: string, files: Record<string, number>, stale: boolean]>([
  ["never built", { "admin-ui/src/main.tsx": 1 }, true],
  ["built after the last edit", { "admin-ui/src/main.tsx": 1, "admin-ui/dist/index.html": 2 }, false],
  ["a page was edited", { "admin-ui/src/a/b.tsx": 3, "admin-ui/dist/index.html": 2 }, true],
  ["the core was edited", { "worker/core/text.ts": 3, "admin-ui/dist/index.html": 2 }, true],
  ["the Worker alone was edited", { "worker/log.ts": 3, "admin-ui/dist/index.html": 2 }, false],
  ["a library was installed", { "package-lock.json": 3, "admin-ui/dist/index.html": 2 }, true],
  [
    "an old page was left in the build",
    { "admin-ui/dist/old.js": 1, "admin-ui/src/a.ts": 2, "admin-ui/dist/index.html": 3 },
    false,
  ],
  [
    "the API's description was written since",
    { "admin-ui/src/a.ts": 2, "admin-ui/dist/index.html": 1, "admin-ui/dist/api/v1/openapi.json": 3 },
    true,
  ],
])("%s", (_what, files, stale) => {
  expect(isStale(makeCheckout(files), PAGES)).toBe(stale);
});

test("a source that is edited during a build is newer than what came of it", () => {
  const root = makeFolder();
  const [begun, edited] = [new Date(60_000), new Date(120_000)];
  writeFileSync(join(root, "source.ts"), "");
  utimesSync(join(root, "source.ts"), edited, edited);
  writeWhole(join(root, "built/index.js"), "whole", begun);
  expect(readFileSync(join(root, "built/index.js"), "utf8")).toBe("whole");
  expect(isStale(root, { built: "built/index.js", sources: ["source.ts"] })).toBe(true);
});
