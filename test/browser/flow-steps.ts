// Steps in the flow editor, as they are added and led to by mouse and keyboard.
import type { Page } from "playwright-core";

/** By the menu below the steps; the new step is open, and written into next. */
export async function addStep(page: Page, kind: RegExp): Promise<void> {
  await page.getByRole("button", { name: "Add a step" }).click();
  await page.getByRole("menuitem", { name: kind }).click();
}

export async function choose(page: Page, field: string, option: string | RegExp): Promise<void> {
  await page.getByRole("combobox", { name: field }).last().click();
  await page.getByRole("option", { name: option }).click();
}

/** Steps are found by typing: a flow may have hundreds. */
export async function lead(page: Page, field: string, words: string): Promise<void> {
  await page.getByRole("combobox", { name: field }).fill(words);
  await page.getByRole("option", { name: words }).click();
}
