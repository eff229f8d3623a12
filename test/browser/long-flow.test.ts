// A flow of 500 steps stays usable: what a keystroke, a new step and a drag draw does not grow with the flow.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import * as z from "zod";
import { signIn } from "./admin-page.ts";
import { stories } from "./browse.ts";
import { addStep } from "./flow-steps.ts";
import { organiser } from "./organiser.ts";
import { countRenders, takeRenders } from "./renders.ts";

const STEPS = 500;
/** Parts of the page drawn for a letter: the open step, the preview and what says that it is not saved. Some 1,200. */
const PER_LETTER_MAX = 2_500;
/** A lift, a step up and a drop: the grips near the screen, some times each. Every card of 500 has some 30 parts. */
const PER_DRAG_MAX = 15_000;
const WORDS = "Where to?";
const STORY_MS = 150_000;

const question = (place: number) => ({
  id: `q-${place}`,
  kind: "ask",
  text: { en: `Question number ${place}?` },
  answer: { kind: "yes-no", no: place + 7 < STEPS ? `q-${place + 7}` : "end" },
});

async function open(page: Page, slug: string): Promise<void> {
  const draft = {
    schema: 1,
    languages: ["en"],
    nodes: Array.from({ length: STEPS }, (_, at) => question(at)),
  };
  await organiser().send("POST", "/api/v1/flows", { slug, name: slug, draft }, z.unknown());
  await countRenders(page);
  await signIn(page, `/flows/${slug}`);
  await page.getByRole("listitem", { name: "Step 1:" }).waitFor();
}

stories("a flow of 500 steps", (arrive) => {
  test(
    "is written, added to and put in order without drawing all of it",
    async () => {
      const { page } = await arrive();
      await open(page, "long-haul");
      // All are there to be read and found; what only a hand needs is made where a hand can be.
      expect(await page.getByRole("listitem", { name: /^Step \d/ }).count()).toBe(STEPS);
      expect(await page.getByRole("button", { name: /^Move step/ }).count()).toBeLessThan(STEPS / 8);

      await page
        .getByRole("listitem", { name: "Step 1:" })
        .getByRole("button", { expanded: false })
        .first()
        .click();
      await page.getByRole("textbox", { name: "What is asked", exact: true }).fill("");
      await page.getByText("1 problem", { exact: true }).waitFor();
      await takeRenders(page);
      await page.keyboard.type(WORDS, { delay: 60 });
      await page.getByRole("region", { name: "Preview" }).getByText(WORDS).waitFor();
      await page.getByText("No problem found").waitFor();
      expect(await takeRenders(page)).toBeLessThan(WORDS.length * PER_LETTER_MAX);

      await addStep(page, /^Question/);
      await page.keyboard.type("Anything else?");
      await page.getByRole("listitem", { name: `Step ${STEPS + 1}: Anything else?` }).waitFor();
      await takeRenders(page);
      await page.getByRole("button", { name: `Move step ${STEPS + 1}` }).focus();
      await page.keyboard.press("Space");
      await page.getByText(/would be step 501 of 501/).waitFor({ state: "attached" });
      await page.keyboard.press("ArrowUp");
      await page.getByText(/would be step 500 of 501/).waitFor({ state: "attached" });
      await page.keyboard.press("Space");
      await page.getByRole("listitem", { name: `Step ${STEPS}: Anything else?` }).waitFor();
      expect(await takeRenders(page)).toBeLessThan(PER_DRAG_MAX);

      // Far from where one was, a step is as whole as any.
      await page.getByRole("listitem", { name: "Step 250:" }).scrollIntoViewIfNeeded();
      await page.getByRole("button", { name: "More for step 250" }).click();
      await page.getByRole("menuitem", { name: "Delete" }).click();
      await page.getByRole("listitem", { name: `Step ${STEPS + 1}:` }).waitFor({ state: "detached" });
    },
    STORY_MS,
  );
});
