// At one desk after the other: two who change the same, a session that ends in mid-sentence, and one who may only look.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import * as z from "zod";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { signIn } from "./admin-page.ts";
import { place, stories } from "./browse.ts";
import { organiser } from "./organiser.ts";

const BEN = { email: "ben.okoro@riverside.example", name: "Ben Okoro", role: "viewer" };
const Line = z.object({ id: z.string(), config: z.record(z.string(), z.unknown()) });
const Made = z.object({ id: z.string() });
const Lines = z.object({ data: z.array(z.object({ id: z.string(), name: z.string() })) });
const Token = z.object({ token: z.string() });

/** A line that somebody writes about while their session ends. */
const KEPT = {
  name: "Kept",
  channel: "sms",
  sender: "long-code",
  address: "+447700900191",
  organisation: "Riverside",
  language: "en",
  zone: "Europe/London",
};

/** What a viewer may come to by an address that somebody sent. */
const MAKING = [
  ["/campaigns/new", "New campaign"],
  ["/funnels/new", "New funnel"],
  ["/segments/new", "New segment"],
  ["/templates/new", "New template"],
  ["/setup/lines/new", "New line"],
] as const;

async function shownFields(page: Page): Promise<number> {
  const main = page.getByRole("main");
  return main.getByRole("textbox").or(main.getByRole("button")).or(main.getByRole("combobox")).count();
}

async function drafted(): Promise<object> {
  const { data } = await organiser().get("/api/v1/lines", Lines);
  return {
    name: "For onlookers",
    lineId: data.find(({ name }) => name === "News")?.id,
    variants: [{ name: "message", content: { kind: "text", text: { en: "Hello" } } }],
    audience: { kind: "filter", filter: { path: "tags", op: "eq", value: "nobody" } },
  };
}

stories("at the desk", (arrive) => {
  test("of two owners who change the organisation or a colleague, the second is told and loses nothing", async () => {
    const { page, forgive } = await arrive();
    forgive(/409 \(Conflict\)/);
    const api = organiser();
    const Settings = z.object({ zone: z.string(), retention: z.object({ media: z.int(), emails: z.int() }) });
    const before = await api.get("/api/v1/settings", Settings);
    await signIn(page, "/setup/organisation");
    await page.getByRole("combobox", { name: "Time zone" }).fill("Lisbon");
    await page.getByRole("option", { name: "Europe/Lisbon" }).click();
    await page.getByLabel("Pictures and voicemails").fill("60");
    await api.send("PATCH", "/api/v1/settings", { retention: { emails: 20, media: 50 } }, z.unknown());
    await page.getByRole("button", { name: "Save" }).click();
    const note = page.getByRole("alert").filter({ hasText: "Somebody else changed these settings" });
    await note.waitFor();
    expect(await page.getByLabel("Pictures and voicemails").inputValue()).toBe("60 days");
    expect((await api.get("/api/v1/settings", Settings)).retention).toMatchObject({ emails: 20, media: 50 });
    await note.getByRole("button", { name: "Keep mine instead" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("Saved.").waitFor();
    expect(await page.getByLabel("Words of e-mails").inputValue()).toBe("20 days");
    expect(await api.get("/api/v1/settings", Settings)).toMatchObject({
      zone: "Europe/Lisbon",
      retention: { emails: 20, media: 60 },
    });
    await api.send("PATCH", "/api/v1/settings", before, z.unknown());

    const { id } = await api.send("POST", "/api/v1/staff", BEN, z.object({ id: z.string() }));
    await page.goto(`${place().product}/setup/staff`);
    await page.getByRole("button", { name: "What to do with Ben Okoro" }).click();
    await page.getByRole("menuitem", { name: "Change name or role" }).click();
    const form = page.getByRole("dialog", { name: /^Change/ });
    await form.getByLabel("Name").fill("Benedict");
    await api.send("PATCH", `/api/v1/staff/${id}`, { role: "editor" }, z.unknown());
    await form.getByRole("button", { name: "Save" }).click();
    await form.getByRole("button", { name: "Show theirs, and drop mine" }).click();
    await page.getByRole("row", { name: /Ben Okoro.*Editor/ }).waitFor();

    // Whoever was changed while somebody thought about shutting them out stays, and is looked at again.
    await page.getByRole("button", { name: "What to do with Ben Okoro" }).click();
    await page.getByRole("menuitem", { name: "Shut out" }).click();
    const question = page.getByRole("dialog", { name: "Shut Ben Okoro out?" });
    await question.waitFor();
    await api.send("PATCH", `/api/v1/staff/${id}`, { name: "Ben A. Okoro" }, z.unknown());
    await page.getByRole("dialog").getByRole("button", { name: "Shut out" }).click();
    await page.getByText("That did not work").waitFor();
    await page.getByRole("row", { name: /Ben A. Okoro.*Editor/ }).waitFor();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "What to do with Ben A. Okoro" }).click();
    await page.getByRole("menuitem", { name: "Shut out" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Shut out" }).click();
    await page.getByRole("row", { name: /Ben A. Okoro.*Shut out/ }).waitFor();
  });

  test("a session that ended while somebody wrote: signed in again above the page, what they saved is saved", async () => {
    const { page, context, forgive } = await arrive();
    forgive(/401 \(Unauthorized\)/);
    const api = organiser();
    const { id } = await api.send("POST", "/api/v1/lines", KEPT, Line);
    await signIn(page, `/setup/lines/${id}`);
    await page.getByRole("tab", { name: "Line", exact: true }).click();
    await page.getByLabel("Who is speaking").fill("Riverside at night");
    await context.clearCookies();
    await page.getByRole("button", { name: "Save" }).click();
    const again = page.getByRole("dialog", { name: "Please sign in again" });
    await again.getByLabel("Token").fill(TEST_SECRETS.ADMIN_TOKEN);
    await page.keyboard.press("Enter");
    await page.getByText("Saved.", { exact: true }).waitFor();
    expect(await page.getByLabel("Who is speaking").inputValue()).toBe("Riverside at night");
    expect((await api.get(`/api/v1/lines/${id}`, Line)).config["organisation"]).toBe("Riverside at night");

    await context.clearCookies();
    await page.getByRole("link", { name: "Templates" }).click();
    await again.getByLabel("Token").fill(TEST_SECRETS.ADMIN_TOKEN);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Templates" }).waitFor();
    await again.waitFor({ state: "detached" });
    expect(await page.getByText("Your session had ended").count()).toBe(0);

    // Somebody else signs in: what one person wrote is not done in the name of another.
    const { token } = await api.send("POST", "/api/v1/tokens", { name: "Colleague", role: "editor" }, Token);
    await page.goto(`${place().product}/setup/lines/${id}`);
    await page.getByRole("tab", { name: "Line", exact: true }).click();
    await page.getByLabel("Who is speaking").fill("Not mine");
    await context.clearCookies();
    await page.getByRole("button", { name: "Save" }).click();
    await again.getByLabel("Token").fill(token);
    await page.keyboard.press("Enter");
    await page.getByText("Your session had ended.").waitFor();
    expect(await page.getByLabel("Who is speaking").inputValue()).toBe("Not mine");
    expect((await api.get(`/api/v1/lines/${id}`, Line)).config["organisation"]).toBe("Riverside at night");
    await api.send("POST", `/api/v1/lines/${id}/archive`, {}, z.unknown());
  });

  test("a viewer looks on: no form for what is new, and nothing that cannot work", async () => {
    const { page } = await arrive();
    const { token } = await organiser().send(
      "POST",
      "/api/v1/tokens",
      { name: "Looker", role: "viewer" },
      Token,
    );
    await page.goto(`${place().product}/`);
    await page.getByLabel("Token").fill(token);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Home" }).waitFor();
    for (const [path, title] of MAKING) {
      await page.goto(`${place().product}${path}`);
      await page.getByRole("heading", { level: 1, name: title }).waitFor();
      await page.getByRole("heading", { name: "Viewers look on" }).waitFor();
      expect([path, await shownFields(page)]).toEqual([path, 0]);
    }
    await page.goto(`${place().product}/setup/organisation`);
    await page.getByText("You look on here: only owners change this.").waitFor();

    // What is there already is shown whole, and says why nothing of it can be typed over.
    const { id } = await organiser().send("POST", "/api/v1/campaigns", await drafted(), Made);
    await organiser().send("POST", `/api/v1/campaigns/${id}/forecast`, {}, z.unknown());
    for (const path of [`/campaigns/${id}`, "/flows/centre-survey"]) {
      await page.goto(`${place().product}${path}`);
      await page.getByText("You look on here: only editors and owners change this.").waitFor();
    }
    await page.getByRole("button", { name: /Settings of the flow/ }).click();
    const settings = page.getByRole("group", { name: "Settings of the flow" });
    await settings.waitFor();
    expect(await settings.getByRole("textbox").first().isDisabled()).toBe(true);

    // Nor does the palette begin anything for them.
    await page.keyboard.press("Control+k");
    await page.getByLabel("Where to?").fill("new campaign");
    await page.getByText("Nothing of that name").waitFor();
  });

  test("the palette leads to every place, begins what is new, and finds people by their number", async () => {
    const { page } = await arrive();
    const person = { number: "+447700900186", name: "Quentin Quay" };
    await organiser().send("POST", "/api/v1/contacts", person, Made);
    await signIn(page, "/");
    const palette = page.getByRole("dialog", { name: "Go to" });
    const sought = page.getByLabel("Where to?");

    // By mouse, and closed again without going anywhere.
    await page.getByRole("button", { name: "Go to" }).click();
    await palette.getByText("Volunteers", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await palette.waitFor({ state: "detached" });
    expect(new URL(page.url()).pathname).toBe("/");

    // By keyboard: a part of Setup by another word for it, what is new, somebody by their number.
    const ways = [
      ["twilio", "Numbers", "/setup/numbers"],
      ["new camp", "New campaign", "/campaigns/new"],
      ["+44 7700 900186", "Quentin Quay", /^\/contacts\/[\da-f-]+$/],
    ] as const;
    for (const [typed, found, path] of ways) {
      await page.keyboard.press("Control+k");
      await sought.fill(typed);
      await palette.getByText(found, { exact: true }).waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL((url) =>
        typeof path === "string" ? url.pathname === path : path.test(url.pathname),
      );
      await palette.waitFor({ state: "detached" });
    }
    await page.getByRole("heading", { level: 1, name: "Quentin Quay" }).waitFor();
    await page.keyboard.press("Control+k");
    await sought.fill("zzzz");
    await page.getByText("Nothing of that name").waitFor();
  });

  test("every kind of thing is found by its name", async () => {
    const { page } = await arrive();
    const api = organiser();
    const segment = { name: "Zinnia walkers", kind: "list" };
    const { id } = await api.send("POST", "/api/v1/segments", segment, z.object({ id: z.string() }));
    await signIn(page, "/setup");
    await page.getByRole("heading", { level: 1, name: "Setup" }).waitFor();
    await page.keyboard.press("Control+k");
    await page.getByLabel("Where to?").fill("zinnia");
    await page.getByRole("dialog", { name: "Go to" }).getByText("Zinnia walkers").waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Zinnia walkers" }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/segments/${id}`);
  });
});
