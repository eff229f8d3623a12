// node test/browser/take-pictures.ts: takes README's pictures anew, of a demo with three days behind it.
import "../../worker/cli/quiet.ts";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import * as z from "zod";
import { ROOT } from "../../worker/cli/checkout.ts";
import { Refusal, runScript } from "../../worker/cli/script.ts";
import { seed } from "../demo/seed/seed.ts";
import { type LocalSystem, startLocally } from "../demo/start.ts";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { seeded } from "../system/seeded.ts";
import { launchChromium } from "./chromium.ts";

const FOLDER = join(ROOT, "admin-ui/screenshots");

await runScript(async () => {
  const launched = await launchChromium();
  if (launched.kind === "none") throw new Refusal(`No pictures: ${launched.why}.`);
  const folder = await mkdtemp(join(tmpdir(), "partyline-pictures-"));
  const system = await startLocally({
    folder,
    secrets: TEST_SECRETS,
    productPort: 0,
    carrierPort: 0,
    watch: false,
    random: seeded(20261121),
  });
  try {
    await seed(system);
    const browser = await chromium.connect(launched.server.wsEndpoint());
    await takePhone(await openPage(browser, 1200, 780), system);
    await takeChat(await openPage(browser, 760, 900), system);
    await takeAdmin(await openPage(browser, 1360, 850), system);
  } finally {
    await launched.server.close();
    await system.stop();
    await rm(folder, { recursive: true, force: true });
  }
});

function openPage(browser: Browser, width: number, height: number): Promise<Page> {
  return browser.newPage({
    viewport: { width, height },
    locale: "en-GB",
    timezoneId: "Europe/London",
    reducedMotion: "reduce",
  });
}

async function takePhone(page: Page, { phoneUrl, handset }: LocalSystem): Promise<void> {
  handset("+447700900301", { name: "John Mbeki", zone: "Europe/London" });
  await page.goto(phoneUrl);
  await page.getByRole("button", { name: "John Mbeki" }).click();
  await page.getByRole("tab", { name: "Texts" }).click();
  for (const [words, answer] of [
    ["REVIEW", "Which product is this review for?"],
    ["iPhone 15", "What's your name?"],
    ["John", "Please send your review for iPhone 15."],
  ] as const) {
    await page.getByRole("textbox", { name: /^Message to/ }).fill(words);
    await page.keyboard.press("Enter");
    await page.getByRole("list", { name: "Messages" }).getByText(answer).waitFor();
  }
  await page.getByRole("textbox", { name: /^Message to/ }).fill("Great camera, lasts two days.");
  await page.getByText("reported as delivered").waitFor();
  await page.screenshot({ path: join(FOLDER, "phone.png") });
}

async function takeChat(page: Page, { publicUrl, addLine }: LocalSystem): Promise<void> {
  await addLine({
    name: "Survey on the web",
    channel: "chat",
    sender: "chat",
    address: "centre-survey",
    organisation: "Riverside Centre",
  });
  await page.goto(`${publicUrl}/chat/centre-survey`);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("button", { name: "Every week" }).click();
  await page.getByRole("textbox", { name: "Your message" }).fill("food bank and classes");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "10" }).waitFor();
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(FOLDER, "chat.png") });
}

/** The first page, a survey with its phone beside it, and a week of the helpline. */
async function takeAdmin(page: Page, { publicUrl, api }: LocalSystem): Promise<void> {
  const Listed = z.object({ data: z.array(z.object({ id: z.string(), slug: z.string().optional() })) });
  const flows = await api.get("/api/v1/flows?limit=200", Listed);
  const survey = flows.data.find(({ slug }) => slug === "centre-survey")?.id ?? "";
  const [group] = (await api.get("/api/v1/helplines?limit=200", Listed)).data;
  await page.goto(`${publicUrl}/sign-in`);
  await page.getByLabel("Token").fill(TEST_SECRETS.ADMIN_TOKEN);
  await page.keyboard.press("Enter");
  await page.waitForURL(({ pathname }) => pathname !== "/sign-in");
  for (const [name, path] of [
    ["home", "/"],
    ["flow", `/flows/${survey}`],
    ["rota", `/rota?group=${group?.id ?? ""}`],
  ] as const) {
    await page.goto(`${publicUrl}${path}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: "disabled" });
  }
}
