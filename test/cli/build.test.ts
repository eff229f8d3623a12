// The admin's pages are built when they are missing or older than a source of theirs, and only then.
import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { isStale } from "../../worker/cli/build.ts";
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
])("%s", (_what, files, stale) => {
  expect(isStale(makeCheckout(files))).toBe(stale);
});
