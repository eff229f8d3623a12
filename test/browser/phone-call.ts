// A call on the phone's page, as a person hears and makes it.
import type { Page } from "playwright-core";
import { PATIENCE_MS } from "./browse.ts";

export interface PhoneCall {
  readonly dial: (line: string) => Promise<void>;
  readonly answer: () => Promise<void>;
  readonly reject: () => Promise<void>;
  readonly press: (key: string) => Promise<void>;
  readonly say: (words: string) => Promise<void>;
  readonly hangUp: () => Promise<void>;
  /** Waits for words, or for a sound by its name. */
  readonly hears: (what: string | RegExp) => Promise<void>;
  /** Waits until the screen says this of the call. */
  readonly shows: (what: string | RegExp) => Promise<void>;
}

export function callOn(page: Page): PhoneCall {
  const screen = page.getByRole("region", { name: "Call" });
  const click = (name: string): Promise<void> =>
    screen.getByRole("button", { name, exact: true }).click({ timeout: PATIENCE_MS });
  const wait = { timeout: PATIENCE_MS };
  return {
    dial: async (line) => {
      await page.getByRole("button", { name: `Call ${line}` }).click();
      await screen.waitFor(wait);
    },
    answer: () => click("Answer"),
    reject: () => click("Reject"),
    press: (key) => click(key),
    hangUp: () => click("Hang up"),
    say: async (words) => {
      await screen.getByRole("textbox").fill(words);
      await page.keyboard.press("Enter");
    },
    hears: (what) =>
      screen.getByRole("list", { name: "What is heard" }).getByText(what).first().waitFor(wait),
    shows: (what) => screen.getByRole("status").getByText(what).waitFor(wait),
  };
}
