// Somebody asks for a person: the organiser sees it without touching the page, takes over, answers, and gives it back.
import { expect, test } from "vitest";
import { listens, signIn } from "./admin-page.ts";
import { PATIENCE_MS, stories } from "./browse.ts";
import { takePhone } from "./phone-page.ts";

const NUMBER = "+447700900351";
const WELCOME = "Good of you to help the Riverside Centre! What is your first name?";
const PROMISE = "Thank you! One of us will text you shortly.";
const ANSWER = "Hello, this is Maya. When may I ring you?";

stories("the inbox", (arrive) => {
  test("brings somebody who asks for a person and the organiser together", async () => {
    const { page } = await arrive();
    await signIn(page, "/inbox");
    await listens(page);

    const guest = await arrive();
    const phone = await takePhone(guest.page, "Guest", NUMBER);
    await phone.chooseLine("Texts");
    await phone.text("VOLUNTEER");
    await phone.shows("VOLUNTEER", WELCOME);
    await phone.text("talk to someone");
    await phone.shows("VOLUNTEER", WELCOME, "talk to someone", PROMISE);

    // Nobody touched the page.
    const waiting = page.getByRole("list", { name: "Who waits" }).getByRole("link", { name: NUMBER });
    await waiting.getByText("Wants a person").waitFor();
    await waiting.focus();
    await page.keyboard.press("Enter");
    const thread = page.getByRole("list", { name: `Messages with ${NUMBER}` });
    await thread.getByText("talk to someone").waitFor();
    await page.getByText("The flow stands aside.").waitFor();

    await page.getByRole("button", { name: "Take over" }).click();
    await page.getByRole("button", { name: "Give back to the flow" }).waitFor();
    await page.getByRole("textbox", { name: `Write to ${NUMBER} on Texts` }).focus();
    await page.keyboard.type(ANSWER);
    await page.getByText("1 segment").waitFor();
    await page.keyboard.press("Control+Enter");
    const said = ["VOLUNTEER", WELCOME, "talk to someone", PROMISE, ANSWER];
    await phone.shows(...said);
    const mine = thread.getByRole("listitem").filter({ hasText: ANSWER });
    await mine.getByText("Delivered").waitFor();
    await waiting.getByText("answered").waitFor();

    await phone.text("After four, please");
    await thread.getByText("After four, please").waitFor();
    await waiting.getByText("Wrote to you").waitFor();

    await page.getByRole("button", { name: "Give back to the flow" }).click();
    await thread.getByText("The owner gave it back to the flow").waitFor();
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await expect.poll(() => waiting.count(), { timeout: PATIENCE_MS }).toBe(0);
  });

  test("fits a phone: the list, then the conversation, and back", async () => {
    const { page } = await arrive({ width: 390, height: 844, isTouched: true });
    const guest = await arrive();
    const phone = await takePhone(guest.page, "Other guest", "+447700900352");
    await phone.chooseLine("Texts");
    await phone.text("Is anybody there?");
    await signIn(page, "/inbox");
    const waiting = page
      .getByRole("list", { name: "Who waits" })
      .getByRole("link", { name: "+447700900352" });
    await waiting.click();
    await page.getByRole("textbox", { name: "Write to +447700900352 on Texts" }).waitFor();
    expect(await waiting.isVisible()).toBe(false);
    await page.getByRole("button", { name: "Back to the list" }).click();
    await waiting.waitFor();
  });
});
