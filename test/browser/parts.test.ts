// A page with many parts, on a phone: they are a list to choose from, in one row, and the address keeps the choice.
import { expect, test } from "vitest";
import * as z from "zod";
import { signIn } from "./admin-page.ts";
import { place, stories } from "./browse.ts";
import { organiser } from "./organiser.ts";

const Listed = z.object({ data: z.array(z.object({ id: z.string() })) });

async function firstOf(list: string): Promise<string> {
  return (await organiser().get(`/api/v1/${list}?limit=1`, Listed)).data[0]?.id ?? "";
}

stories("the parts of a page on a phone", (arrive) => {
  test("are chosen from a list", async () => {
    const { page, forgive } = await arrive({ width: 390, height: 844, isTouched: true });
    // What does not fit is refused.
    forgive(/422/);
    const parts = page.getByRole("combobox", { name: "Part of this page" });
    await signIn(page, "/flows/centre-survey");
    await parts.selectOption({ label: "Versions" });
    await page.waitForURL(/tab=versions/);
    await page.getByRole("button", { name: "Go to" }).waitFor();
    expect(await page.getByRole("tab").count()).toBe(0);
    await page.goBack();
    await expect.poll(() => parts.inputValue()).toBe("edit");

    await page.goto(`${place().product}/setup/lines/${await firstOf("lines")}`);
    await parts.selectOption({ label: "Hours" });
    await page.waitForURL(/tab=hours/);

    // Where something does not fit is said in the list as well.
    await page.goto(`${place().product}/setup/lines/new?tab=words`);
    await parts.selectOption({ label: "Line" });
    await page.getByRole("textbox", { name: "Name" }).fill("Half a line");
    await page.getByRole("button", { name: "Add the line" }).click();
    await page.getByText("Something does not fit yet").waitFor();
    await parts.selectOption({ label: "Words" });
    await expect.poll(() => parts.innerText()).toContain("Line (does not fit yet)");
    await parts.selectOption({ label: "Line (does not fit yet)" });
    expect(await page.getByRole("textbox", { name: "Name" }).inputValue()).toBe("Half a line");
  });
});
