// A shift on the rota, drawn with the mouse.
import type { Locator, Page } from "playwright-core";

/** From midnight to midnight of today; returns the day and the editor that opened. */
export async function drawOnToday(page: Page): Promise<{ today: Locator; editor: Locator }> {
  const today = page.getByRole("group", { name: /, today$/ });
  const box = await today.boundingBox();
  if (box === null) throw new Error("today is not on the page");
  const middle = box.x + box.width / 2;
  await page.mouse.move(middle, box.y + 2);
  await page.mouse.down();
  await page.mouse.move(middle, box.y + box.height / 2, { steps: 4 });
  await page.mouse.move(middle, box.y + box.height - 2, { steps: 4 });
  await page.mouse.up();
  return { today, editor: page.getByRole("dialog", { name: "New shift" }) };
}

/** The same, and somebody is on it. */
export async function drawShift(page: Page, volunteer: string): Promise<void> {
  const { today, editor } = await drawOnToday(page);
  await editor.getByRole("combobox", { name: "Volunteers" }).click();
  await page.getByRole("option", { name: volunteer }).click();
  await editor.getByRole("button", { name: "Add the shift" }).click();
  await editor.waitFor({ state: "detached" });
  await today.getByRole("button", { name: new RegExp(`00:00–00:00.*${volunteer}`) }).waitFor();
}
