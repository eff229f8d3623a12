// A page on a phone and on a desk, by day and by night: looked at by axe, and kept as a picture for whoever wants to see it.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { ROOT } from "../../worker/cli/checkout.ts";
import { findBarriers } from "./axe.ts";

const SIZES = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];
const SCHEMES = ["light", "dark"] as const;

/** Not in git: pictures change with every font. */
const FOLDER = join(ROOT, ".build/screenshots");

/** Expects no serious barrier and nothing wider than the screen, in every size and scheme. */
export async function looksFine(page: Page, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      const look = `${name}-${size.width}-${colorScheme}`;
      await page.screenshot({ path: join(FOLDER, `${look}.png`), animations: "disabled" });
      expect({ look, barriers: await findBarriers(page) }).toEqual({ look, barriers: [] });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect({ look, width }).toEqual({ look, width: size.width });
      // A row that scrolls hides what is behind its edge: tabs are all to be seen.
      const hidden = await page
        .getByRole("tab")
        .evaluateAll((tabs) =>
          tabs
            .filter((tab) => tab.getBoundingClientRect().right > window.innerWidth)
            .map((tab) => tab.textContent),
        );
      expect({ look, hidden }).toEqual({ look, hidden: [] });
    }
  }
}
