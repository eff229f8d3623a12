// A survey from nothing: built by mouse and keyboard, tried, mended, published; and two people who edit it at once.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { signIn } from "./admin-page.ts";
import { stories } from "./browse.ts";
import { addStep, choose, lead } from "./flow-steps.ts";
import { looksFine } from "./looks.ts";

const NAME = "Open day";
const SLUG = "open-day";
/** Half a minute, and several times as long on a busy machine. */
const STORY_MS = 150_000;

async function begin(page: Page): Promise<void> {
  await page.getByRole("button", { name: "New flow" }).click();
  const dialog = page.getByRole("dialog", { name: "New flow" });
  await dialog.getByRole("textbox", { name: "Name", exact: true }).fill(NAME);
  expect(await dialog.getByRole("textbox", { name: "Short name" }).inputValue()).toBe(SLUG);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: NAME }).waitFor();
}

/** Three questions, and a branch on the first. */
async function build(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Begin with a question" }).click();
  const words = page.getByRole("textbox", { name: "What is asked", exact: true });
  await words.fill("How was it?");
  await choose(page, "The answer is", "A rating");
  await addStep(page, /^Question/);
  // The first field of a new step has the focus.
  await page.keyboard.type("What did you come for?");
  await choose(page, "The answer is", "One of several options");
  await page.getByRole("textbox", { name: "Option 1" }).fill("Music");
  await page.getByRole("textbox", { name: "Option 2" }).fill("Food");
  await addStep(page, /^Question/);
  await page.keyboard.type("What should we change, {{ nickname }}?");
  await addStep(page, /^Branch/);
  await page.getByRole("combobox", { name: "What is asked about" }).click();
  await page.getByRole("option", { name: /How was it/ }).click();
  await choose(page, "How it is compared", "is at least");
  await page.getByRole("textbox", { name: "With what" }).fill("4");
}

/** Other words for the first step. */
async function rewrite(page: Page, words: string): Promise<void> {
  await page
    .getByRole("listitem", { name: "Step 1:" })
    .getByRole("button", { expanded: false })
    .first()
    .click();
  await page
    .getByRole("textbox", { name: /^What is (?:asked|said)/ })
    .first()
    .fill(words);
  await page.getByText("Unsaved changes").waitFor();
}

stories("the flow editor", (arrive) => {
  test(
    "builds a survey with a branch, says what is wrong, and publishes it",
    async () => {
      const { page } = await arrive();
      await signIn(page, "/flows");
      await begin(page);
      await build(page);
      const steps = page.getByRole("listitem", { name: /^Step \d/ });
      const step = (number: number) => page.getByRole("listitem", { name: `Step ${number}:` });

      // The branch belongs below the first question: by keyboard, two places up.
      await page.getByRole("button", { name: "Move step 4" }).focus();
      await page.keyboard.press("Space");
      await page.getByText(/branch-1 would be step 4 of 4/).waitFor({ state: "attached" });
      await page.keyboard.press("ArrowUp");
      await page.getByText(/branch-1 would be step 3 of 4/).waitFor({ state: "attached" });
      await page.keyboard.press("ArrowUp");
      await page.getByText(/branch-1 would be step 2 of 4/).waitFor({ state: "attached" });
      await page.keyboard.press("Space");
      await step(2).getByText("Branch").first().waitFor();
      await lead(page, "Go to", "What did you come for");
      await lead(page, "Everyone else", "What should we change");

      // What is wrong is said, and the list of problems leads to it.
      await page.getByText("1 warning", { exact: true }).waitFor();
      await page.getByRole("button", { name: "Show", exact: true }).click();
      await page.getByRole("link", { name: /What should we change/ }).click();
      await step(4)
        .getByText(/uses "nickname", which not everyone has/)
        .waitFor();
      const text = page.getByRole("textbox", { name: "What is asked" });
      await text.fill("What should we change?");
      await page.getByText("No problem found").waitFor();

      // An error keeps it from being published: a step that somebody leads to is deleted.
      await page.getByRole("button", { name: "More for step 3" }).click();
      await page.getByRole("menuitem", { name: "Delete" }).click();
      await page.getByText("1 problem", { exact: true }).waitFor();
      await page.getByRole("button", { name: "Publish" }).click();
      const dialog = page.getByRole("dialog", { name: `Publish ${NAME}` });
      await dialog.getByText("cannot be published yet").waitFor();
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      await step(2)
        .getByRole("button", { name: /Branch/, expanded: false })
        .click();
      await lead(page, "Go to", "The end of the conversation");
      await page.getByText("No problem found").waitFor();

      // Tried beside the editor, before anybody gets it.
      const preview = page.getByRole("region", { name: "Preview" });
      await preview.getByText("How was it?").waitFor();
      await preview.getByRole("textbox").fill("2");
      await page.keyboard.press("Enter");
      await preview.getByText("What should we change?").waitFor();

      // It leads to an option of one's own in the address, and back.
      expect(new URL(page.url()).searchParams.get("step")).toBe("branch-1");
      await page.getByRole("button", { name: "Publish" }).click();
      await dialog.getByRole("button", { name: "Save and publish" }).click();
      await dialog.waitFor({ state: "detached" });
      await page.getByText("Published, version 1", { exact: true }).waitFor();
      expect(await steps.count()).toBe(3);

      // Versions say what is different in words.
      await step(1)
        .getByRole("button", { name: /Question/, expanded: false })
        .click();
      await text.fill("How was your day?");
      await page.keyboard.press("Control+s");
      await page.getByText("Unsaved changes").waitFor({ state: "detached" });
      await page.getByRole("tab", { name: "Versions" }).click();
      await page.getByRole("link", { name: "Version 1" }).click();
      const version = page.getByRole("dialog", { name: "Version 1" });
      await version.getByText("How was your day?", { exact: true }).waitFor();
      await version.getByText("How was it?", { exact: true }).waitFor();
      await page.keyboard.press("Escape");
      await version.waitFor({ state: "detached" });
      await page.getByRole("tab", { name: "Edit" }).click();
      await step(2)
        .getByRole("button", { name: /Branch/, expanded: false })
        .click();
      await looksFine(page, "flow-editor");
    },
    STORY_MS,
  );

  test(
    "tells the second of two people, and keeps what they wrote",
    async () => {
      const ann = await arrive();
      await signIn(ann.page, "/flows/volunteer");
      const ben = await arrive();
      // Told by a refusal that the browser logs.
      ben.forgive(/409 \(Conflict\)/);
      await signIn(ben.page, "/flows/volunteer");
      await rewrite(ben.page, "Ben's words");
      await rewrite(ann.page, "Ann's words");
      await ann.page.getByRole("button", { name: "Save", exact: true }).click();
      await ann.page.getByText("Unsaved changes").waitFor({ state: "detached" });

      // By the news of it or by the refusal, whichever comes first.
      await ben.page.keyboard.press("Control+s");
      const told = ben.page.getByRole("alert").filter({ hasText: "Somebody else saved this flow" });
      await told.waitFor();
      await told.getByRole("button", { name: "Look at what differs" }).click();
      await told.getByText("Ann's words", { exact: true }).waitFor();
      await told.getByText("Ben's words", { exact: true }).waitFor();

      // A reload loses nothing either.
      await ben.page.reload();
      await told.waitFor();
      await told.getByRole("button", { name: "Go on with mine" }).click();
      await ben.page.getByRole("button", { name: "Save", exact: true }).click();
      await ben.page.getByText("Unsaved changes").waitFor({ state: "detached" });
      await ben.page.getByRole("listitem", { name: /Ben's words/ }).waitFor();
    },
    STORY_MS,
  );
});
