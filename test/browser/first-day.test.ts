// Somebody's first day: from an empty database to a survey that is answered and a line that rings, by the pages alone.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, test } from "vitest";
import { type LocalSystem, startLocally } from "../demo/start.ts";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { seeded } from "../system/seeded.ts";
import { listens } from "./admin-page.ts";
import { PATIENCE_MS, stories } from "./browse.ts";
import { addStep, choose, lead } from "./flow-steps.ts";
import { drawShift } from "./rota-drawing.ts";

const NUMBER = "+447700900180";
const LINE = "Town line";
const FLOW = "Open day";
const QUESTIONS = {
  score: "How was it, from 1 to 5?",
  best: "What did you like best?",
  change: "What should we change?",
};
const ANA = { name: "Ana", number: "+447700900181" };
const BO = { name: "Bo", number: "+447700900182" };
const DORA = { name: "Dora", number: "+447700900183" };
const LIST = [
  "Mobile,First name,Town",
  "07700 900181,Ana,Leeds",
  "07700 900182,Bo,Leeds",
  "07700 900184,Cem,York",
].join("\r\n");
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/** A minute and a half, and several times as long on a busy machine. */
const STORY_MS = 300_000;

stories("the first day", (arrive) => {
  let folder = "";
  let system: LocalSystem;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "partyline-first-day-"));
    system = await startLocally({
      folder,
      secrets: TEST_SECRETS,
      productPort: 0,
      carrierPort: 0,
      watch: false,
      random: seeded(17),
    });
  }, STORY_MS);
  afterAll(async () => {
    await system?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test("ends with answers and with a volunteer on the telephone", { timeout: STORY_MS }, async () => {
    // Tall enough for a whole day of the rota.
    const { page, context } = await arrive({ height: 1500 });
    await page.goto(`${system.publicUrl}/`);
    await page.getByLabel("Token").fill(TEST_SECRETS.ADMIN_TOKEN);
    await page.keyboard.press("Enter");

    await takeFirstStep(page, "Go to lines");
    await makeLine(page);
    // At the carrier the number is rented already; it is pointed here by hand or by Setup's "Numbers".
    system.connectLine({ sender: "long-code", address: NUMBER, name: LINE });

    await takeFirstStep(page, "Go to flows");
    await buildSurvey(page);
    await trySurvey(page);
    await publishSurvey(page);

    await takeFirstStep(page, "Import a file");
    await importPeople(page);
    await makeSegment(page);

    // Beside all that, a page of the answers: it is not touched until they are there.
    const answers = await context.newPage();
    await answers.goto(`${system.publicUrl}/flows/open-day/responses`);
    await answers.getByText("Nobody has answered yet").waitFor();
    await listens(answers);
    await takeFirstStep(page, "New campaign");
    await sendSurvey(page);

    const [ana, bo] = [system.handset(ANA.number), system.handset(BO.number)];
    const soon = { withinMs: PATIENCE_MS };
    await ana.expect(QUESTIONS.score, soon);
    await bo.expect(QUESTIONS.score, soon);
    await ana.text(NUMBER, "5");
    await ana.expect(QUESTIONS.best, soon);
    await ana.text(NUMBER, "1");
    await ana.expect(QUESTIONS.change, soon);
    await ana.text(NUMBER, "More chairs");
    // Whom it did not please is led past the second question, and has enough of the third.
    await bo.text(NUMBER, "2");
    await bo.expect(QUESTIONS.change, soon);
    await bo.text(NUMBER, "STOP");
    await seeAnswers(answers);
    await answers.close();
    await page.getByRole("link", { name: "Home", exact: true }).click();
    await page.getByRole("heading", { name: "Today" }).waitFor();
    await page.getByRole("list", { name: "First steps" }).waitFor({ state: "detached" });

    // Whoever is not asked but texts the word is asked as well.
    const guest = system.handset("+447700900185");
    await guest.text(NUMBER, "open day");
    await guest.expect(QUESTIONS.score, soon);

    await makeGroup(page);
    await drawShift(page, DORA.name);
    const call = await guest.call(NUMBER);
    const ringing = await system.handset(DORA.number).rings();
    await ringing.answer();
    await ringing.hears(/press 1/i);
    await ringing.press("1");
    await call.connected();
    await ringing.hangUp();
    await page.getByRole("link", { name: "Calls", exact: true }).click();
    await page.getByText(DORA.name).first().waitFor();
  });
});

async function takeFirstStep(page: Page, button: string): Promise<void> {
  await page.getByRole("link", { name: "Home", exact: true }).click();
  await page
    .getByRole("list", { name: "First steps" })
    .getByRole("link", { name: button, exact: true })
    .click();
}

/** Open around the clock, so that the story is not about the hour. */
async function makeLine(page: Page): Promise<void> {
  await page.getByRole("link", { name: "New line" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill(LINE);
  await page.getByRole("textbox", { name: "Who is speaking" }).fill("Riverside Centre");
  await page.getByRole("textbox", { name: "Number" }).fill(NUMBER);
  await page.getByRole("tab", { name: "Hours" }).click();
  for (const day of DAYS) {
    await page.getByRole("textbox", { name: `${day}, from` }).fill("0");
    await page.getByRole("textbox", { name: `${day}, to` }).fill("24");
  }
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Add the line" }).click();
  await page.getByRole("heading", { level: 1, name: LINE }).waitFor();
  // Nothing can start yet, and the page says what comes first.
  await page.getByRole("link", { name: "Make a flow" }).waitFor();
}

/** Three questions, and a branch below the first. */
async function buildSurvey(page: Page): Promise<void> {
  await page.getByRole("button", { name: "New flow" }).click();
  const dialog = page.getByRole("dialog", { name: "New flow" });
  await dialog.getByRole("textbox", { name: "Name", exact: true }).fill(FLOW);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: FLOW }).waitFor();
  await page.getByRole("button", { name: "Begin with a question" }).click();
  const words = page.getByRole("textbox", { name: "What is asked", exact: true });
  await words.fill(QUESTIONS.score);
  await choose(page, "The answer is", "A rating");
  await addStep(page, /^Branch/);
  // It asks about the question above, and compares as ratings are compared.
  await page.getByRole("textbox", { name: "With what" }).fill("4");
  await page.getByRole("listitem", { name: `Step 2: If “${QUESTIONS.score}” is at least 4` }).waitFor();
  await addStep(page, /^Question/);
  await words.fill(QUESTIONS.best);
  await choose(page, "The answer is", "One of several options");
  await page.getByRole("textbox", { name: "Option 1" }).fill("Music");
  await page.getByRole("textbox", { name: "Option 2" }).fill("Food");
  await addStep(page, /^Question/);
  await words.fill(QUESTIONS.change);
  await page
    .getByRole("listitem", { name: "Step 2:" })
    .getByRole("button", { name: /Branch/, expanded: false })
    .click();
  await lead(page, "Go to", "What did you like");
  await lead(page, "Everyone else", "What should we change");
  await page.getByText("No problem found").waitFor();
}

async function trySurvey(page: Page): Promise<void> {
  const preview = page.getByRole("region", { name: "Preview" });
  const log = preview.getByRole("log", { name: "Conversation" });
  const box = preview.getByRole("textbox", { name: "What they write" });
  await log.getByText(QUESTIONS.score).waitFor();
  await box.fill("2");
  await page.keyboard.press("Enter");
  await log.getByText(QUESTIONS.change).waitFor();
  await preview.getByRole("button", { name: "Begin again" }).click();
  await box.fill("5");
  await page.keyboard.press("Enter");
  await log.getByText(QUESTIONS.best).waitFor();
}

/** And lets a word on the line start it. */
async function publishSurvey(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Publish" }).click();
  const dialog = page.getByRole("dialog", { name: `Publish ${FLOW}` });
  await dialog.getByRole("button", { name: "Save and publish" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText("Published, version 1", { exact: true }).waitFor();
  await page.getByRole("tab", { name: "How it starts" }).click();
  await choose(page, "Line", LINE);
  await page.getByRole("textbox", { name: "Word" }).fill("open day");
  await page.keyboard.press("Enter");
  await page.getByRole("table", { name: "Words that start this flow" }).getByText("OPEN DAY").waitFor();
}

/** What is forgotten at first, the country, is said where it shows, and one click away. */
async function importPeople(page: Page): Promise<void> {
  const file = { name: "members.csv", mimeType: "text/csv", buffer: Buffer.from(LIST) };
  await page.getByLabel("CSV file").setInputFiles(file);
  await page.getByRole("table", { name: "Columns" }).waitFor();
  await page.getByLabel("Proof that everybody agreed").fill("Signed the list at the May fair");
  await page.getByRole("button", { name: "See what would change" }).click();
  await page.getByText("choose the country of numbers without a code").first().waitFor();
  await page.getByRole("button", { name: "Change the columns" }).click();
  await page.getByRole("combobox", { name: "Country of numbers without a code" }).fill("United K");
  await page.getByRole("option", { name: "United Kingdom" }).click();
  await page.getByRole("button", { name: "See what would change" }).click();
  await page.getByRole("button", { name: "Import 3" }).click();
  await page.getByRole("main").getByRole("status").filter({ hasText: "Imported" }).waitFor();
}

async function makeSegment(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Segments", exact: true }).click();
  await page.getByRole("link", { name: "New segment" }).first().click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Leeds");
  await page.getByRole("button", { name: "Add a comparison" }).click();
  const second = page.getByRole("group", { name: "Comparison" }).nth(1);
  // What people have is offered, though something else stands there.
  await second.getByRole("combobox", { name: "Which attribute" }).click();
  await page.getByRole("option", { name: "town" }).click();
  await second.getByRole("combobox", { name: "Value", exact: true }).fill("Leeds");
  await page.keyboard.press("Escape");
  await page.getByRole("status").getByText("2 people at this moment").waitFor();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { level: 1, name: "Leeds" }).waitFor();
}

async function sendSurvey(page: Page): Promise<void> {
  await page
    .getByRole("radiogroup", { name: "What to say: kind" })
    .getByText("Flow", { exact: true })
    .click();
  await choose(page, "What to say: flow", FLOW);
  await choose(page, "Segment", "Leeds");
  await choose(page, "From which line", new RegExp(`^${LINE}`));
  await page.getByText("Saved as a draft").waitFor();
  await page.getByRole("region", { name: "What it comes to" }).getByText(QUESTIONS.score).first().waitFor();
  await page.getByRole("button", { name: "Launch…" }).click();
  const question = page.getByRole("dialog", { name: "Send it to 2 people?" });
  await question.getByRole("button", { name: "Send to 2 people" }).click();
  await question.waitFor({ state: "detached" });
}

/** Answer, chart and drop-off, without anybody reloading. */
async function seeAnswers(page: Page): Promise<void> {
  const row = page.getByRole("row", { name: "Ana" });
  await row.getByText("Completed").waitFor();
  await row.getByText("Music").waitFor();
  await row.getByText("More chairs").waitFor();
  await page.getByRole("row", { name: "Bo" }).getByText("Broke off").waitFor();
  await page.getByRole("tab", { name: "Charts" }).click();
  await page
    .getByRole("region", { name: QUESTIONS.best })
    .getByRole("link", { name: /^Music 1 \(100%\)/ })
    .waitFor();
  await page.getByRole("tab", { name: "Completion" }).click();
  await page.getByText("1 left here (50%)").waitFor();
}

async function makeGroup(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Rota", exact: true }).click();
  await page.getByRole("link", { name: "Add a group" }).click();
  const group = page.getByRole("dialog", { name: "New group" });
  await group.getByRole("textbox", { name: "Name" }).fill("Helpline");
  await group.getByLabel("Number").fill("+44 7700 900180");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Add a volunteer" }).click();
  const volunteer = page.getByRole("dialog", { name: "New volunteer" });
  await volunteer.getByRole("textbox", { name: "Name" }).fill(DORA.name);
  await volunteer.getByRole("textbox", { name: "Phone" }).fill(DORA.number);
  await page.keyboard.press("Enter");
  await volunteer.waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Rota", exact: true }).click();
}
