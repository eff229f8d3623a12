// What did not arrive: the newest on Home, all of it on a list of its own, until somebody has seen to each.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { type LocalSystem, startLocally } from "../demo/start.ts";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { seeded } from "../system/seeded.ts";
import { PATIENCE_MS, stories } from "./browse.ts";
import { looksFine } from "./looks.ts";

const FROM = "+447700900570";
const WORDS = "Your library book is here.";
const NAMES = ["Ana", "Bo", "Cem", "Dov", "Eli", "Fay", "Gil"];
const NUMBERS = NAMES.map((_, place) => `+44770090058${place}`);
/** The carrier's: unreachable destination handset. */
const UNREACHABLE = 30_003;
const STORY_MS = 120_000;

const Made = z.object({ id: z.string() });
const Glance = z.object({ trouble: z.object({ count: z.int() }) });

stories("what did not arrive", (arrive) => {
  let folder = "";
  let system: LocalSystem;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "partyline-trouble-"));
    system = await startLocally({
      folder,
      secrets: TEST_SECRETS,
      productPort: 0,
      carrierPort: 0,
      watch: false,
      random: seeded(23),
    });
  }, STORY_MS);
  afterAll(async () => {
    await system?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** A line that is open around the clock, and seven people whose telephones cannot be reached. */
  async function failSeven(): Promise<void> {
    const { api } = system;
    const line = {
      name: "Library",
      channel: "sms",
      sender: "long-code",
      address: FROM,
      organisation: "Riverside Library",
      language: "en",
      zone: "Europe/London",
      hours: "Mo-Su 00:00-24:00",
    };
    const { id: lineId } = await api.send("POST", "/api/v1/lines", line, Made);
    system.connectLine({ sender: "long-code", address: FROM, name: "Library" });
    for (const [place, number] of NUMBERS.entries()) {
      system.handset(number).setDelivery({ kind: "failed", code: UNREACHABLE });
      const person = { phone: number, first_name: NAMES[place], consent: true };
      await api.send("POST", "/api/v1/users", person, z.unknown());
      await api.send("POST", "/api/v1/messages", { lineId, to: number, text: WORDS }, z.unknown());
    }
    const count = async () => (await api.get("/api/v1/home", Glance)).trouble.count;
    await expect.poll(count, { timeout: PATIENCE_MS }).toBe(NAMES.length);
  }

  test("is sent again or left, one by one, until everything arrived", { timeout: STORY_MS }, async () => {
    await failSeven();
    const { page } = await arrive();
    await page.goto(`${system.publicUrl}/`);
    await page.getByLabel("Token").fill(TEST_SECRETS.ADMIN_TOKEN);
    await page.keyboard.press("Enter");
    await page.getByText("2 more did not arrive this week").waitFor();
    await page.getByRole("link", { name: "See all 7" }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "Did not arrive" }).waitFor();
    const list = page.getByRole("list", { name: "What did not arrive" });
    const matters = list.getByRole("listitem");
    await expect.poll(() => matters.count(), { timeout: PATIENCE_MS }).toBe(NAMES.length);
    await looksFine(page, "trouble");
    await page.setViewportSize({ width: 1440, height: 900 });

    // Ana's telephone is on again.
    const [ana = ""] = NUMBERS;
    system.handset(ana).setDelivery({ kind: "normal" });
    const hers = matters.filter({ has: page.getByRole("link", { name: "Ana" }) });
    await hers.getByText(WORDS).waitFor();
    await hers.getByRole("button", { name: "Send again" }).press("Enter");
    await system.handset(ana).expect(WORDS, { withinMs: PATIENCE_MS });
    await hers.waitFor({ state: "detached" });

    for (let left = NAMES.length - 1; left > 0; left -= 1) {
      await expect.poll(() => matters.count(), { timeout: PATIENCE_MS }).toBe(left);
      await matters.first().getByRole("button", { name: "Leave it" }).click();
    }
    await page.getByRole("heading", { name: "Everything arrived" }).waitFor();
    await page.getByRole("link", { name: "Back to Home" }).press("Enter");
    await page.getByRole("heading", { name: "Today" }).waitFor();
    await expect.poll(() => page.getByText(WORDS).count(), { timeout: PATIENCE_MS }).toBe(0);
  });
});
