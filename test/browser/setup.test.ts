// Setting up, as an owner and the colleague they invite find it.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import * as z from "zod";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { signIn } from "./admin-page.ts";
import { PATIENCE_MS, place, stories } from "./browse.ts";
import { organiser } from "./organiser.ts";

const ANN = "ann.ruiz@riverside.example";
const Line = z.object({ id: z.string(), config: z.record(z.string(), z.unknown()) });

/** Every option a line has, so that each is seen on its page. */
const EVERYTHING = {
  name: "Everything",
  channel: "sms",
  sender: "long-code",
  address: "+447700900190",
  organisation: "Riverside Centre",
  language: "en",
  zone: "Europe/London",
  hours: {
    days: { "1": [{ from: "09:30", to: "17:45" }], "6": [{ from: "22:00", to: "02:00" }] },
    holidays: ["2026-12-25"],
  },
  optOutBy: "us",
  segmentsPerSecond: 2.5,
  prices: { currency: "GBP", perSegment: { GB: 0.04, "*": 0.09 } },
  spendCapPerDay: 120,
  countries: ["GB", "IE"],
  words: { optOut: { en: ["no thanks"] }, optIn: { es: ["de vuelta"] }, help: { en: ["lost"] } },
  unmatchedReply: { en: "Somebody will read this.", es: "Alguien lo leerá." },
  helpReply: { en: "Call 020 7946 0000." },
};

/** What is to be read on each of its tabs. */
const SHOWN = {
  Line: ["Everything", "+447700900190", "Riverside Centre", "English (en)", "Europe/London", "Partyline"],
  Hours: ["09:30", "17:45", "22:00", "02:00", "2026-12-25"],
  Sending: ["2.5", "GBP", "0.04", "0.09", "120", "United Kingdom", "Everywhere else", "Ireland"],
  Words: [
    "no thanks",
    "de vuelta",
    "lost",
    "Somebody will read this.",
    "Alguien lo leerá.",
    "Call 020 7946 0000.",
  ],
} as const;

/** All that stands on the page, in fields and beside them. */
async function shownOn(page: Page): Promise<string> {
  const fields = await page
    .getByRole("textbox")
    .or(page.getByRole("combobox"))
    .or(page.getByRole("spinbutton"))
    .evaluateAll((inputs) => inputs.map((input) => ("value" in input ? String(input.value) : "")));
  return [...fields, await page.getByRole("main").innerText()].join("\n");
}

/** Opens the newest invitation to an address in the simulator's mailbox, and its link in a tab of its own. */
async function openInvitation(page: Page, address: string): Promise<Page> {
  await page.goto(`${place().phone}/mail#${address}`);
  await page
    .getByRole("button", { name: /You are invited to Partyline/ })
    .first()
    .click();
  const [tab] = await Promise.all([
    page.context().waitForEvent("page"),
    page.frameLocator("iframe").getByRole("link", { name: "Sign in" }).click(),
  ]);
  return tab;
}

async function tryToken(token: string, path = "/lines"): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(`${place().product}/api/v1${path}`, { headers })).status;
}

stories("setting up", (arrive) => {
  test("a colleague is invited, signs in by the link in their mailbox, and is kept to what they may do", async () => {
    const { page } = await arrive();
    await signIn(page, "/setup/staff");
    await page.getByRole("button", { name: "Invite somebody" }).click();
    const form = page.getByRole("dialog", { name: "Invite somebody" });
    await form.getByLabel("Name").fill("Ann Ruiz");
    await form.getByLabel("E-mail").fill(ANN);
    await form.getByRole("radio", { name: "Editor" }).check();
    await page.keyboard.press("Enter");
    await page.getByRole("row", { name: /Ann Ruiz.*Editor.*Never signed in/ }).waitFor();

    const guest = await arrive();
    // A link that was used, and a session that has ended, are refused: browsers log that.
    guest.forgive(/401 \(Unauthorized\)/);
    const ann = await openInvitation(guest.page, ANN);
    await ann.getByText(`This link signs you in as ${ANN}.`).waitFor();
    expect(ann.url()).not.toContain("link=");
    await ann.getByRole("button", { name: "Continue to Partyline" }).focus();
    await ann.keyboard.press("Enter");
    await ann.getByRole("button", { name: "Your account" }).click();
    await ann.getByText("Signed in as Ann Ruiz").waitFor();

    for (const only of ["/setup/tokens", "/setup/audit"]) {
      await ann.goto(`${place().product}${only}`);
      await ann.getByRole("heading", { name: "Only owners see this" }).waitFor();
    }
    await ann.goto(`${place().product}/setup/staff`);
    await ann.getByRole("cell", { name: "a***@riverside.example" }).waitFor();
    expect(await ann.getByRole("button", { name: "Invite somebody" }).count()).toBe(0);

    const again = await openInvitation(guest.page, ANN);
    await again.getByRole("button", { name: "Continue to Partyline" }).click();
    await again.getByText(/has been used, or is older than 15 minutes/).waitFor();
    await expect.poll(() => again.getByLabel("E-mail").inputValue(), { timeout: PATIENCE_MS }).toBe(ANN);

    await page.getByRole("button", { name: "What to do with Ann Ruiz" }).click();
    await page.getByRole("menuitem", { name: "Shut out" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Shut out" }).click();
    await page.getByRole("row", { name: /Ann Ruiz.*Shut out/ }).waitFor();
    await ann.reload();
    await ann.getByRole("dialog", { name: "Please sign in again" }).waitFor();
  });

  test("a token is shown once, works, and is revoked", async () => {
    const { page } = await arrive();
    await signIn(page, "/setup/tokens");
    await page.getByRole("button", { name: "New token" }).click();
    const form = page.getByRole("dialog", { name: "New token" });
    await form.getByLabel("Name").fill("Dashboard in the hall");
    await page.keyboard.press("Enter");
    const token = (await form.getByLabel("The token").innerText()).trim();
    expect(token).toMatch(/^partyline_[0-9a-f]{64}$/);
    expect(await tryToken(token)).toBe(200);
    await form.getByRole("button", { name: "I have it" }).click();
    await page.getByRole("row", { name: /Dashboard in the hall.*Viewer.*Until/ }).waitFor();
    expect(await page.getByText(token).count()).toBe(0);
    await page.getByRole("button", { name: "Revoke Dashboard in the hall" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
    await page.getByRole("row", { name: /Dashboard in the hall.*Revoked/ }).waitFor();
    expect(await tryToken(token)).toBe(401);

    await page.goto(`${place().product}/setup/audit?what=token`);
    await page
      .getByRole("row", { name: /The owner.*Revoked an API token/ })
      .first()
      .waitFor();
  });

  test("a token is held to areas in plain words, and to nothing else it may do", async () => {
    const { page } = await arrive();
    await signIn(page, "/setup/tokens");
    await page.getByRole("button", { name: "New token" }).click();
    const form = page.getByRole("dialog", { name: "New token" });
    await form.getByLabel("Name").fill("Website");
    await form.getByRole("radio", { name: "Editor" }).check();
    await form.getByRole("radio", { name: "Only some areas" }).check();
    const make = form.getByRole("button", { name: "Make the token" });
    expect(await make.isDisabled()).toBe(true);
    const choose = (area: string, access: string) =>
      form
        .getByRole("radiogroup", { name: area, exact: true })
        .getByRole("radio", { name: access, exact: true })
        .press("Space");
    await choose("Contacts", "Read and change");
    await choose("Flows and answers", "Read");
    await make.click();
    const token = (await form.getByLabel("The token").innerText()).trim();
    expect(await tryToken(token, "/contacts")).toBe(200);
    expect(await tryToken(token, "/flows")).toBe(200);
    expect(await tryToken(token, "/lines")).toBe(403);
    await form.getByRole("button", { name: "I have it" }).click();
    await page
      .getByRole("row", { name: /Website.*Editor.*Contacts: read and change.*Flows and answers: read/ })
      .waitFor();
  });

  test("a line shows everything that is set, and of two who change it the second is told", async () => {
    const { page, forgive } = await arrive();
    forgive(/409 \(Conflict\)/);
    const api = organiser();
    const { id, config } = await api.send("POST", "/api/v1/lines", EVERYTHING, Line);
    await signIn(page, `/setup/lines/${id}`);
    for (const [tab, shown] of Object.entries(SHOWN)) {
      await page.getByRole("tab", { name: tab, exact: true }).click();
      await page.getByRole("tabpanel").waitFor();
      const there = await shownOn(page);
      expect({ tab, missing: shown.filter((words) => !there.includes(words)) }).toEqual({ tab, missing: [] });
    }
    await page.getByRole("tab", { name: "Line", exact: true }).click();
    await page.getByLabel("Name").fill("Renamed");
    await api.send("PATCH", `/api/v1/lines/${id}`, { organisation: "Riverside" }, z.unknown());
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Somebody else changed this line meanwhile.").waitFor();
    await page.getByRole("button", { name: /Show it as it is now/ }).click();
    await expect
      .poll(() => page.getByLabel("Who is speaking").inputValue(), { timeout: PATIENCE_MS })
      .toBe("Riverside");
    await page.getByLabel("Name").fill("Renamed");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { level: 1, name: "Renamed" }).waitFor();
    const kept = await api.get(`/api/v1/lines/${id}`, Line);
    expect(JSON.stringify(kept.config)).toBe(
      JSON.stringify({ ...config, name: "Renamed", organisation: "Riverside" }),
    );
    await api.send("POST", `/api/v1/lines/${id}/archive`, {}, z.unknown());
  });

  test("a number that points elsewhere is pointed here, once it is plain what that ends", async () => {
    const { page } = await arrive();
    const sid = `PN${"447700900110".padStart(32, "0")}`;
    const { TWILIO_ACCOUNT_SID: account, TWILIO_AUTH_TOKEN: token } = TEST_SECRETS;
    await fetch(`${place().phone}/2010-04-01/Accounts/${account}/IncomingPhoneNumbers/${sid}.json`, {
      method: "POST",
      headers: { authorization: `Basic ${btoa(`${account}:${token}`)}` },
      body: new URLSearchParams({ SmsUrl: "https://elsewhere.example/texts" }),
    });
    await signIn(page, "/setup/numbers");
    const row = page.getByRole("row", { name: /\+447700900110/ });
    await row.getByText("Go elsewhere").waitFor();
    await row.getByRole("button", { name: "Point +447700900110 here" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("https://elsewhere.example/texts").waitFor();
    await dialog.getByRole("button", { name: "Point it here" }).click();
    await expect.poll(() => row.getByText("Come here").count(), { timeout: PATIENCE_MS }).toBe(2);
  });
});
