// The phone in the browser: a review by text and by WhatsApp, word for word, and the reminder of the day after.
import { expect, test } from "vitest";
import { stories } from "./browse.ts";
import { takePhone } from "./phone-page.ts";
import { recorded } from "./organiser.ts";

const WHICH = "Hi! Which product is this review for?";
const NAME = "Okay, got it. What's your name?";
const REVIEW = "Please send your review for iPhone 15.";
const THANKS = "Thanks John -- your review for iPhone 15 has been recorded.";

stories("the phone", (arrive) => {
  test.for([
    { line: "Texts", number: "+447700900301" },
    { line: "WhatsApp", number: "+447700900302" },
  ])("a review on the line $line, in the words of whoever asked for it", async ({ line, number }) => {
    const { page } = await arrive();
    const phone = await takePhone(page, "John", number);
    await phone.chooseLine(line);
    const said: string[] = [];
    for (const [words, answer] of [
      ["REVIEW", WHICH],
      ["iPhone 15", NAME],
      ["John", REVIEW],
      ["Great phone, and the battery lasts two days.", THANKS],
    ] as const) {
      await phone.text(words);
      said.push(words, answer);
      await phone.shows(...said);
    }
    // What went over the wire stands beside it.
    await page.getByText("POST /webhooks/twilio/messages").first().waitFor();
  });

  test("a day of silence brings the reminder, and the answer to it is taken", async () => {
    const { page } = await arrive();
    const number = "+447700900303";
    const phone = await takePhone(page, "Ada", number);
    // Reminders keep to the line's hours: from ten in the morning, a day on is ten in the morning.
    await phone.jump("Next morning 09:00");
    await phone.jump("+1 hour");
    await phone.chooseLine("Texts");
    await phone.text("REVIEW");
    await phone.shows("REVIEW", WHICH);
    await recorded(number, 1);
    await phone.jump("+1 day");
    const reminder = "Still there? Which product is this review for?";
    await phone.shows("REVIEW", WHICH, reminder);
    await phone.text("Rain jacket");
    await phone.shows("REVIEW", WHICH, reminder, "Rain jacket", NAME);
    expect(await page.locator(".day-break").count()).toBe(2);
  });

  test("a reload finds the same phone, line and thread", async () => {
    const { page } = await arrive();
    const phone = await takePhone(page, "Grace", "+447700900304");
    await phone.chooseLine("Toll-free");
    await phone.text("review");
    await phone.shows("review", WHICH);
    await page.reload();
    await phone.shows("review", WHICH);
    expect(await page.getByRole("tab", { selected: true }).innerText()).toContain("Toll-free");
  });

  test("lines are chosen by arrow keys, and what is sent by Enter", async () => {
    const { page } = await arrive();
    const phone = await takePhone(page, "Kay", "+447700900305");
    await page.getByRole("tab", { selected: true }).focus();
    const first = await page.getByRole("tab", { selected: true }).innerText();
    await page.keyboard.press("ArrowRight");
    expect(await page.getByRole("tab", { selected: true }).innerText()).not.toBe(first);
    await phone.chooseLine("Texts");
    await page.getByRole("textbox", { name: /^Message to/ }).focus();
    await page.keyboard.type("hello");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("you");
    await page.keyboard.press("Enter");
    await phone.shows(
      "hello\nyou",
      "Thank you, somebody will read this. Or reply REVIEW, SURVEY, JOIN or VOLUNTEER.",
    );
  });
});
