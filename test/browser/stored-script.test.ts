// Script that people send us, or that stands in what is imported, is text to everybody who reads it: no page runs it.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import * as z from "zod";
import { listens, signIn } from "./admin-page.ts";
import { PATIENCE_MS, place, stories } from "./browse.ts";
import { openChat } from "./chat-page.ts";
import { organiser, whoSaid } from "./organiser.ts";

/** Would leave its trace in the title, and in the console at the latest: short enough for any answer. */
const evil = (who: string): string =>
  `${who}<script>document.title="ran"</script><img src=x onerror=alert()>`;

const Made = z.object({ id: z.string() });

/** Whether anything that was stored became an element, or ran. */
async function isHarmless(page: Page): Promise<void> {
  expect(await page.locator("img[src=x], script:not([src]):not([type])").count()).toBe(0);
  expect(await page.title()).not.toBe("ran");
}

/** Opens a page and waits until it shows these words, letter by letter. */
async function shows(page: Page, path: string, words: string): Promise<void> {
  await page.goto(`${place().product}${path}`);
  const shown = async (): Promise<boolean> => {
    const fields = await page
      .getByRole("textbox")
      .evaluateAll((inputs) => inputs.map((input) => ("value" in input ? String(input.value) : "")));
    return [await page.getByRole("main").innerText(), ...fields].join("\n").includes(words);
  };
  await expect.poll(shown, { timeout: PATIENCE_MS, message: `${path} shows ${words}` }).toBe(true);
  await isHarmless(page);
}

stories("stored script", (arrive) => {
  test("in an answer and in names is shown as it was written, on every page that shows it", async () => {
    const answer = evil("answer");
    const visitor = await arrive();
    const chat = await openChat(visitor.page, "product-review");
    await chat.say(answer);
    await visitor.page.getByText("What's your name?").waitFor();
    const contact = await whoSaid(answer);

    const api = organiser();
    await api.send("PATCH", `/api/v1/contacts/${contact}`, { name: evil("person") }, z.unknown());
    const make = async (path: string, body: object): Promise<string> =>
      (await api.send("POST", path, body, Made)).id;
    const filter = { all: [{ path: "attributes.town", op: "eq", value: evil("town") }] };
    const segment = await make("/api/v1/segments", { name: evil("segment"), filter });
    const template = await make("/api/v1/templates", { name: evil("template"), body: evil("body") });
    const volunteer = await make("/api/v1/volunteers", { name: evil("volunteer"), email: "eve@r.example" });
    const group = await make("/api/v1/helplines", {
      name: evil("group"),
      number: "+447700900299",
      zone: "Europe/London",
    });
    const text = { en: evil("question") };
    const nodes = [{ id: "bye", kind: "end", text }];
    const draft = { schema: 1, languages: ["en"], nodes };
    const flow = await make("/api/v1/flows", { slug: "stored-script", name: evil("flow"), draft });

    const { page } = await arrive();
    await signIn(page, "/");
    await listens(page);
    const seen: readonly (readonly [string, string])[] = [
      ["/", answer],
      ["/contacts", evil("person")],
      [`/contacts/${contact}`, answer],
      [`/contacts/${contact}?tab=profile`, evil("person")],
      ["/flows/product-review/responses", answer],
      ["/flows", evil("flow")],
      [`/flows/${flow}`, evil("question")],
      [`/flows/${flow}?tab=picture`, evil("flow")],
      ["/segments", evil("segment")],
      [`/segments/${segment}`, evil("town")],
      ["/templates", evil("template")],
      [`/templates/${template}`, evil("body")],
      ["/volunteers", evil("volunteer")],
      [`/volunteers/${volunteer}`, evil("volunteer")],
      ["/groups", evil("group")],
      [`/groups/${group}`, evil("group")],
      [`/rota?group=${group}`, evil("group")],
    ];
    for (const [path, words] of seen) await shows(page, path, words);

    await page.keyboard.press("Control+k");
    await page.getByRole("textbox", { name: "Where to?" }).fill("document.title");
    await page.getByRole("dialog", { name: "Go to" }).getByText(evil("person")).waitFor();
    await isHarmless(page);
  }, 90_000);

  test("in a CSV's name, headings and cells stays text before and after it is imported", async () => {
    const { page } = await arrive();
    await signIn(page, "/imports");
    const csv = `Mobile,Name,<img src=x onerror=document.title="ran">\n+447700900871,${evil("cell").replaceAll('"', "")},=cmd()`;
    await page.getByLabel("CSV file").setInputFiles({
      name: "<img src=x onerror=alert()>.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(csv),
    });
    const columns = page.getByRole("table", { name: "Columns" });
    await columns.getByText("<img src=x onerror=document.title=").first().waitFor();
    await page.getByRole("heading", { level: 1, name: "<img src=x onerror=alert()>.csv" }).waitFor();
    await isHarmless(page);
    await page.getByRole("button", { name: "See what would change" }).click();
    await page.getByText("This is what would happen. Nobody is changed yet.").waitFor();
    await page.getByText("<script>").first().waitFor();
    await isHarmless(page);
  });
});
