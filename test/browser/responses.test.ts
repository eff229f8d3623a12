// An answer from the phone: seen in the table, the chart and the completion of an open page, and read as its conversation.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import * as z from "zod";
import { listens, signIn } from "./admin-page.ts";
import { PATIENCE_MS, stories } from "./browse.ts";
import { looksFine } from "./looks.ts";
import { organiser } from "./organiser.ts";
import { takePhone } from "./phone-page.ts";

const SLUG = "tea-survey";
const FLOW = {
  schema: 1,
  languages: ["en"],
  nodes: [
    {
      id: "drink",
      kind: "ask",
      text: { en: "Tea or coffee?" },
      answer: {
        kind: "choice",
        options: [
          { id: "tea", label: { en: "Tea" } },
          { id: "coffee", label: { en: "Coffee" } },
        ],
      },
    },
    { id: "score", kind: "ask", text: { en: "From 0 to 10?" }, answer: { kind: "nps" } },
    { id: "why", kind: "ask", text: { en: "Why is that?" }, answer: { kind: "text" } },
    { id: "thanks", kind: "end", text: { en: "Thank you!" } },
  ],
};
const Lines = z.object({ data: z.array(z.object({ id: z.string(), name: z.string() })) });

async function publish(): Promise<void> {
  const api = organiser();
  const { data } = await api.get("/api/v1/lines?limit=200", Lines);
  const lineId = data.find(({ name }) => name === "Texts")?.id ?? "";
  const done = z.unknown();
  await api.send("POST", "/api/v1/flows", { slug: SLUG, name: "Tea survey", draft: FLOW }, done);
  await api.send("POST", `/api/v1/flows/${SLUG}/publish`, {}, done);
  await api.send("POST", "/api/v1/triggers", { lineId, keyword: "KETTLE", flow: SLUG }, done);
}

async function cellsOf(page: Page, name: string): Promise<string[]> {
  return page.getByRole("row", { name }).getByRole("cell").allInnerTexts();
}

stories("responses", (arrive) => {
  test("come in by themselves, as rows, charts and conversations", async () => {
    await publish();
    const { page } = await arrive();
    await signIn(page, `/flows/${SLUG}/responses`);
    await page.getByText("Nobody has answered yet").waitFor();
    await listens(page);

    const guest = await arrive();
    const phone = await takePhone(guest.page, "Tess Tea", "+447700900355");
    await phone.chooseLine("Texts");
    await phone.text("KETTLE");
    await page.getByRole("row", { name: "+447700900355" }).getByText("Going on").waitFor();
    await phone.text("tea");
    await phone.text("9");
    await phone.text("Warm, with biscuits");
    await page.getByRole("row", { name: "+447700900355" }).getByText("Completed").waitFor();
    expect((await cellsOf(page, "+447700900355")).slice(2, 5)).toEqual(["Tea", "9", "Warm, with biscuits"]);

    // Sorted by keyboard, and the address says so.
    await page.getByRole("button", { name: "From 0 to 10?" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("columnheader", { name: "From 0 to 10?", exact: true }).waitFor();
    await expect
      .poll(() => new URL(page.url()).searchParams.get("by"), { timeout: PATIENCE_MS })
      .toBe("score");

    await page.getByRole("tab", { name: "Charts" }).click();
    const drink = page.getByRole("region", { name: "Tea or coffee?" });
    await drink.getByRole("link", { name: /^Tea 1 \(100%\)/ }).waitFor();
    await page.getByRole("region", { name: "From 0 to 10?" }).getByText("+100").waitFor();
    await page
      .getByRole("region", { name: "Why is that?" })
      .getByText("biscuits", { exact: false })
      .first()
      .waitFor();
    await looksFine(page, "responses-charts");

    // A bar leads to who is behind it: nobody said coffee, one said tea.
    await drink.getByRole("link", { name: /^Coffee/ }).click();
    await page.getByText("No response fits").waitFor();
    await page.getByRole("button", { name: "Any answer" }).click();
    await page.getByRole("link", { name: "+447700900355" }).click();
    const drawer = page.getByRole("dialog", { name: "Response" });
    await drawer.getByRole("listitem").filter({ hasText: "Thank you!" }).waitFor();
    expect(new URL(page.url()).searchParams.has("open")).toBe(true);
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "detached" });

    await page.getByRole("tab", { name: "Completion" }).click();
    await page.getByRole("row", { name: /^Response rate 100%/ }).waitFor();
  });
});
