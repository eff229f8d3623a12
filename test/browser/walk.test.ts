// Through every page of the admin, with a demo's data and with none: nothing broken, nothing in the way of anybody, by day and night.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seed } from "../demo/seed/seed.ts";
import { type LocalSystem, startLocally } from "../demo/start.ts";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { seeded } from "../system/seeded.ts";
import { stories } from "./browse.ts";
import { looksFine } from "./looks.ts";
import { listPages, listRoutes } from "./pages.ts";
import { sum, weighScripts } from "./scripts.ts";

/** Gzip: what a phone on a slow line can bear (TOOLCHAIN's figures of the components, and room for ours). */
const SIGN_IN_KIB_MAX = 120;
const HOME_KIB_MAX = 280;
const PAGE_KIB_MAX = 180;

/** Four looks of more than thirty pages, each looked at by axe. */
const WALK_MS = 600_000;

stories("every page of the admin", (arrive) => {
  let folders: string[] = [];
  let full: LocalSystem;
  let empty: LocalSystem;

  beforeAll(async () => {
    [full, empty] = [await start(), await start()];
    await seed(full);
  }, WALK_MS);
  afterAll(async () => {
    await Promise.all([full.stop(), empty.stop()]);
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
    folders = [];
  });

  async function start(): Promise<LocalSystem> {
    const folder = await mkdtemp(join(tmpdir(), "partyline-walk-"));
    folders.push(folder);
    const [productPort, carrierPort] = [0, 0];
    return startLocally({
      folder,
      secrets: TEST_SECRETS,
      productPort,
      carrierPort,
      watch: false,
      random: seeded(7),
    });
  }

  test("there are some, and each has a name", () => {
    expect(listRoutes().length).toBeGreaterThan(20);
  });

  test.each(["full", "empty"] as const)("with %s data", { timeout: WALK_MS }, async (which) => {
    const system = which === "full" ? full : empty;
    const { page } = await arrive();
    await signIn(page, system);
    const problems: unknown[] = [];
    for (const { route, path } of await listPages(system.api)) {
      if (path === null) continue;
      await page.goto(`${system.publicUrl}${path}`);
      await settle(page);
      const name = `${which}${route.replaceAll(/\W+/g, "-")}`.replace(/-$/, "-home");
      const note = (error: unknown) => problems.push([route, describe(error)]);
      await looksFine(page, name).catch(note);
      await reachesContent(page).catch(note);
    }
    expect(problems).toEqual([]);
  });

  test("an address that leads nowhere says so, and the way back", async () => {
    const { page } = await arrive();
    await signIn(page, empty);
    await page.goto(`${empty.publicUrl}/no/such/page`);
    await page.getByRole("heading", { name: "There is no such page" }).waitFor();
    await page.getByRole("link", { name: "Back to the start" }).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/");
  });

  test("none makes a browser fetch more code than it should", { timeout: WALK_MS }, async () => {
    const { page } = await arrive();
    const open = (path: string) =>
      weighScripts(page, async () => {
        await page.goto(`${full.publicUrl}${path}`);
        await settle(page);
      });
    expect(sum((await open("/sign-in")).values())).toBeLessThanOrEqual(SIGN_IN_KIB_MAX);
    await signIn(page, full);
    const home = await open("/");
    expect(sum(home.values())).toBeLessThanOrEqual(HOME_KIB_MAX);
    const added = new Map<string, number>();
    for (const { route, path } of await listPages(full.api)) {
      if (path === null) continue;
      const weights = [...(await open(path))].filter(([script]) => !home.has(script));
      added.set(route, Math.round(sum(weights.map(([, kib]) => kib))));
    }
    console.log(`home ${sum(home.values()).toFixed(0)} KiB; beyond it`, Object.fromEntries(added));
    expect([...added].filter(([, kib]) => kib > PAGE_KIB_MAX)).toEqual([]);
  });
});

/** What was seen instead says more than that it was not as expected. */
function describe(error: unknown): string {
  const actual = error instanceof Error && "actual" in error ? error.actual : undefined;
  return actual === undefined ? String(error) : JSON.stringify(actual);
}

async function signIn(page: Page, { publicUrl }: LocalSystem): Promise<void> {
  await page.goto(`${publicUrl}/sign-in`);
  await page.evaluate(async (token) => {
    const answer = await fetch("/api/v1/session", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token }),
    });
    if (!answer.ok) throw new Error(`signing in: ${answer.status}`);
    localStorage.setItem("partyline-signed-in", "yes");
  }, TEST_SECRETS.ADMIN_TOKEN);
}

/** Until the page has its name and nothing on it is still waiting for an answer. */
async function settle(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.waitForFunction(() => document.querySelector(".mantine-Skeleton-root") === null);
}

/** By keyboard alone: past the navigation into the page, to something that shows where one is. */
async function reachesContent(page: Page): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("Tab");
  await page.getByRole("link", { name: "Skip to the page" }).press("Enter");
  await page.keyboard.press("Tab");
  const seen = await page.evaluate(() => {
    const focused = document.activeElement;
    const main = document.querySelector("main");
    const { outlineStyle, boxShadow } = focused === null ? {} : getComputedStyle(focused);
    return {
      isInside: main?.contains(focused) ?? false,
      canBe:
        main?.querySelector("a[href], button:not(:disabled), input:not(:disabled), [tabindex='0']") !== null,
      isShown: outlineStyle !== "none" || boxShadow !== "none",
    };
  });
  if (seen.canBe) expect(seen).toMatchObject({ isInside: true });
}
