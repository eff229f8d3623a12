// Every page in both sizes and both colour schemes: no serious barrier, nothing cut off, no complaint in the console.
import { test } from "vitest";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { place, stories } from "./browse.ts";
import { chatUrl, openChat } from "./chat-page.ts";
import { looksFine } from "./looks.ts";
import { takePhone } from "./phone-page.ts";

stories("looks", (arrive) => {
  test("the web chat: in the middle, in Arabic, without a line, and over", async () => {
    const { page, context, forgive } = await arrive();
    forgive(/WebSocket connection|Failed to load resource/);
    const chat = await openChat(page, "centre-survey");
    await chat.tap("English");
    await chat.tap("Every week");
    await chat.say("food bank and classes");
    await page.getByText("how likely are you to recommend us").waitFor();
    await looksFine(page, "chat");
    await context.setOffline(true);
    await chat.say("9");
    await looksFine(page, "chat-offline");
    await context.setOffline(false);
    await page.getByText("What do you like best?").waitFor();

    const arabic = await openChat(page, "clinic-feedback");
    await page.getByText("كيف تقيّم زيارتك").waitFor();
    await arabic.say("٥");
    await page.getByText("ما سبب زيارتك؟").waitFor();
    await looksFine(page, "chat-arabic");

    await page.goto(chatUrl("nowhere"));
    await looksFine(page, "chat-nowhere");
  });

  test("the phone: out of the box, and in the middle of a review by WhatsApp", async () => {
    const { page } = await arrive();
    await page.goto(place().phone);
    await page.getByRole("heading", { name: "Whose phone is this?" }).waitFor();
    await looksFine(page, "phone-new");
    const phone = await takePhone(page, "Leah Stone", "+447700900306");
    await phone.chooseLine("WhatsApp");
    await phone.text("SURVEY");
    await phone.tap("English");
    await page
      .getByRole("list", { name: "Messages" })
      .getByText("How often do you come to the centre?")
      .waitFor();
    await looksFine(page, "phone");
    for (const panel of ["Phones", "Network"]) {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.getByRole("navigation", { name: "Panels" }).getByRole("button", { name: panel }).click();
      await looksFine(page, `phone-${panel.toLowerCase()}`);
    }
  });

  test("the API's reference and the front page: before and after signing in", async () => {
    const { page } = await arrive();
    for (const [name, path, shown] of [
      ["docs", "/api/docs", "/api/v1/responses"],
      ["front", "/", "Riverside Centre survey"],
    ] as const) {
      await page.goto(place().product + path);
      await page.getByLabel("Token").waitFor();
      await looksFine(page, `${name}-signed-out`);
      await page.getByLabel("Token").fill(TEST_SECRETS.ADMIN_TOKEN);
      await page.keyboard.press("Enter");
      await page.getByText(shown).first().waitFor();
      await looksFine(page, name);
    }
  });
});
