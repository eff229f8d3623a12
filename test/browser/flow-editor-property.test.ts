// Any valid flow, opened in its editor and saved unchanged, is the same JSON; and everything in it is on the page.
import * as fc from "fast-check";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import * as z from "zod";
import { Flow } from "#core/conversation/flow";
import { arbitraryFlow } from "../core/conversation/arbitrary-flow.ts";
import { EVERYTHING } from "../admin/flows/every-option.ts";
import { signIn } from "./admin-page.ts";
import { place, stories } from "./browse.ts";
import { organiser } from "./organiser.ts";

/** Beside the one with every option: each takes seconds, and the model's own property takes hundreds. */
const FLOWS = 3;
const SEED = 20261121;
/** Half a minute, and many times as long on a busy machine. */
const PATIENT_MS = 300_000;

const Kept = z.object({ id: z.string(), revision: z.int(), draft: z.unknown() });

/** Members whose values a page shows in words of its own: kinds, and ways by what they lead to. */
const IN_WORDS = new Set([
  "kind",
  "schema",
  "next",
  "yes",
  "no",
  "otherwise",
  "refused",
  "mode",
  "op",
  "path",
  "accept",
  "disposition",
  "weekdays",
  "integer",
  "addressInWords",
  "afterMinutes",
  "minutes",
  "expiresAfterMinutes",
  "earliest",
  "latest",
  "language",
  "flow",
]);

function leavesOf(value: unknown, key = ""): readonly string[] {
  // A yes and a no are said as such.
  if (typeof value === "boolean" || (IN_WORDS.has(key) && typeof value !== "object")) return [];
  if (Array.isArray(value)) return value.flatMap((member) => leavesOf(member, key));
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([name, member]) => leavesOf(member, name));
  return IN_WORDS.has(key) ? [] : [String(value)];
}

/** What stands in the fields and texts of the open step, everything folded out. */
async function shownIn(page: Page, group: RegExp): Promise<string> {
  const card = page.getByRole("group", { name: group }).first();
  await card.waitFor();
  for (;;) {
    const folded = card.getByRole("button", { expanded: false }).and(page.locator("a"));
    if ((await folded.count()) === 0) break;
    await folded.first().click();
  }
  const fields = await card
    .getByRole("textbox")
    .or(card.getByRole("combobox"))
    .or(card.getByRole("spinbutton"))
    .evaluateAll((inputs) => inputs.map((input) => ("value" in input ? String(input.value) : "")));
  // Times have no role of their own.
  const times = await card
    .getByLabel("At")
    .evaluateAll((inputs) => inputs.map((input) => ("value" in input ? String(input.value) : "")));
  return [...fields, ...times, await card.innerText()].join("\n");
}

stories("flows in their editor", (arrive) => {
  test(
    "are saved as they were opened, and show all that is in them",
    async () => {
      const { page } = await arrive();
      await signIn(page, "/flows");
      const api = organiser();
      const random = fc.sample(arbitraryFlow, { numRuns: FLOWS, seed: SEED });
      for (const [number, flow] of [EVERYTHING, ...random].entries()) {
        const draft: unknown = JSON.parse(JSON.stringify(Flow.parse(flow)));
        const slug = `any-flow-${number}`;
        const { id } = await api.send("POST", "/api/v1/flows", { slug, name: slug, draft }, Kept);
        await page.goto(`${place().product}/flows/${id}`);
        await page.getByRole("heading", { level: 1, name: slug }).waitFor();
        for (const [index, step] of flow.nodes.entries()) {
          await page
            .getByRole("listitem", { name: `Step ${index + 1}:` })
            .getByRole("button", { expanded: false })
            .and(page.locator("[aria-expanded]:not([aria-haspopup])"))
            .first()
            .click();
          const shown = await shownIn(page, new RegExp(`^Step ${index + 1}$`));
          const missing = leavesOf(step).filter((leaf) => !shown.includes(leaf));
          expect({ slug, step: step.id, missing }).toEqual({ slug, step: step.id, missing: [] });
        }
        // Renamed to what it is called already: that saves the flow as the page has it.
        await page.getByRole("button", { name: "More for this flow" }).click();
        await page.getByRole("menuitem", { name: "Rename" }).click();
        await page.getByRole("dialog").getByRole("button", { name: "Rename" }).click();
        await page.getByRole("dialog").waitFor({ state: "detached" });
        const kept = await api.get(`/api/v1/flows/${id}`, Kept);
        expect(kept.revision).toBe(2);
        expect(JSON.stringify(kept.draft)).toBe(JSON.stringify(draft));
      }
    },
    PATIENT_MS,
  );
});
