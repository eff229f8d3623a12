// The phone in the browser, as a person uses it.
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { PATIENCE_MS, place } from "./browse.ts";

export type Jump = "+1 hour" | "+1 day" | "Next morning 09:00";

export interface PhonePage {
  readonly chooseLine: (name: string) => Promise<void>;
  readonly text: (words: string) => Promise<void>;
  /** Waits until the conversation with the chosen line is exactly this, oldest first. */
  readonly shows: (...words: readonly string[]) => Promise<void>;
  readonly tap: (label: string) => Promise<void>;
  readonly jump: (how: Jump) => Promise<void>;
}

/** Takes a phone with this number out of the box. */
export async function takePhone(page: Page, name: string, number: string): Promise<PhonePage> {
  await page.goto(place().phone);
  const welcome = page.getByRole("region", { name: "Phone", exact: true });
  await welcome.getByLabel("Name").fill(name);
  await welcome.getByLabel("Number").fill(number);
  await welcome.getByRole("button", { name: "Add phone" }).click();
  const words = page.getByRole("list", { name: "Messages" }).locator(".bubble > p");
  return {
    chooseLine: (line) => page.getByRole("tab", { name: line }).click(),
    text: async (said) => {
      await page.getByRole("textbox", { name: /^Message to/ }).fill(said);
      await page.keyboard.press("Enter");
    },
    shows: async (...wanted) => {
      await expect.poll(() => words.allInnerTexts(), { timeout: PATIENCE_MS }).toEqual(wanted);
    },
    tap: (label) =>
      page.getByRole("group", { name: "Replies to tap" }).last().getByRole("button", { name: label }).click(),
    jump: async (how) => {
      const button = page.getByRole("button", { name: how });
      const time = page.locator(".clock time");
      const before = await time.getAttribute("datetime");
      await button.click();
      // The buttons are off while the product does what has come due.
      const hasMoved = async (): Promise<boolean> => {
        const after = await time.getAttribute("datetime");
        return Date.parse(after ?? "") - Date.parse(before ?? "") > 60_000 && (await button.isEnabled());
      };
      await expect.poll(hasMoved, { timeout: PATIENCE_MS }).toBe(true);
    },
  };
}
