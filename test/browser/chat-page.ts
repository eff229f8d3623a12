// The web chat's page, as a visitor uses it.
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { PATIENCE_MS, place } from "./browse.ts";

export interface ChatPage {
  readonly page: Page;
  readonly box: Locator;
  /** The quick replies on offer at the moment. */
  readonly choices: Locator;
  /** Types it and presses Enter. */
  readonly say: (words: string) => Promise<void>;
  readonly tap: (label: string) => Promise<void>;
  /** Waits until the conversation is exactly this, oldest first, and all of it has arrived; ours begin with "<". */
  readonly shows: (...said: readonly string[]) => Promise<void>;
  /** Waits until the page says this of its connection. */
  readonly is: (state: string | RegExp) => Promise<void>;
}

export function chatUrl(flow: string): string {
  return `${place().product}/chat/${flow}`;
}

/** Opens the chat of a flow, as a link to it would. */
export async function openChat(page: Page, flow: string): Promise<ChatPage> {
  await page.goto(chatUrl(flow));
  return onChat(page);
}

/** The chat that this tab shows already. */
export function onChat(page: Page): ChatPage {
  const box = page.getByRole("textbox", { name: "Your message" });
  const choices = page.getByRole("group", { name: "Answers to choose from" }).getByRole("button");
  const said = (): Promise<string[]> =>
    page
      .locator(".message")
      .evaluateAll((items) =>
        items.map(
          (item) =>
            `${item.classList.contains("waiting") ? "… " : ""}${item.classList.contains("you") ? ">" : "<"} ${item.querySelector("p")?.innerText ?? ""}`,
        ),
      );
  return {
    page,
    box,
    choices,
    say: async (words) => {
      await box.fill(words);
      await box.press("Enter");
    },
    tap: (label) => choices.filter({ hasText: label }).click(),
    shows: async (...wanted) => {
      await expect.poll(said, { timeout: PATIENCE_MS }).toEqual(wanted);
    },
    is: async (state) => {
      await page.getByRole("status").filter({ hasText: state }).waitFor();
    },
  };
}
