// The web chat in the browser: begun at once, answered by tap and by typing, the same after a reload and in every tab.
import { expect, test } from "vitest";
import { stories } from "./browse.ts";
import { onChat, openChat } from "./chat-page.ts";

const WHICH = "< Hi! Which product is this review for?";
const NAME = "< Okay, got it. What's your name?";
const LANGUAGE = "< Riverside Centre: five short questions about our open days. English or Español?";

stories("a visitor", (arrive) => {
  test("is asked at once, by whom the heading says, and answers until the thanks", async () => {
    const { page } = await arrive();
    const chat = await openChat(page, "product-review");
    await chat.shows(WHICH);
    expect(await page.title()).toBe("Riverside Centre");
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Riverside Centre");
    await chat.is("Connected");
    await chat.say("iPhone 15");
    await chat.shows(WHICH, "> iPhone 15", NAME);
    await chat.say("John");
    const review = "< Please send your review for iPhone 15.";
    await chat.shows(WHICH, "> iPhone 15", NAME, "> John", review);
    await chat.box.fill("Great phone.");
    await page.getByRole("button", { name: "Send" }).click();
    const thanks = "< Thanks John -- your review for iPhone 15 has been recorded.";
    await chat.shows(WHICH, "> iPhone 15", NAME, "> John", review, "> Great phone.", thanks);
  });

  test("taps a quick reply on a phone, or types it, and what was offered goes", async () => {
    const { page } = await arrive({ width: 390, height: 844, isTouched: true });
    const chat = await openChat(page, "centre-survey");
    await chat.shows(LANGUAGE);
    expect(await chat.choices.allInnerTexts()).toEqual(["English", "Español"]);
    await chat.tap("Español");
    const visits = "< ¿Con qué frecuencia viene al centro?";
    await chat.shows(LANGUAGE, "> Español", visits);
    expect(await chat.choices.allInnerTexts()).toEqual([
      "Cada semana",
      "Una vez al mes",
      "Nunca hasta ahora",
    ]);
    // A tap must not open the phone's keyboard over the conversation.
    expect(await chat.box.evaluate((box) => box === document.activeElement)).toBe(false);
    await chat.say("una vez al mes");
    await page.getByText("¿Para qué viene?").waitFor();
    expect(await chat.choices.filter({ hasText: "Cada semana" }).count()).toBe(0);
  });

  test("sends with Enter and breaks a line with Shift+Enter; an empty message is none", async () => {
    const { page } = await arrive();
    const chat = await openChat(page, "product-review");
    await chat.shows(WHICH);
    await chat.box.press("Enter");
    await chat.say("   ");
    await chat.box.fill("");
    const low = (await chat.box.boundingBox())?.height ?? 0;
    await page.keyboard.type("Kettle");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("K2");
    expect((await chat.box.boundingBox())?.height).toBeGreaterThan(low);
    await page.keyboard.press("Enter");
    await chat.shows(WHICH, "> Kettle\nK2", NAME);
    expect(await chat.box.inputValue()).toBe("");
    expect((await chat.box.boundingBox())?.height).toBe(low);
  });

  test("gets by without a mouse: the first keys type, choices are reached backwards, focus is never lost", async () => {
    const { page } = await arrive();
    const chat = await openChat(page, "centre-survey");
    await chat.shows(LANGUAGE);
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? "");
    await page.keyboard.press("Shift+Tab");
    expect(await focused()).toBe("Español");
    await page.keyboard.press("Shift+Tab");
    expect(await focused()).toBe("English");
    const ring = await chat.choices.first().evaluate((button) => getComputedStyle(button).outlineStyle);
    expect(ring).toBe("solid");
    await page.keyboard.press("Enter");
    await page.getByText("How often do you come to the centre?").waitFor();
    expect(await chat.box.evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.type("Every week");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.getByText("What do you come for?").waitFor();
  });

  test("finds the conversation again after a reload, and in a second tab that hears all of it", async () => {
    const { page, context } = await arrive();
    const chat = await openChat(page, "centre-survey");
    await chat.shows(LANGUAGE);
    await page.reload();
    await chat.shows(LANGUAGE);
    expect(await chat.choices.allInnerTexts()).toEqual(["English", "Español"]);

    const tab = await openChat(await context.newPage(), "centre-survey");
    await tab.shows(LANGUAGE);
    await tab.tap("English");
    const often = "< How often do you come to the centre?";
    for (const each of [chat, tab]) {
      await each.shows(LANGUAGE, "> English", often);
      expect(await each.choices.allInnerTexts()).toEqual(["Every week", "About once a month", "Never yet"]);
    }
    await page.reload();
    await onChat(page).shows(LANGUAGE, "> English", often);
  });

  test("who comes back another day sees on which day what was said", async () => {
    const { page } = await arrive();
    const chat = await openChat(page, "product-review");
    await chat.shows(WHICH);
    await chat.say("Kettle");
    await chat.shows(WHICH, "> Kettle", NAME);
    const times = await page
      .locator(".message time")
      .evaluateAll((all) => all.map((time) => time.getAttribute("datetime") ?? ""));
    const [first = ""] = times;
    // Two, if this runs at midnight.
    const days = new Set(times.map((at) => londonDay(at)));
    const headings = (): Promise<string[]> =>
      page.locator(".message[data-day]").evaluateAll((all) => all.map((item) => item.dataset["day"] ?? ""));

    await page.clock.setFixedTime(first);
    await page.reload();
    await chat.shows(WHICH, "> Kettle", NAME);
    expect(await headings()).toEqual([...days].slice(1));
    await page.clock.setFixedTime(Date.parse(first) + 72 * 3_600_000);
    await page.reload();
    await chat.shows(WHICH, "> Kettle", NAME);
    expect(await headings()).toEqual([...days]);
  });

  test("of another browser sees nothing of it", async () => {
    const one = await openChat((await arrive()).page, "product-review");
    await one.shows(WHICH);
    await one.say("A secret");
    await one.shows(WHICH, "> A secret", NAME);
    const other = await openChat((await arrive()).page, "product-review");
    await other.shows(WHICH);
  });
});

function londonDay(at: string): string {
  const day = { weekday: "long", day: "numeric", month: "long", timeZone: "Europe/London" } as const;
  return new Date(at).toLocaleDateString("en-GB", day);
}
