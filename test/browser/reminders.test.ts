// Reminders from the admin: a shift of the week to come, whoever is on it asked now, and what became of the question.
import { expect, test } from "vitest";
import { listens, signIn } from "./admin-page.ts";
import { findBarriers } from "./axe.ts";
import { PATIENCE_MS, stories } from "./browse.ts";

stories("reminders", (arrive) => {
  test("a volunteer is asked about a shift now, and the page says so by itself", async () => {
    const { page } = await arrive();
    await signIn(page, "/reminders");
    await listens(page);
    await page.getByRole("combobox", { name: "Group" }).click();
    await page.getByRole("option", { name: "Helpline", exact: true }).click();
    await page.waitForURL(/group=/);
    const shift = page.getByRole("article").nth(2);
    const volunteers = shift.getByRole("list", { name: "On the shift" }).getByRole("listitem");
    await expect.poll(() => volunteers.count(), { timeout: PATIENCE_MS }).toBe(2);
    await volunteers.first().getByText("Not reminded yet").waitFor();
    await shift.getByRole("button", { name: "Remind now" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("Reminded 2.").waitFor();
    await expect.poll(() => shift.getByText("Not reminded yet").count(), { timeout: PATIENCE_MS }).toBe(0);
    await shift.getByRole("button", { name: "Remind now" }).waitFor({ state: "detached" });
    expect(await findBarriers(page)).toEqual([]);
    await page.getByText("The month past").click();
    await page.waitForURL(/past=true/);
  });
});
