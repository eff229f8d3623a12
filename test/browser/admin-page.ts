// The admin as somebody on the staff finds it: signed in, on a page, among its tabs and links.
import type { Page } from "playwright-core";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { place } from "./browse.ts";

/** Signs in as the owner, by keyboard, and lands on the page that was asked for. */
export async function signIn(page: Page, path: string): Promise<void> {
  await page.goto(`${place().product}${path}`);
  await page.getByLabel("Token").fill(TEST_SECRETS.ADMIN_TOKEN);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/** Waits until the page hears of changes as they happen. */
export async function listens(page: Page): Promise<void> {
  await page.getByRole("status").getByText("Live", { exact: true }).waitFor({ state: "attached" });
}
