// A list comes in as CSV, with mistakes in it: looked at, settled, tried, imported, its rejects taken away, taken back.
import { text } from "node:stream/consumers";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import * as z from "zod";
import { signIn } from "./admin-page.ts";
import { stories } from "./browse.ts";
import { organiser } from "./organiser.ts";
import { looksFine } from "./looks.ts";

const LIST = [
  "Mobile;First name;Plan;Since;Agreed",
  "07700 900841;Ana;pro;2026-01-02;yes",
  "07700 900842;Bo <script>alert(1)</script>;free;2026-01-03;no",
  "not a number;Cem;pro;2026-01-04;yes",
  "07700 900841;Ana again;pro;2026-01-05;yes",
].join("\r\n");

const Found = z.object({ data: z.array(z.object({ name: z.string().nullable(), attributes: z.unknown() })) });
const lookUp = async (number: string) =>
  (await organiser().send("POST", "/api/v1/contacts/search", { number }, Found)).data;

const give = (page: Page, name: string, content: string | Buffer): Promise<void> =>
  page.getByLabel("CSV file").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });

/** What a row of the counts says. */
const count = (page: Page, outcome: string): Promise<string> =>
  page
    .getByRole("term")
    .filter({ hasText: new RegExp(`^${outcome}$`) })
    .locator("xpath=following-sibling::dd")
    .innerText();

stories("an import", (arrive) => {
  test("refuses what is no CSV before anybody waits for it", async () => {
    const { page, forgive } = await arrive();
    forgive(/415/);
    await signIn(page, "/imports");
    await give(page, "members.csv", "%PDF-1.7 and so on");
    await page.getByRole("alert").filter({ hasText: "“members.csv” is no CSV but a PDF" }).waitFor();
    await give(page, "empty.csv", "");
    await page.getByRole("alert").filter({ hasText: "“empty.csv” is empty." }).waitFor();
    // What only the server can tell is said in its words, with the request's id.
    await give(page, "strange.csv", Buffer.from([1, 0, 0, 2, 0, 3, 0, 0, 4]));
    await page.getByRole("alert").filter({ hasText: "This is no text in any encoding we know" }).waitFor();
  });

  test("goes from a dropped file to people and back again", async () => {
    const { page } = await arrive();
    await signIn(page, "/contacts");
    await page.getByRole("link", { name: "Import", exact: true }).click();
    await give(page, "members.csv", LIST);

    // The columns are proposed, with what stands in them.
    const columns = page.getByRole("table", { name: "Columns" });
    await columns.getByText("07700 900841 · 07700 900842 · not a number").waitFor();
    const meaning = (heading: string) =>
      columns.getByRole("combobox", { name: `What “${heading}” is taken for` });
    expect(await meaning("Mobile").inputValue()).toBe("Phone number");
    expect(await meaning("Agreed").inputValue()).toBe("They agreed: yes, or when");
    await looksFine(page, "import-columns");
    await page.setViewportSize({ width: 1440, height: 900 });

    // Two columns for one thing are told at once; then the second is kept as it is.
    await meaning("Since").click();
    await page.getByRole("option", { name: "Phone number" }).click();
    await page.getByText("Two columns are taken for the number.").waitFor();
    await meaning("Since").click();
    await page.getByRole("option", { name: "Nothing: kept for the export" }).click();
    const country = page.getByRole("combobox", { name: "Country of numbers without a code" });
    await country.fill("United K");
    await page.getByRole("option", { name: "United Kingdom" }).click();
    await page.getByRole("button", { name: "See what would change" }).focus();
    await page.keyboard.press("Enter");

    // The dry run changes nobody.
    await page.getByText("This is what would happen. Nobody is changed yet.").waitFor();
    expect(await count(page, "New")).toBe("2");
    expect(await count(page, "Rejected")).toBe("2");
    await page.getByText("The person of row 2 again: only the first of their rows counts.").waitFor();
    expect(await lookUp("+447700900841")).toEqual([]);

    // What somebody wrote is text, whatever it is.
    const script = page.getByText("Bo <script>alert(1)</script>");
    await script.first().waitFor();
    await page.getByRole("radiogroup", { name: "Which rows" }).getByText("Rejected").click();
    await page.waitForURL(/outcome=rejected/);
    await page.getByText("not a number · Cem").waitFor();
    await expect.poll(() => script.count()).toBe(0);

    await page.getByRole("button", { name: "Import 2" }).click();
    const state = page.getByRole("main").getByRole("status").filter({ hasText: "Imported" });
    await state.waitFor();
    await page.reload();
    await state.waitFor();
    expect((await lookUp("+447700900841")).map(({ name }) => name)).toEqual(["Ana"]);

    const [rejects] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Rejected rows as CSV" }).click(),
    ]);
    const rejected = await text(await rejects.createReadStream());
    const [headings] = rejected.split("\r\n");
    expect(headings).toMatch(/^\uFEFF?Mobile;First name;Plan;Since;Agreed;Why it was rejected$/);
    expect(rejected).toContain("not a number;Cem;pro;2026-01-04;yes;");

    await page.getByRole("button", { name: "Take it back" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Take it back" }).click();
    await page.getByText("Taken back: 2 people removed, 0 put back as they were.").waitFor();
    expect(await lookUp("+447700900841")).toEqual([]);
  });

  test("that was begun and is not wanted is discarded, by keyboard", async () => {
    const { page, forgive } = await arrive();
    // News of it may reach the page before the page leaves it.
    forgive(/404/);
    await signIn(page, "/imports");
    await give(page, "wrong-list.csv", LIST);
    await page.getByRole("table", { name: "Columns" }).waitFor();
    await page.getByRole("combobox", { name: "Tags they all get" }).fill("fair");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Discard…" }).press("Enter");
    const question = page.getByRole("dialog", { name: "Discard this file?" });
    // The first press is the harmless one.
    await question.getByRole("button", { name: "Keep it" }).waitFor();
    await page.keyboard.press("Enter");
    await question.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Discard…" }).press("Enter");
    await question.getByRole("button", { name: "Discard it" }).press("Enter");

    await page.getByRole("heading", { level: 1, name: "Imports" }).waitFor();
    await page.getByText("“wrong-list.csv” is gone.").waitFor();
    await expect.poll(() => page.getByRole("link", { name: "wrong-list.csv" }).count()).toBe(0);
    await page.goBack();
    await page.getByRole("main").getByRole("alert").waitFor();
  });
});
