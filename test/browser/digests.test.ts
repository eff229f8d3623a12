// A digest from the admin: begun by keyboard, looked at before it goes, sent, found again among the e-mails; a second save is told.
import { expect, test } from "vitest";
import * as z from "zod";
import { signIn } from "./admin-page.ts";
import { findBarriers } from "./axe.ts";
import { PATIENCE_MS, stories } from "./browse.ts";
import { organiser } from "./organiser.ts";

const TO = "trustees@riverside.example";

stories("digests", (arrive) => {
  test("one is begun, previewed, sent and read in the outbox", async () => {
    const { page, forgive } = await arrive();
    // Two people change the same one, and the second is told.
    forgive(/409/);
    await signIn(page, "/digests");
    await page.getByRole("link", { name: "New digest" }).first().focus();
    await page.keyboard.press("Enter");
    await page.getByRole("textbox", { name: "To" }).fill("trustees");
    await page.getByRole("combobox", { name: "How often" }).click();
    await page.getByRole("option", { name: "Every week" }).click();
    await page.getByRole("combobox", { name: "On", exact: true }).click();
    await page.getByRole("option", { name: "Friday" }).click();
    forgive(/422/);
    await page.getByRole("button", { name: "Begin" }).click();
    await page.getByText(/^This .*e-?mail/i).waitFor();
    await page.getByRole("textbox", { name: "To" }).fill(TO);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: TO }).waitFor();

    const preview = page.getByRole("region", { name: "Preview" });
    const frame = preview.frameLocator("iframe");
    await frame.getByRole("heading").first().waitFor();
    expect(await preview.getByTitle("The digest as it would be sent").getAttribute("sandbox")).toBe("");
    expect(await findBarriers(page)).toEqual([]);

    const id = new URL(page.url()).searchParams.get("open") ?? "";
    await page.getByLabel("Not when nothing happened").check();
    await organiser().send("PATCH", `/api/v1/digests/${id}`, { at: "08:15" }, z.unknown());
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("alert").getByText("Somebody else changed this digest meanwhile").waitFor();
    expect(await page.getByLabel("Not when nothing happened").isChecked()).toBe(true);
    await page.getByRole("button", { name: "Undo the changes" }).click();
    await expect
      .poll(() => page.getByRole("textbox", { name: "At" }).inputValue(), { timeout: PATIENCE_MS })
      .toBe("08:15");

    await page.getByRole("button", { name: "Send it now" }).click();
    await page.getByText("It is on its way").waitFor();
    await page.getByRole("link", { name: "E-mails" }).click();
    const outbox = page.getByRole("table", { name: "E-mails" });
    const sent = outbox.getByRole("row").filter({ hasText: TO });
    await sent.getByText(/Sent|Arrived/).waitFor({ timeout: PATIENCE_MS * 2 });
    await sent.getByRole("link").click();
    await page
      .getByRole("region", { name: "What it said" })
      .frameLocator("iframe")
      .getByRole("heading")
      .first()
      .waitFor();
    await page.goBack();
    await outbox.waitFor();
    await page.getByRole("tab", { name: "Addresses that get no more" }).click();
    await page.getByText("Everybody gets their e-mails").waitFor();
  });
});
