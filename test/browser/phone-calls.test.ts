// Calls on the phone's page: a caller in one tab, volunteers in others, in real seconds unless somebody jumps ahead.
import { expect, test } from "vitest";
import { PATIENCE_MS, stories } from "./browse.ts";
import { looksFine } from "./looks.ts";
import { callOn } from "./phone-call.ts";
import { takePhone } from "./phone-page.ts";

const LINE = "Helpline";
const ANN = { name: "Ann Volunteer", number: "+447700900401" };
const BEN = { name: "Ben Volunteer", number: "+447700900402" };

stories("calls on the phone", (arrive) => {
  test("the first volunteer answers in another tab, presses 1 and talks; either sees when it is over", async () => {
    const [caller, volunteer] = [
      await arrive(),
      await arrive({ width: 390, height: 844, colorScheme: "dark" }),
    ];
    const phone = await takePhone(caller.page, "Noor", "+447700900311");
    await takePhone(volunteer.page, ANN.name, ANN.number);
    const [noor, ann] = [callOn(caller.page), callOn(volunteer.page)];
    await phone.chooseLine(LINE);
    await noor.dial(LINE);
    await ann.shows("is calling you");
    await expect.poll(() => volunteer.page.title(), { timeout: PATIENCE_MS }).toMatch(/^Ringing: /);
    await ann.answer();
    await ann.hears(/press 1/i);
    await ann.press("1");
    await noor.hears("connected with Ann Volunteer");
    await noor.shows(/^with Ann Volunteer, \d:\d\d$/);
    await noor.say("Is anybody there?");
    await ann.hears("Is anybody there?");
    await ann.say("I am here.");
    await noor.hears("I am here.");
    await ann.hangUp();
    await ann.shows(/^You hung up after \d:\d\d$/);
    await noor.shows(/hung up after \d:\d\d$/);
    expect(await volunteer.page.title()).toBe("Partyline phone");
  });

  test("by keyboard alone: dialled, refused by both, and a message left", async () => {
    const [caller, first, second] = [await arrive(), await arrive(), await arrive()];
    const phone = await takePhone(caller.page, "Omar", "+447700900312");
    await takePhone(first.page, ANN.name, ANN.number);
    await takePhone(second.page, BEN.name, BEN.number);
    const omar = callOn(caller.page);
    await phone.chooseLine(LINE);
    await caller.page.getByRole("button", { name: `Call ${LINE}` }).focus();
    await caller.page.keyboard.press("Enter");
    for (const { page } of [first, second]) {
      await callOn(page).shows("is calling you");
      await page.getByRole("button", { name: "Reject" }).focus();
      await page.keyboard.press("Enter");
      await callOn(page).shows("You rejected it");
    }
    await omar.hears("beep");
    await omar.say("Please call me back about Saturday.");
    await caller.page.getByRole("button", { name: "Hang up" }).focus();
    await caller.page.keyboard.press("Enter");
    await omar.shows(/^You hung up after \d:\d\d/);
    await caller.page.getByRole("button", { name: "Close", exact: true }).click();
    await caller.page.getByRole("list", { name: "Messages" }).waitFor();
  });

  test("whoever jumps an hour ahead does not find the telephone ringing any more", async () => {
    const [caller, volunteer] = [await arrive(), await arrive()];
    const phone = await takePhone(caller.page, "Rui", "+447700900314");
    await takePhone(volunteer.page, ANN.name, ANN.number);
    await phone.chooseLine(LINE);
    await callOn(caller.page).dial(LINE);
    await callOn(volunteer.page).shows("is calling you");
    await phone.jump("+1 hour");
    await callOn(volunteer.page).shows("Not answered");
  });

  test("ringing, talking and over: on a phone and on a desk, by day and by night", async () => {
    const [caller, volunteer] = [await arrive(), await arrive()];
    const phone = await takePhone(caller.page, "Pia", "+447700900313");
    await takePhone(volunteer.page, ANN.name, ANN.number);
    const [pia, ann] = [callOn(caller.page), callOn(volunteer.page)];
    await phone.chooseLine(LINE);
    await pia.dial(LINE);
    await ann.shows("is calling you");
    await looksFine(volunteer.page, "call-ringing");
    await ann.answer();
    await ann.hears(/press 1/i);
    // Nobody waits for the pictures: whoever presses in time is connected.
    await ann.press("1");
    await pia.hears("connected with Ann Volunteer");
    await looksFine(caller.page, "call-talking");
    await ann.hangUp();
    await looksFine(volunteer.page, "call-over");
    await pia.shows(/hung up after/);
  });
});
