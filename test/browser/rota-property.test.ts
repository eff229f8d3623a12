// Any shift of a week, opened in its editor: everything in it is on the page, and what is saved is what was there.
import * as fc from "fast-check";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import * as z from "zod";
import { Shift } from "#core/rota/rota";
import { arbitraryCase } from "../core/rota/arbitrary-rota.ts";
import { signIn } from "./admin-page.ts";
import { PATIENCE_MS, place, stories } from "./browse.ts";
import { organiser } from "./organiser.ts";

/** Seconds each; the model's own property takes thousands. */
const SEED = 20_261_121;
const STORY_MS = 150_000;
const PEOPLE = ["Ann", "Ben", "Cleo", "Dan"];
const OTHER_DATE = "2031-12-31";

const Made = z.object({ id: z.string() });
const Kept = z.object({ data: z.array(Shift) });
type Unmade = Omit<Shift, "id">;

/** The six shifts of a random rota, with our own volunteers in place of its own. */
function sample(volunteers: readonly string[]): readonly Unmade[] {
  const [found] = fc.sample(arbitraryCase, { numRuns: 1, seed: SEED });
  const whole = found?.rota.shifts ?? [];
  const known = [...new Set(whole.flatMap((shift) => shift.volunteers))];
  return whole.map(({ id: _id, ...shift }) => {
    const [validFrom, validUntil] = inOrder(shift);
    return {
      ...shift,
      volunteers: shift.volunteers.map((one) => volunteers[known.indexOf(one)] ?? ""),
      validFrom,
      validUntil,
    };
  });
}

function inOrder({ validFrom, validUntil }: Unmade): readonly [string | null, string | null] {
  if (validFrom === null || validUntil === null || validFrom <= validUntil) return [validFrom, validUntil];
  return [validUntil, validFrom];
}

async function open(page: Page, group: string, shift: string): Promise<Locator> {
  await page.goto(`${place().product}/rota?group=${group}&shift=${shift}`);
  const editor = page.getByRole("dialog");
  await editor.getByRole("button", { name: "Save for every week" }).waitFor();
  return editor;
}

async function saveWith(editor: Locator, lastDate: string): Promise<void> {
  await editor.getByLabel("Last date").fill(lastDate);
  await editor.getByRole("button", { name: "Save for every week" }).click();
  await editor.waitFor({ state: "detached" });
}

stories("shifts in their editor", (arrive) => {
  test("are shown whole, and saved as they were", { timeout: STORY_MS }, async () => {
    const api = organiser();
    const line = { name: "Any line", number: "+447700900240", zone: "Europe/London" };
    const { id: group } = await api.send("POST", "/api/v1/helplines", line, Made);
    const volunteers: string[] = [];
    for (const [index, name] of PEOPLE.entries()) {
      const phone = `+44770090024${index + 1}`;
      const person = { name, phone, proof: "signed up at the desk", helplines: [group] };
      volunteers.push((await api.send("POST", "/api/v1/volunteers", person, Made)).id);
    }
    const shifts = sample(volunteers);
    const read = async () => (await api.get(`/api/v1/helplines/${group}/shifts`, Kept)).data;
    await api.send("PUT", `/api/v1/helplines/${group}/shifts`, { shifts }, z.unknown());
    const before = await read();
    expect(before).toHaveLength(shifts.length);

    const { page } = await arrive();
    await signIn(page, "/rota");
    await page.getByRole("heading", { level: 1, name: /^Rota/ }).waitFor();
    for (const shift of before) {
      const editor = await open(page, group, shift.id);
      const fields = [/^From/, /^To\b/, "First date", "Last date"].map((name) =>
        editor.getByLabel(name).inputValue(),
      );
      expect(await Promise.all(fields)).toEqual([
        shift.from,
        shift.to,
        shift.validFrom ?? "",
        shift.validUntil ?? "",
      ]);
      for (const [index, one] of shift.volunteers.entries())
        await editor.getByText(`${index + 1}. ${PEOPLE[volunteers.indexOf(one)]}`).waitFor();

      // With another last date, which is all that differs; and back.
      await saveWith(editor, OTHER_DATE);
      const changed = before.map((one) => (one.id === shift.id ? { ...one, validUntil: OTHER_DATE } : one));
      await expect.poll(read, { timeout: PATIENCE_MS }).toEqual(changed);
      await saveWith(await open(page, group, shift.id), shift.validUntil ?? "");
      await expect
        .poll(async () => JSON.stringify(await read()), { timeout: PATIENCE_MS })
        .toBe(JSON.stringify(before));
    }
  });
});
