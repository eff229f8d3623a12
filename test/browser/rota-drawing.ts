// A shift on the rota, drawn with the mouse.
import type { Page } from "playwright-core";

/** From midnight to midnight of today, and somebody is on it. */
export async function drawShift(page: Page, volunteer: string): Promise<void> {
  const today = page.getByRole("group", { name: /, today$/ });
  const box = await today.boundingBox();
  if (box === null) throw new Error("today is not on the page");
  const middle = box.x + box.width / 2;
  await page.mouse.move(middle, box.y + 2);
  await page.mouse.down();
  await page.mouse.move(middle, box.y + box.height / 2, { steps: 4 });
  await page.mouse.move(middle, box.y + box.height - 2, { steps: 4 });
  await page.mouse.up();
  const editor = page.getByRole("dialog", { name: "New shift" });
  await editor.getByRole("combobox", { name: "Volunteers" }).click();
  await page.getByRole("option", { name: volunteer }).click();
  await editor.getByRole("button", { name: "Add the shift" }).click();
  await editor.waitFor({ state: "detached" });
  await today.getByRole("button", { name: new RegExp(`00:00–00:00.*${volunteer}`) }).waitFor();
}
