// The chat's page when the line is bad, or the chat is over: what was written is sent once, and the page says how things stand.
import { expect, test } from "vitest";
import * as z from "zod";
import { LINES } from "../demo/seed/lines.ts";
import { stories } from "./browse.ts";
import { chatUrl, onChat, openChat } from "./chat-page.ts";
import { organiser, whoSaid } from "./organiser.ts";

const WHICH = "< Hi! Which product is this review for?";
const NAME = "< Okay, got it. What's your name?";
const REVIEW = "< Please send your review for Kettle.";
const NO_LINE = "No connection. What you write is sent as soon as it is back.";
/** What Chromium itself writes when a request or socket fails; the page has its own words for it. */
const FAILED = /WebSocket connection|Failed to load resource/;

stories("a bad line", (arrive) => {
  test("what is written while it is away waits in sight, and is sent once when it is back", async () => {
    const { page, context, forgive } = await arrive();
    forgive(FAILED);
    const chat = await openChat(page, "product-review");
    await chat.shows(WHICH);
    await context.setOffline(true);
    await chat.is(NO_LINE);
    await chat.say("Kettle");
    await chat.say("John");
    await chat.shows(WHICH, "… > Kettle", "… > John");
    expect(await page.locator(".waiting time").allInnerTexts()).toEqual(["Sending …", "Sending …"]);

    await context.setOffline(false);
    await chat.is("Connected");
    const whole = [WHICH, "> Kettle", NAME, "> John", REVIEW];
    await chat.shows(...whole);
    await page.reload();
    await chat.shows(...whole);
  });

  test("a line that comes and goes repeats nothing and begins nothing anew, even after the end", async () => {
    const { page, context, forgive } = await arrive();
    forgive(FAILED);
    const chat = await openChat(page, "product-review");
    const whole = [WHICH, "> Kettle", NAME, "> John", REVIEW, "> Hot."];
    for (const words of ["Kettle", "John", "Hot."]) {
      await chat.say(words);
      await page.locator(".message.you:not(.waiting)", { hasText: words }).waitFor();
      await context.setOffline(true);
      await chat.is(NO_LINE);
      await context.setOffline(false);
      await chat.is("Connected");
    }
    await chat.shows(...whole, "< Thanks John -- your review for Kettle has been recorded.");
  });

  test("a line that is silent is given up, and what was written on it survives a reload", async () => {
    const { page } = await arrive();
    await page.clock.install();
    let isDead = true;
    await page.routeWebSocket(/\/socket/, (socket) => {
      if (!isDead) socket.connectToServer();
    });
    const chat = await openChat(page, "product-review");
    await chat.is("Connected");
    await chat.say("Kettle");
    await page.clock.fastForward(9_000);
    await chat.is("Connected");
    await page.clock.fastForward(2_000);
    await chat.is(NO_LINE);
    await chat.shows("… > Kettle");
    isDead = false;
    await page.reload();
    await chat.shows(WHICH, "> Kettle", NAME);
  });
});

stories("a chat that is over", (arrive) => {
  test.each(["nowhere", "Product-Review", "", "product-review/socket/x"])(
    "/chat/%s: no chat here, in words",
    async (path) => {
      const { page, context, forgive } = await arrive({ width: 390, height: 844 });
      forgive(FAILED);
      const response = await page.goto(chatUrl(path));
      expect(response?.status()).toBe(404);
      await page.getByRole("heading", { name: "There is no chat here" }).waitFor();
      expect(await context.cookies()).toEqual([]);
    },
  );

  test("closed by the organisers: the open page finds out when it comes back, and takes nothing more", async () => {
    const { page, context, forgive } = await arrive();
    forgive(FAILED);
    const { id } = await organiser().send(
      "POST",
      "/api/v1/lines",
      { ...LINES.chat.config, address: "volunteer" },
      z.object({ id: z.string() }),
    );
    const chat = await openChat(page, "volunteer");
    await chat.is("Connected");
    await organiser().send("POST", `/api/v1/lines/${id}/archive`, {}, z.unknown());
    await context.setOffline(true);
    await chat.is(NO_LINE);
    await context.setOffline(false);
    await chat.is("This chat is closed.");
    expect(await chat.box.isDisabled()).toBe(true);
    expect(await chat.choices.count()).toBe(0);
  });

  test("erased: the page says so, and a reload begins a new conversation", async () => {
    const { page } = await arrive();
    const chat = await openChat(page, "product-review");
    const words = "A kettle nobody else has";
    await chat.say(words);
    await chat.shows(WHICH, `> ${words}`, NAME);
    await organiser().send(
      "POST",
      `/api/v1/contacts/${await whoSaid(words)}/erase`,
      { confirm: "erase" },
      z.unknown(),
    );
    await chat.is("This conversation has been erased.");
    expect(await chat.box.isDisabled()).toBe(true);
    await page.reload();
    await chat.shows(WHICH);
    await chat.is("Connected");
  });

  test("open in more tabs than one person needs: the oldest says so instead of taking turns with the newest", async () => {
    const { page, context } = await arrive();
    const first = await openChat(page, "product-review");
    await first.is("Connected");
    for (let tab = 2; tab <= 9; tab += 1)
      await (await openChat(await context.newPage(), "product-review")).is("Connected");
    await first.is("This chat is open in too many tabs.");
    const last = context.pages().at(-1) ?? page;
    await onChat(last).say("Kettle");
    await onChat(last).shows(WHICH, "> Kettle", NAME);
    await first.shows(WHICH);
  });
});
