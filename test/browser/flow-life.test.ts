// A flow among people: the words that start it, what a change would mean to those who answered, and the way back to an older version.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import * as z from "zod";
import { signIn } from "./admin-page.ts";
import { stories } from "./browse.ts";
import { choose } from "./flow-steps.ts";
import { looksFine } from "./looks.ts";
import { organiser, recorded } from "./organiser.ts";
import { takePhone } from "./phone-page.ts";

const SLUG = "garden-day";
const FIRST = "How was the garden?";
const SECOND = "How was the garden, 1 to 5?";
const THANKS = "Thank you!";
const ANNA = { name: "Anna", number: "+447700900391" };
const BERT = { name: "Bert", number: "+447700900392" };
const CORA = { name: "Cora", number: "+447700900393" };
/** Half a minute, and several times as long on a busy machine. */
const STORY_MS = 150_000;

async function publishFirst(): Promise<void> {
  const nodes = [
    { id: "how", kind: "ask", text: { en: FIRST }, answer: { kind: "text" } },
    { id: "bye", kind: "end", text: { en: THANKS } },
  ];
  const draft = { schema: 1, languages: ["en"], nodes };
  const api = organiser();
  await api.send("POST", "/api/v1/flows", { slug: SLUG, name: "Garden day", draft }, z.unknown());
  await api.send("POST", `/api/v1/flows/${SLUG}/publish`, {}, z.unknown());
}

/** One word by mouse, one by keyboard; a word that starts another flow leads there. */
async function addWords(page: Page): Promise<void> {
  const words = page.getByRole("table", { name: "Words that start this flow" });
  const word = page.getByRole("textbox", { name: "Word" });
  const add = page.getByRole("button", { name: "Add", exact: true });
  await page.getByText("No word starts it yet").waitFor();
  await choose(page, "Line", "Texts");
  await word.fill("Survey!");
  await page.getByText("SURVEY starts centre-survey on this line").waitFor();
  expect(await add.isDisabled()).toBe(true);
  await word.fill("stop");
  await add.click();
  await page.getByText(/a word about consent/).waitFor();
  await looksFine(page, "flow-starts");
  await word.fill("survey");
  await page.getByRole("link", { name: "centre-survey" }).click();
  await words.getByText("SURVEY", { exact: true }).first().waitFor();
  await page.goBack();

  await choose(page, "Line", "Texts");
  await word.fill("garden");
  await add.click();
  await words.getByText("GARDEN").waitFor();

  // By keyboard alone: the line is still chosen.
  await page.getByRole("combobox", { name: "Line" }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.type("plot");
  await page.keyboard.press("Enter");
  await words.getByText("PLOT").waitFor();
}

async function rewrite(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "Edit" }).click();
  const first = page.getByRole("listitem", { name: "Step 1:" });
  await first.getByRole("button", { expanded: false }).first().click();
  await page.getByRole("textbox", { name: "What is asked", exact: true }).fill(SECOND);
  await choose(page, "The answer is", "A rating");
}

stories("a flow among people", (arrive) => {
  test(
    "is started by words, tried on who answered, published and rolled back",
    async () => {
      await publishFirst();
      const { page, forgive } = await arrive();
      // A word that no flow gets to see is refused.
      forgive(/422/);
      await signIn(page, `/flows/${SLUG}?tab=start`);
      await addWords(page);

      const anna = await takePhone((await arrive()).page, ANNA.name, ANNA.number);
      await anna.chooseLine("Texts");
      await anna.text("Garden");
      await anna.shows("Garden", FIRST);
      await anna.text("lovely");
      await anna.shows("Garden", FIRST, "lovely", THANKS);
      await recorded(ANNA.number, 2);

      // Before anybody is asked otherwise: what the change would have meant to her.
      await rewrite(page);
      await page.getByRole("tab", { name: "Try on past ones" }).click();
      const replay = page.getByRole("region", { name: "Past conversations on this draft" });
      await replay.getByText("The last conversation would go another way.").waitFor();
      await replay.getByText(`After “Garden” we said “${FIRST}”; the draft says “${SECOND}”.`).waitFor();
      await replay.getByText("how: “lovely” then, no answer on the draft.").waitFor();
      await looksFine(page, "flow-replay");

      await page.getByRole("button", { name: "Publish" }).click();
      await page.getByRole("button", { name: "Save and publish" }).click();
      await page.getByText("Published, version 2", { exact: true }).waitFor();
      const bert = await takePhone((await arrive()).page, BERT.name, BERT.number);
      await bert.chooseLine("Texts");
      await bert.text("plot");
      await bert.shows("plot", SECOND);

      await page.getByRole("tab", { name: "Versions" }).click();
      await page.getByRole("link", { name: "Version 1" }).click();
      await page.getByRole("button", { name: "Publish again" }).click();
      await page.getByText("Published, version 1", { exact: true }).waitFor();
      await page.getByText("Saved changes are not published yet").waitFor();

      // Who begins now is asked as at first; who began before goes on as they began.
      const cora = await takePhone((await arrive()).page, CORA.name, CORA.number);
      await cora.chooseLine("Texts");
      await cora.text("plot");
      await cora.shows("plot", FIRST);
      await bert.text("4");
      await bert.shows("plot", SECOND, "4", THANKS);
    },
    STORY_MS,
  );
});
