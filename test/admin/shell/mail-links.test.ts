// What our e-mails link to is there: each address that the product's own is put before is a page's or one that answers without one.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

/** What is no page: webhooks, feeds, and what answers whoever has the secret in its address. */
const OTHERS = /^\/(webhooks|calendar|api|chat)\//;
/** Stands before the pages: `admin-ui/src/boot.ts`. */
const SIGN_IN = "/sign-in";

/** With `*` for what is filled in, and without the question. */
function linksIn(path: string): string[] {
  const found = read(path).matchAll(/\$\{(?:[\w.]+\.)?(?:PUBLIC_URL|publicUrl|url)\}(\/[^`"]*)/g);
  return [...found].map(([, link = ""]) => link.replaceAll(/\$\{[^}]*\}/g, "*").replace(/[?#].*/, ""));
}

test("every link of ours leads to a page", () => {
  const pages = globSync("admin-ui/src/**/*route*.ts", { cwd: ROOT }).flatMap((path) =>
    [...read(path).matchAll(/path: "([^"]+)"/g)].map(([, page = ""]) => page.replaceAll(/\$\w+/g, "*")),
  );
  const links = ["actions", "core", "email"].flatMap((folder) =>
    globSync(`worker/${folder}/**/*.{ts,tsx}`, { cwd: ROOT }).flatMap(linksIn),
  );
  expect(links).toContain("/rota");
  expect(links).toContain("/volunteers/*");
  const known = new Set([...pages, SIGN_IN]);
  expect(links.filter((link) => !OTHERS.test(link) && !known.has(link))).toEqual([]);
});
