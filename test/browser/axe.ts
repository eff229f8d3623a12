// Accessibility rules that a machine can check, by axe-core.
import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const GRAVE: ReadonlySet<string> = new Set(["serious", "critical"]);

/** What is seriously wrong with the page as it stands: rule, and where. */
export async function findBarriers(page: Page): Promise<string[]> {
  // Evaluated from outside: the pages' own policy lets no foreign script in.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>(`axe.run({ resultTypes: ["violations"] })`);
  return violations
    .filter(({ impact }) => GRAVE.has(impact ?? ""))
    .flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id} (${help}): ${target.join(" ")}`));
}
