// What people write and we answer, as the chat's page shows it: text in its own direction, and never markup.
import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { PATIENCE_MS, stories } from "./browse.ts";
import { openChat } from "./chat-page.ts";

stories("words", (arrive) => {
  test("Arabic runs from right to left, in bubbles, choices and the box", async () => {
    const { page } = await arrive({ width: 390, height: 844 });
    const chat = await openChat(page, "clinic-feedback");
    const bubbles = page.locator(".message p");
    const directions = (): Promise<string[]> =>
      bubbles.evaluateAll((all) => all.map((words) => getComputedStyle(words).direction));
    await page.getByText("كيف تقيّم زيارتك").waitFor();
    await chat.box.fill("٥");
    await chat.box.press("Enter");
    await page.getByText("ما سبب زيارتك؟").waitFor();
    await chat.box.fill("تطعيم");
    expect(await chat.box.evaluate((box) => getComputedStyle(box).direction)).toBe("rtl");
    expect(await chat.choices.first().evaluate((choice) => getComputedStyle(choice).direction)).toBe("rtl");
    const [first, second] = await chat.choices.evaluateAll((all) =>
      all.map((choice) => choice.getBoundingClientRect().left),
    );
    expect(first).toBeGreaterThan(second ?? Number.NaN);
    await chat.box.press("Enter");
    await page.getByText("هل ستزورنا مرة أخرى؟").waitFor();
    // A lone digit has no direction of its own; everything with a letter has.
    expect(await directions()).toEqual(["rtl", "ltr", "rtl", "rtl", "rtl"]);
  });

  test("an answer with markup is shown as it was typed, by both sides, and does nothing", async () => {
    const { page } = await arrive();
    const chat = await openChat(page, "product-review");
    const evil = `<script>document.title="taken"</script><img src=x onerror="x()">`;
    await chat.say(evil);
    await page.getByText("What's your name?").waitFor();
    await chat.say("<b>Bobby</b>");
    await chat.shows(
      "< Hi! Which product is this review for?",
      `> ${evil}`,
      "< Okay, got it. What's your name?",
      "> <b>Bobby</b>",
      `< Please send your review for ${evil}.`,
    );
    await page.reload();
    await page.getByText(`Please send your review for ${evil}.`).waitFor();
    expect(await page.title()).toBe("Riverside Centre");
    expect(await page.locator(".messages :is(script, img, b)").count()).toBe(0);
  });

  test("an address in a message can be followed, without the full stop after it", async () => {
    const { page } = await arrive();
    const chat = await openChat(page, "product-review");
    await chat.say("See https://example.org/a?b=1.");
    const link = page.getByRole("link");
    await link.waitFor();
    expect(await link.getAttribute("href")).toBe("https://example.org/a?b=1");
    expect(await link.getAttribute("rel")).toBe("noopener noreferrer");
    await chat.shows(
      "< Hi! Which product is this review for?",
      "> See https://example.org/a?b=1.",
      "< Okay, got it. What's your name?",
    );
  });

  test("1,600 characters without a space fit the screen, and the newest is in sight", async () => {
    const { page } = await arrive({ width: 390, height: 844 });
    const chat = await openChat(page, "product-review");
    await chat.say("M".repeat(80));
    await page.getByText("What's your name?").waitFor();
    await chat.say("W".repeat(1_600));
    const retry = page.locator(".message.us").last();
    await page.locator(".message").nth(4).waitFor();
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    expect(scrollWidth).toBe(clientWidth);
    await expect.poll(() => isInSight(retry), { timeout: PATIENCE_MS }).toBe(true);
  });
});

function isInSight(item: Locator): Promise<boolean> {
  return item.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
}
