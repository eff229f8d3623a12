// A group from nothing to who gets its first call, by keyboard alone: each step says what the next one is.
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { signIn } from "./admin-page.ts";
import { stories } from "./browse.ts";
import { looksFine } from "./looks.ts";

const GROUP = { name: "Parents\u2019 line", number: "+447700900230" };
const IDA = "Ida Volunteer";

/** Goes there and types over what stands there. */
async function type(field: Locator, words: string): Promise<void> {
  await field.focus();
  await field.press("ControlOrMeta+a");
  await field.page().keyboard.type(words);
}

/** Of a field for a date and a time, by the group's clock. */
function aWeekAfter(at: string): string {
  const day = new Date(`${at}Z`);
  day.setUTCDate(day.getUTCDate() + 7);
  return day.toISOString().slice(0, at.length);
}

const press = (button: Locator): Promise<void> => button.press("Enter");

/** What the list of first steps says now. */
const steps = (page: Page, words: string): Locator =>
  page
    .getByRole("status")
    .filter({ hasText: `${GROUP.name}: before the first call` })
    .getByText(words);

stories("a group", (arrive) => {
  test("is led from its number to its first call by keyboard alone", async () => {
    const { page } = await arrive({ height: 1500 });
    await signIn(page, "/groups");
    await press(page.getByRole("button", { name: "New group" }).first());
    const making = page.getByRole("dialog", { name: "New group" });
    await type(making.getByLabel("Name"), GROUP.name);
    await type(making.getByLabel("Number"), GROUP.number);
    await page.keyboard.press("Enter");

    // It is there: volunteers are next.
    await page.getByRole("heading", { level: 1, name: GROUP.name }).waitFor();
    await steps(page, "Add the volunteers who take its calls").waitFor();
    await press(page.getByRole("link", { name: "Add a volunteer" }));
    const drawer = page.getByRole("dialog", { name: "New volunteer" });
    await type(drawer.getByLabel("Name"), IDA);
    await type(drawer.getByLabel("Phone"), "+447700900431");
    await press(drawer.getByRole("button", { name: "Add the volunteer" }));
    await drawer.waitFor({ state: "detached" });

    // Then the rota.
    await press(page.getByRole("link", { name: "Draw the rota" }));
    await steps(page, "Draw on the week below, or press New shift.").waitFor();
    const today = page.getByRole("group", { name: /, today$/ });
    const hatched = today.getByRole("img", { name: "No shift" });
    expect(await hatched.evaluate((gap) => getComputedStyle(gap).backgroundImage)).toMatch(
      /repeating-linear/,
    );
    await press(page.getByRole("button", { name: "New shift" }));
    const editor = page.getByRole("dialog", { name: "New shift" });
    await editor.getByLabel(/^From\b/).fill("00:00");
    await editor.getByLabel(/^To\b/).fill("00:00");
    await editor.getByRole("combobox", { name: "Volunteers" }).focus();
    await page.keyboard.type("Ida");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await press(editor.getByRole("button", { name: "Add the shift" }));
    await editor.waitFor({ state: "detached" });
    const shift = today.getByRole("button", { name: new RegExp(`00:00–00:00.*${IDA}`) });
    await shift.waitFor();
    expect(await hatched.count()).toBe(0);

    // Then the call: who gets it, and why.
    await press(page.getByRole("link", { name: "who gets the call" }));
    const people = page.getByRole("list", { name: "Whom the call goes to" });
    await people.getByText(`${IDA} is on shift`).waitFor();
    await people.getByText("is rung").waitFor();
    await steps(page, `now, then call ${GROUP.number}`).waitFor();

    // On this date she gives it back: the shift stands open, its time is hatched, and nobody gets the call.
    await page.getByRole("tab", { name: "Who gets the call" }).focus();
    await page.keyboard.press("ArrowLeft");
    await press(shift);
    const open = page.getByRole("dialog");
    await press(open.getByRole("button", { name: "Swap or give back…" }));
    await open.getByRole("combobox", { name: "Comes" }).focus();
    await page.keyboard.type("Nobody");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await press(open.getByRole("button", { name: "Change it on this date" }));
    await open.getByText("Nobody: the shift is open.").waitFor();
    await page.keyboard.press("Escape");
    await open.waitFor({ state: "detached" });
    const gap = today.getByRole("img", { name: "Nobody can be called" });
    await gap.waitFor();
    expect(await gap.evaluate((one) => getComputedStyle(one).backgroundImage)).toMatch(/repeating-linear/);
    await page.getByText("One shift has nobody who can be called").waitFor();
    await looksFine(page, "rota-first");
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole("tab", { name: "Week", exact: true }).focus();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("alert").filter({ hasText: "Nobody is on shift" }).waitFor();
    // A week later it is hers again.
    const at = page.getByLabel("Who gets the call at");
    await at.fill(aWeekAfter(await at.inputValue()));
    await people.getByText(`${IDA} is on shift`).waitFor();
    await people.getByText("is rung").waitFor();
  }, 90_000);
});
