// A rota from nothing: shifts drawn and typed, a volunteer on them, and the telephone that rings.
import { expect, test } from "vitest";
import { signIn } from "./admin-page.ts";
import { stories } from "./browse.ts";
import { looksFine } from "./looks.ts";
import { callOn } from "./phone-call.ts";
import { takePhone } from "./phone-page.ts";
import { drawOnToday } from "./rota-drawing.ts";

const LINE = "Night line";
const DORA = { name: "Dora Volunteer", number: "+447700900410" };

stories("the rota", (arrive) => {
  test("is drawn with the mouse and typed by keyboard; whoever is on it is called", async () => {
    // Tall enough for a whole day.
    const { page } = await arrive({ height: 1500 });
    await signIn(page, "/rota");
    await page.getByRole("combobox", { name: "Group" }).click();
    await page.getByRole("option", { name: LINE }).click();
    await page.getByRole("heading", { name: `Rota: ${LINE}` }).waitFor();
    await page.getByText("No shifts yet").waitFor();

    // By mouse, from midnight to midnight of today.
    const { today, editor } = await drawOnToday(page);
    await editor.getByText("24 h: it ends on the next day.").waitFor();
    await editor.getByRole("button", { name: "Add the shift" }).click();
    await editor.waitFor({ state: "detached" });
    const drawn = today.getByRole("button", { name: /00:00–00:00.*Open.*Nobody/ });
    await drawn.waitFor();
    await page.getByText("One shift has nobody who can be called").waitFor();

    // It is given to somebody, and the gap goes.
    await drawn.click();
    const shift = page.getByRole("dialog");
    await shift.getByRole("tab", { name: "Every week" }).click();
    await shift.getByRole("combobox", { name: "Volunteers" }).click();
    await page.getByRole("option", { name: DORA.name }).click();
    await shift.getByRole("button", { name: "Save for every week" }).click();
    await shift.waitFor({ state: "detached" });
    await today.getByRole("button", { name: new RegExp(`00:00–00:00.*${DORA.name}`) }).waitFor();
    await page.getByText("nobody who can be called").waitFor({ state: "detached" });

    // By keyboard, every other day of the week.
    await page.getByRole("button", { name: "New shift" }).focus();
    await page.keyboard.press("Enter");
    const days = editor.getByRole("group", { name: "Days" });
    const chosen = await days.getByRole("checkbox", { checked: true }).count();
    expect(chosen).toBe(1);
    for (const day of await days.getByRole("checkbox").all()) {
      await day.focus();
      await page.keyboard.press("Space");
    }
    await editor.getByLabel(/^From\b/).fill("00:00");
    await editor.getByLabel(/^To\b/).fill("00:00");
    await editor.getByRole("combobox", { name: "Volunteers" }).focus();
    await page.keyboard.type("Dora");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await editor.getByRole("button", { name: "Add the shift" }).focus();
    await page.keyboard.press("Enter");
    await editor.waitFor({ state: "detached" });

    // From next week on Monday's begins a quarter of an hour later: carried by its keys, and put down.
    await page.getByRole("button", { name: "The next week" }).click();
    const monday = page.getByRole("group", { name: /^Monday/ });
    await monday.getByRole("button", { name: /00:00–00:00/ }).focus();
    await page.keyboard.press("Shift+ArrowDown");
    await page.getByText(/00:15 to 00:15\. Enter keeps it/).waitFor();
    await page.keyboard.press("Enter");
    const question = page.getByRole("dialog", { name: "Move the shift?" });
    await question.getByRole("button", { name: "Every week from this one on" }).click();
    await question.waitFor({ state: "detached" });
    await monday.getByRole("button", { name: /00:15–00:15/ }).waitFor();
    await looksFine(page, "rota-week");

    // Who is called, and why.
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole("tab", { name: "Who gets the call" }).click();
    const people = page.getByRole("list", { name: "Whom the call goes to" });
    await people.getByText(`${DORA.name} is on shift`).waitFor();
    await people.getByText("is rung").waitFor();

    const [caller, volunteer] = [await arrive(), await arrive({ width: 390, height: 844 })];
    const phone = await takePhone(caller.page, "Noor", "+447700900316");
    await takePhone(volunteer.page, DORA.name, DORA.number);
    await phone.chooseLine(LINE);
    await callOn(caller.page).dial(LINE);
    await callOn(volunteer.page).shows("is calling you");
    await callOn(volunteer.page).answer();
    await callOn(volunteer.page).hears(/press 1/i);
    await callOn(volunteer.page).press("1");
    await callOn(caller.page).hears(`connected with ${DORA.name}`);
    await callOn(volunteer.page).hangUp();
  }, 120_000);
});
