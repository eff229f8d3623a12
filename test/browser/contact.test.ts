// A contact's page: who somebody is is changed in place, what we were told is written down, and forgetting wants to be meant.
import { expect, test } from "vitest";
import * as z from "zod";
import { signIn } from "./admin-page.ts";
import { PATIENCE_MS, stories } from "./browse.ts";
import { organiser } from "./organiser.ts";

const Made = z.object({ id: z.string() });

stories("a contact's page", (arrive) => {
  test("changes who somebody is, keeps what we were told, and forgets them", async () => {
    const { id } = await organiser().send(
      "POST",
      "/api/v1/contacts",
      { number: "+447700900365", name: "Ada" },
      Made,
    );
    const { page } = await arrive();
    await signIn(page, `/contacts/${id}?tab=profile`);

    await page.getByRole("button", { name: "Change", exact: true }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("Ada Lovelace");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Ada Lovelace" }).waitFor();

    await page.getByRole("region", { name: "Attributes" }).getByRole("button", { name: "Add" }).click();
    const adding = page.getByRole("dialog", { name: "Add an attribute" });
    await adding.getByLabel("Name").fill("visits");
    await adding.getByText("Number", { exact: true }).click();
    await adding.getByRole("textbox", { name: "Value" }).fill("3");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Change visits" }).waitFor();

    await page.getByRole("combobox", { name: "Tags" }).fill("driver");
    await page.keyboard.press("Enter");
    await expect
      .poll(async () => (await read(id)).tags.map(({ tag }) => tag), { timeout: PATIENCE_MS })
      .toEqual(["driver"]);
    expect((await read(id)).attributes["visits"]?.value).toBe(3);

    await page.getByRole("tab", { name: "Consent" }).click();
    await page.getByRole("button", { name: "Write down what we were told" }).click();
    await page.getByRole("radio", { name: "They want to be left alone" }).check();
    await page.getByRole("textbox", { name: "How we know" }).fill("Told Maya on the phone");
    await page.getByRole("button", { name: "Write it down" }).click();
    const history = page.getByRole("table", { name: "History of consent" });
    await history.getByText("“Told Maya on the phone”").waitFor();
    await page
      .getByRole("table", { name: "Consent by channel" })
      .getByText("To be left alone")
      .first()
      .waitFor();

    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Forget this person" }).click();
    const dialog = page.getByRole("dialog", { name: "Forget Ada Lovelace?" });
    const forget = dialog.getByRole("button", { name: "Forget this person" });
    expect(await forget.isDisabled()).toBe(true);
    await dialog.getByRole("textbox").fill("erase");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Contacts" }).waitFor();
  });
});

const Shown = z.object({
  tags: z.array(z.object({ tag: z.string() })),
  attributes: z.record(z.string(), z.object({ value: z.unknown() })),
});

function read(id: string): Promise<z.infer<typeof Shown>> {
  return organiser().get(`/api/v1/contacts/${id}`, Shown);
}
