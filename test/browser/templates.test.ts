// A template from its first words to the campaign that says them: what it counts, what somebody lacks, what stands in.
import { test } from "vitest";
import * as z from "zod";
import { signIn } from "./admin-page.ts";
import { stories } from "./browse.ts";
import { looksFine } from "./looks.ts";
import { organiser } from "./organiser.ts";

const KNOWN = {
  phone: "+447700900381",
  first_name: "Gil",
  last_name: "Orchard",
  attributes: { plan: "gold" },
};
const LACKING = { phone: "+447700900382", first_name: "Hal", last_name: "Orchard" };

async function prepare(): Promise<void> {
  const api = organiser();
  for (const person of [KNOWN, LACKING]) {
    await api.send("POST", "/api/v1/users", { ...person, tags: ["orchard"], consent: true }, z.unknown());
  }
  const filters = [{ path: "tags", op: "eq", value: "orchard" }];
  await api.send("POST", "/api/v1/segments", { name: "The orchard", filters }, z.unknown());
}

stories("a template", (arrive) => {
  test("is written, held against people, mended, and sent", async () => {
    await prepare();
    const { page } = await arrive();
    await signIn(page, "/templates");
    await page.getByRole("link", { name: "New template" }).first().click();
    await page.getByLabel("Name", { exact: false }).first().fill("Orchard news");
    const words = page.getByRole("textbox", { name: "English" });
    await words.fill("Hello {{ first_name }}, your plan is {{ plan }}.");
    await page
      .getByText(/^1 segment/)
      .first()
      .waitFor();
    // One sign outside of the alphabet of texts, and only 70 fit.
    await words.fill(`Hello {{ first_name }}, your plan is {{ plan }}. ${"All of it. ".repeat(6)}🍎`);
    await page
      .getByText(/^2 segments/)
      .first()
      .waitFor();
    await words.fill("Hello {{ first_name }}, your plan is {{ plan }}.");

    // What it prints is one of its names by then; what cannot be printed is said, and asked of nobody.
    const names = page.getByRole("table", { name: "Names in it" });
    for (const name of ["first_name", "plan"]) await names.getByRole("cell", { name, exact: true }).waitFor();
    await words.press("End");
    await words.pressSequentially(" {{ Town }}");
    await page.getByText("It prints {{ Town }}, and nothing is called that").waitFor();
    await page.getByText("Something in its words is to be mended first").waitFor();
    await words.fill("Hello {{ first_name }}, your plan is {{ plan }}.");

    // Held against a segment, with somebody in it who has no plan.
    const preview = page.getByRole("region", { name: "Preview" });
    await preview.getByRole("combobox", { name: "People of" }).click();
    await page.getByRole("option", { name: "The orchard" }).click();
    await preview.getByText("Hello Gil, your plan is gold.").waitFor();
    await preview.getByText("Not sent: nobody knows their plan, and nothing stands in.").waitFor();
    await preview.getByText("1 of 2 lack plan, and nothing stands in.").waitFor();
    // Somebody chosen by name, as well.
    await preview.getByRole("button", { name: "Show somebody else" }).press("Enter");
    const whose = page.getByRole("dialog", { name: "Whose message" });
    await whose.getByRole("textbox").fill("Hal Orchard");
    await whose.getByRole("button", { name: /Show/ }).first().press("Enter");
    await preview.getByRole("link", { name: "Hal Orchard" }).waitFor();
    await looksFine(page, "template");
    await page.setViewportSize({ width: 1440, height: 900 });

    // A default stands in, and everybody is sent theirs.
    await page.getByLabel("Said where somebody lacks plan").fill("the free one");
    await preview.getByText("Hello Hal, your plan is the free one.").waitFor();
    await preview.getByText("All 2 have what it prints, or a default stands in.").waitFor();
    await page.getByRole("button", { name: "Save" }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "Orchard news" }).waitFor();

    await page.getByRole("link", { name: "Campaigns" }).click();
    await page.getByRole("link", { name: "New campaign" }).click();
    const choose = async (field: string, option: string | RegExp): Promise<void> => {
      await page.getByRole("combobox", { name: field, exact: true }).click();
      await page.getByRole("option", { name: option }).click();
    };
    // There is a template now: a campaign begins with it.
    await choose("What to say: template", "Orchard news");
    await choose("Segment", "The orchard");
    await choose("From which line", /^News/);
    await page.getByText("Saved as a draft").waitFor();
    await page.getByRole("heading", { level: 1, name: "Orchard news, The orchard" }).waitFor();
    const forecast = page.getByRole("region", { name: "What it comes to" });
    await forecast.getByText("2 people").first().waitFor();
    await forecast.getByText("Hello Hal, your plan is the free one.").waitFor();
  }, 90_000);
});
