// A campaign from three choices to its last delivery: tried on one's own phone, launched, watched, paused, let go on or called off.
import { expect, test } from "vitest";
import * as z from "zod";
import { listens, signIn } from "./admin-page.ts";
import { findBarriers } from "./axe.ts";
import { PATIENCE_MS, stories } from "./browse.ts";
import { organiser } from "./organiser.ts";
import { takePhone } from "./phone-page.ts";
import type { Page } from "playwright-core";

const ADA = { name: "Ada Harbour", number: "+447700900361" };
const PEOPLE = [
  ADA,
  ...["Bea", "Cem", "Dov", "Eli", "Fay"].map((first, place) => ({
    name: `${first} Harbour`,
    number: `+44770090037${place}`,
  })),
];
const WORDS = "Hello {{ first_name }}, we meet at the harbour.";
const ADAS = "Hello Ada, we meet at the harbour.";

const Made = z.object({ id: z.string() });
const Lines = z.object({ data: z.array(z.object({ id: z.string(), name: z.string() })) });

/** Open around the clock, so that the test is not about the hour; slow enough to be paused on the way. */
async function prepare(): Promise<void> {
  const api = organiser();
  const { data } = await api.get("/api/v1/lines", Lines);
  const news = data.find(({ name }) => name === "News");
  const change = { hours: "Mo-Su 00:00-24:00", segmentsPerSecond: 0.5 };
  await api.send("PATCH", `/api/v1/lines/${news?.id}`, change, z.unknown());
  for (const { name, number } of PEOPLE) {
    const first_name = name.split(" ")[0];
    const person = { phone: number, first_name, last_name: "Harbour", tags: ["harbour"], consent: true };
    await api.send("POST", "/api/v1/users", person, z.unknown());
  }
  const filters = [{ path: "tags", op: "eq", value: "harbour" }];
  await api.send("POST", "/api/v1/segments", { name: "The harbour", filters }, Made);
}

async function choose(page: Page, field: string, option: string | RegExp): Promise<void> {
  await page.getByRole("combobox", { name: field, exact: true }).click();
  await page.getByRole("option", { name: option }).click();
}

/** A figure of the campaign's page, as it stands there. */
async function figure(page: Page, name: string): Promise<number> {
  const text = await page.getByRole("group", { name, exact: true }).innerText();
  return Number(/\d+/.exec(text)?.[0]);
}

stories("a campaign", (arrive) => {
  // Six messages at the line's pace take twelve seconds, and two cores may be busy with everything else.
  const patient = { timeout: 90_000 };

  test("is made, tried, launched, watched, paused and let go on", patient, async () => {
    await prepare();
    const { page } = await arrive();
    const guest = await arrive();
    const phone = await takePhone(guest.page, "Ada", ADA.number);
    await phone.chooseLine("News");
    await signIn(page, "/campaigns");
    await listens(page);

    await page.getByRole("link", { name: "New campaign" }).click();
    await page.getByText("Plain words", { exact: true }).click();
    await page.getByRole("textbox", { name: "Words" }).fill(WORDS);
    await choose(page, "Segment", "The harbour");
    await choose(page, "From which line", /^News/);
    await page.getByLabel("Name", { exact: true }).fill("Harbour day");
    // It keeps itself, and what is typed on stays where it is typed.
    await page.getByText("Saved as a draft").waitFor();
    await page.keyboard.type("!");
    await page.getByRole("heading", { level: 1, name: "Harbour day!" }).waitFor();
    const forecast = page.getByRole("region", { name: "What it comes to" });
    await forecast.getByText("6 people").first().waitFor();
    await forecast.getByText("about £0.24").waitFor();
    await forecast
      .getByText(/^Hello \w+, we meet at the harbour\.$/)
      .nth(2)
      .waitFor();
    expect(await findBarriers(page)).toEqual([]);

    await page.getByLabel("Try it on your own phone").fill(ADA.number);
    await page.keyboard.press("Enter");
    await page.getByText("Sent: look at your phone.").waitFor();
    await phone.shows(ADAS);

    await page.getByRole("button", { name: "Launch…" }).click();
    const question = page.getByRole("dialog", { name: "Send it to 6 people?" });
    await question.getByText("£0.24").waitFor();
    await question.getByRole("button", { name: "Send to 6 people" }).press("Enter");

    const sent = () => figure(page, "Sent");
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await expect.poll(sent, { timeout: PATIENCE_MS }).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Pause" }).click();
    await page.getByRole("button", { name: "Resume" }).waitFor();
    expect(await sent()).toBeLessThan(PEOPLE.length);
    await page.getByRole("button", { name: "Resume" }).press("Enter");
    await expect.poll(() => figure(page, "Delivered"), { timeout: PATIENCE_MS }).toBe(PEOPLE.length);
    await phone.shows(ADAS, ADAS);

    await phone.text("I will bring cake");
    await page.getByText("I will bring cake").waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole("tab", { name: "History" }).click();
    await page.getByText("owner paused it").waitFor();
    await page.getByRole("tab", { name: "Recipients" }).click();
    await page.getByRole("table", { name: "Recipients" }).getByText("Bea Harbour").waitFor();
    await page.goBack();
  });

  test("that is cancelled on its way says what was forecast, and what came of it", patient, async () => {
    const api = organiser();
    const lines = await api.get("/api/v1/lines", Lines);
    const config = {
      name: "Called off",
      lineId: lines.data.find(({ name }) => name === "News")?.id,
      variants: [{ name: "message", content: { kind: "text", text: { en: "The pier is closed." } } }],
      audience: { kind: "filter", filter: { path: "tags", op: "eq", value: "harbour" } },
    };
    const { id } = await api.send("POST", "/api/v1/campaigns", config, Made);
    const { page } = await arrive();
    await signIn(page, `/campaigns/${id}`);
    const forecast = page.getByRole("region", { name: "What it comes to" });
    await forecast.getByText("6 people").first().waitFor();
    // The line is open around the clock.
    await forecast.getByText("At once").waitFor();
    await page.getByRole("button", { name: "Launch…" }).click();
    await page.getByRole("button", { name: "Send to 6 people" }).click();

    const sent = () => figure(page, "Sent");
    await expect.poll(sent, { timeout: PATIENCE_MS }).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Pause" }).press("Enter");
    await page.getByRole("button", { name: "Resume" }).press("Enter");
    await page.getByRole("button", { name: "Cancel…" }).press("Enter");
    const question = page.getByRole("dialog", { name: "Cancel this campaign for good?" });
    await question
      .getByText(/have not got it yet will not get it|has not got it yet will not get it/)
      .waitFor();
    await question.getByLabel("Why").fill("The pier is open again");
    await question.getByRole("button", { name: "Cancel it" }).press("Enter");
    await question.waitFor({ state: "detached" });
    await page.getByText("Cancelled", { exact: true }).first().waitFor();

    const table = page.getByRole("table", { name: "Forecast and fact" });
    const row = table.getByRole("row", { name: /^Sent/ });
    const cells = async () => (await row.getByRole("cell").allInnerTexts()).slice(1).map(Number);
    await expect.poll(async () => (await cells())[0]).toBe(6);
    const [, fact = 0] = await cells();
    expect(fact).toBeGreaterThan(0);
    expect(fact).toBeLessThan(6);
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole("tab", { name: "History" }).click();
    await page.getByRole("tabpanel", { name: "History" }).getByText("The pier is open again").waitFor();
  });

  test("that two people change tells the second, and loses nothing of either", async () => {
    const api = organiser();
    const lines = await api.get("/api/v1/lines", Lines);
    const config = {
      name: "For two",
      lineId: lines.data.find(({ name }) => name === "News")?.id,
      variants: [{ name: "message", content: { kind: "text", text: { en: "Hello" } } }],
      audience: { kind: "filter", filter: { path: "tags", op: "eq", value: "nobody" } },
    };
    const { id } = await api.send("POST", "/api/v1/campaigns", config, Made);
    const { page, context, forgive } = await arrive();
    forgive(/ERR_INTERNET_DISCONNECTED|WebSocket|409/);
    await signIn(page, `/campaigns/${id}`);
    await page.getByText("Nobody is in the audience.").waitFor();
    await context.setOffline(true);
    await page.getByLabel("Name", { exact: true }).fill("Mine");
    await page.getByText("Not saved", { exact: true }).waitFor();
    const theirs = { revision: 1, config: { ...config, name: "Theirs" } };
    await api.send("PUT", `/api/v1/campaigns/${id}`, theirs, z.unknown());
    await context.setOffline(false);
    await page.getByText("Somebody else changed this draft meanwhile").waitFor();
    await page.getByRole("heading", { level: 1, name: "Mine" }).waitFor();
    await page.getByRole("button", { name: "Show theirs, and drop mine" }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "Theirs" }).waitFor();
    await page.getByText("Saved as a draft").waitFor();
  });
});
