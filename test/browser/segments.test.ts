// Who is meant: a filter built by mouse and keyboard, counted as it grows, asked about one person; and any filter kept as it was.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod";
import { filtersOf } from "#core/condition";
import type { Condition } from "#core/condition";
import { describeSegment } from "#core/segment/sentence";
import { arbitrarySegment } from "../core/segment/arbitrary-segment.ts";
import { signIn } from "./admin-page.ts";
import { place, stories } from "./browse.ts";
import { looksFine } from "./looks.ts";
import { organiser } from "./organiser.ts";

const Contact = z.object({ id: z.string() });
const Kept = z.object({ id: z.string(), revision: z.int(), filter: z.unknown() });

/** A second each; the model's own property takes hundreds. */
const SEGMENTS = 6;
const SEED = 20_261_121;

/** Shown by what they are called, or in parts. */
const SAID_OTHERWISE = /^(consent|channel|language|created|last_inbound)/;

const add = async (number: string, more: object): Promise<string> =>
  (await organiser().send("POST", "/api/v1/contacts", { number, ...more }, Contact)).id;

stories("a segment", (arrive) => {
  test("is built, counted as it grows, saved, and explains itself", async () => {
    await add("+447700900861", { name: "Ana Archer", tags: ["archers"], attributes: { town: "Leeds" } });
    await add("+447700900862", { name: "Bo Archer", tags: ["archers"], attributes: { town: "York" } });
    const { page } = await arrive();
    await signIn(page, "/segments");
    await page.getByRole("link", { name: "New segment" }).first().click();
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Archers of Leeds");

    // Consent to SMS is what is asked first; tags take its place.
    const who = page.getByRole("region", { name: "Who this is" });
    const about = page.getByRole("combobox", { name: "About" }).first();
    await about.fill("Tags");
    await page.getByRole("option", { name: "Tags" }).click();
    await page.getByRole("combobox", { name: "Value", exact: true }).fill("archers");
    await page.keyboard.press("Escape");
    await who.getByText("Everyone who is tagged “archers”.").waitFor();
    await who.getByRole("status").getByText("2 people at this moment").waitFor();

    await page.getByRole("button", { name: "Add a comparison" }).click();
    const second = page.getByRole("group", { name: "Comparison" }).nth(1);
    await second.getByRole("combobox", { name: "Which attribute" }).fill("town");
    await second.getByRole("combobox", { name: "Value", exact: true }).fill("York");
    await page.keyboard.press("Escape");
    await second.getByRole("button", { name: "More about this comparison" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "Mean the others" }).click();
    await who.getByText("Everyone who is tagged “archers” and whose town is not “York”.").waitFor();
    await who.getByRole("status").getByText("1 person at this moment").waitFor();
    await who.getByRole("link", { name: "Ana Archer" }).waitFor();
    await looksFine(page, "segment-builder");
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { level: 1, name: "Archers of Leeds" }).waitFor();

    // Its other tab is no leaving: what is not saved yet is still there.
    const name = page.getByRole("textbox", { name: "Name", exact: true });
    await name.fill("Archers of the north");
    await page.getByRole("tab", { name: "People (1)" }).click();
    await page.getByRole("table", { name: "People in the segment" }).waitFor();
    await page.getByRole("tab", { name: "Who is meant" }).click();
    expect(await name.inputValue()).toBe("Archers of the north");
    expect(await page.getByRole("dialog").count()).toBe(0);
    await page.getByRole("button", { name: "Undo my changes" }).click();

    // Why somebody is not in it: by name, and the answer has an address of its own.
    await page.getByRole("tab", { name: "People (1)" }).click();
    await page.getByRole("table", { name: "People in the segment" }).getByText("Ana Archer").waitFor();
    await page.getByRole("button", { name: "Is somebody in it?" }).click();
    await page.getByRole("textbox", { name: "Name or number" }).fill("bo arch");
    await page.getByRole("button", { name: "Ask about Bo Archer" }).click();
    await page.waitForURL(/why=/);
    await page.getByText("Bo Archer is not in it at this moment.").waitFor();
    await page.getByText("Everyone whose town is “York”: yes").waitFor();
    await page.reload();
    await page.getByText("Bo Archer is not in it at this moment.").waitFor();
  });

  test("that two people edit overwrites nobody", async () => {
    const filter = { path: "tags", op: "eq", value: "bakers" };
    const { id } = await organiser().send("POST", "/api/v1/segments", { name: "Bakers", filter }, Kept);
    const { page, forgive } = await arrive();
    forgive(/409/);
    await signIn(page, `/segments/${id}`);
    await page.getByRole("combobox", { name: "Value", exact: true }).fill("butchers");
    await page.keyboard.press("Escape");
    const theirs = { revision: 1, filter: { ...filter, value: "brewers" } };
    await organiser().send("PUT", `/api/v1/segments/${id}`, theirs, Kept);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("alert").filter({ hasText: "The segment is not saved" }).waitFor();
    // One's own is still there until one gives it up.
    expect(await page.getByRole("combobox", { name: "Value", exact: true }).inputValue()).toBe("butchers");
    await page.getByRole("button", { name: "Show theirs, and drop mine" }).click();
    const value = page.getByRole("combobox", { name: "Value", exact: true });
    await expect.poll(() => value.inputValue()).toBe("brewers");
  });

  test("however it is made is shown whole, and saved as it was", async () => {
    const { page } = await arrive();
    await signIn(page, "/segments");
    const drawn: readonly Condition[] = fc.sample(arbitrarySegment, { numRuns: SEGMENTS, seed: SEED });
    for (const [number, filter] of drawn.entries()) {
      const name = `Any ${number}`;
      const { id } = await organiser().send("POST", "/api/v1/segments", { name, filter }, Kept);
      await page.goto(`${place().product}/segments/${id}`);
      await page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
      const filters = filtersOf(filter);
      const rows = page.getByRole("group", { name: "Comparison" });
      await page.getByText(describeSegment(filter)).first().waitFor();
      expect(await rows.count()).toBe(filters.length);
      for (const [nth, { path, op, value }] of filters.entries()) {
        if (op === "exists" || SAID_OTHERWISE.test(path)) continue;
        const row = rows.nth(nth);
        const fields = await row
          .locator("input")
          .evaluateAll((inputs) => inputs.map((input) => ("value" in input ? String(input.value) : "")));
        const shown = [...fields, await row.innerText()].join("\n");
        const wanted = [value].flat().filter((one) => typeof one === "number" || typeof one === "string");
        const missing = wanted.filter((one) => !shown.includes(String(one).trim()));
        expect({ name, nth, missing }).toEqual({ name, nth, missing: [] });
      }
      // Another name, and what stands beside it goes along as the page has it.
      await page.getByRole("textbox", { name: "Name", exact: true }).fill(`${name} again`);
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByRole("heading", { level: 1, name: `${name} again` }).waitFor();
      const kept = await organiser().get(`/api/v1/segments/${id}`, Kept);
      expect(kept.revision).toBe(2);
      expect(JSON.stringify(kept.filter)).toBe(JSON.stringify(filter));
    }
  }, 120_000);
});
