// A call that nobody takes: staff see it ring as it happens, hear the message, and know the call's whole story afterwards.
import { expect, test } from "vitest";
import { listens, signIn } from "./admin-page.ts";
import { findBarriers } from "./axe.ts";
import { PATIENCE_MS, stories } from "./browse.ts";
import { callOn } from "./phone-call.ts";
import { takePhone } from "./phone-page.ts";

const LINE = "Helpline";
const NUMBER = "+447700900331";
const VOLUNTEERS = [
  { name: "Ann Volunteer", number: "+447700900401" },
  { name: "Ben Volunteer", number: "+447700900402" },
] as const;

/** Telephones ring in real seconds, and the carrier takes ten over a recording. */
const STORY_MS = 180_000;

/** So long it takes to say what she says aloud, on the simulated telephone as on any. */
const SPEAKING_MS = 3_000;

stories("voicemail", (arrive) => {
  const about = "is rung for, left, heard by whoever looks, and told line by line; the caller is blocked";
  test(about, { timeout: STORY_MS }, async () => {
    const [{ page }, caller, ...desks] = [await arrive(), await arrive(), await arrive(), await arrive()];
    const phone = await takePhone(caller.page, "Vera", NUMBER);
    for (const [index, { name, number }] of VOLUNTEERS.entries())
      await takePhone(desks[index]?.page ?? page, name, number);
    await signIn(page, "/calls");
    await listens(page);
    const now = page.getByRole("region", { name: "On the line now" });
    await now.getByText("Nobody at the moment").waitFor();

    const vera = callOn(caller.page);
    await phone.chooseLine(LINE);
    await vera.dial(LINE);
    await now.getByRole("link", { name: NUMBER }).waitFor();
    await now.getByText(/^Rang Ann Volunteer/).waitFor();
    for (const desk of desks) {
      await callOn(desk.page).shows("is calling you");
      await callOn(desk.page).reject();
    }
    await vera.hears("beep");
    await vera.say("Please call me back about Sunday.");
    // Whoever hangs up in the middle of a word has said nothing.
    await vera.hears("Please call me back about Sunday.");
    await caller.page.waitForTimeout(SPEAKING_MS);
    await vera.hangUp();
    await vera.shows(/^You hung up after/);
    await now.getByText("Nobody at the moment").waitFor();

    await page.getByRole("link", { name: "Voicemails" }).click();
    const unheard = page.getByRole("region", { name: "Not heard yet" });
    const message = unheard.getByRole("article", { name: `Message from ${NUMBER}` });
    await message.waitFor({ timeout: PATIENCE_MS * 2 });
    const sound = message.getByLabel(`Message from ${NUMBER}`);
    // Native: every browser plays it by keyboard, and asks for as much of it as it needs.
    const source = await sound.getAttribute("src");
    const part = await page.request.get(new URL(source ?? "", page.url()).href, {
      headers: { range: "bytes=0-3" },
    });
    expect([part.status(), part.headers()["content-length"]]).toEqual([206, "4"]);
    await message.getByRole("radiogroup", { name: "Speed" }).getByText("1.5×").click();
    expect(await sound.evaluate((audio) => (audio as HTMLAudioElement).playbackRate)).toBe(1.5);
    await message.getByRole("button", { name: "Mark as heard" }).focus();
    await page.keyboard.press("Enter");
    const heard = page.getByRole("region", { name: "Heard", exact: true });
    await heard.getByRole("article", { name: `Message from ${NUMBER}` }).waitFor();
    await unheard.getByText("Nothing waits to be heard").waitFor();

    await heard.getByRole("link", { name: "The call" }).click();
    await page.getByRole("heading", { level: 1, name: `Call from ${NUMBER}` }).waitFor();
    const story = page.getByRole("list", { name: "What happened" }).getByRole("listitem");
    await expect
      .poll(() => story.allInnerTexts(), { timeout: PATIENCE_MS })
      .toEqual([
        expect.stringMatching(/^Rang Ann Volunteer \d+ s: engaged/),
        expect.stringMatching(/^Rang Ben Volunteer \d+ s: engaged/),
        expect.stringMatching(/^Asked for a message/),
        expect.stringMatching(/^The caller hung up/),
        expect.stringMatching(/^Left a message of/),
      ]);
    expect(await findBarriers(page)).toEqual([]);

    await page.getByRole("button", { name: "Block this caller" }).click();
    await page.getByRole("textbox", { name: "Why" }).fill("Rings for fun");
    await page.keyboard.press("Enter");
    await page.getByText("Their calls are not taken any more.").waitFor();
    await caller.page.getByRole("button", { name: "Close", exact: true }).click();
    await vera.dial(LINE);
    await page.getByRole("link", { name: "Calls", exact: true }).first().click();
    await page.getByRole("table", { name: "Calls" }).getByText("Blocked").waitFor();
    await page.getByRole("combobox", { name: "Came to" }).click();
    await page.getByRole("option", { name: "Left a message" }).click();
    await page.waitForURL(/outcome=voicemail/);
    await expect.poll(() => page.getByRole("table", { name: "Calls" }).getByText("Blocked").count()).toBe(0);
  });
});
