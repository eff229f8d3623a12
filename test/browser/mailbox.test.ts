// The mailboxes beside the phone: read, listened to, saved and searched with by mouse and by keyboard, wide and narrow.
import { buffer } from "node:stream/consumers";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveCarrier, type Served } from "../carrier/serve.ts";
import { type MailLab, setUpMail } from "../carrier/testing/mail.ts";
import { PATIENCE_MS, place, stories } from "./browse.ts";
import { looksFine } from "./looks.ts";
import { sendTestEmail } from "./organiser.ts";
import { makeRecording } from "./recording.ts";

const ANN = { from: "Partyline <partyline@riverside.test>", to: "Ann Ruiz <ann@riverside.test>" };
const RECORDING = makeRecording(3);

let lab: MailLab;
let served: Served;

/** A page of mailboxes, of Ann's if it is hers. */
async function open(page: Page, address = ""): Promise<void> {
  await page.goto(`${served.url}/mail${address === "" ? "" : `#${address}`}`);
  await page.getByRole("button", { name: /Ann Ruiz/ }).waitFor();
}

function digestOf(url: string): string {
  return `<!doctype html><html lang="en"><head><title>Yesterday</title><meta name="color-scheme" content="light dark"></head>
    <body style="font:16px/1.5 sans-serif"><h1>Yesterday at Riverside</h1><p>12 calls, 9 answered.</p>
    <p><a href="${url}">Open the call log</a></p><script>document.body.textContent = "taken over"</script></body></html>`;
}

beforeAll(async () => {
  lab = setUpMail();
  served = await serveCarrier(lab.carrier, 0);
  await lab.send({
    ...ANN,
    subject: "Yesterday: 12 calls, 3 missed",
    html: digestOf(`${served.url}/phone.svg`),
  });
  await lab.send({
    ...ANN,
    subject: "Voicemail from +44 7700 900123",
    html: "<p>Somebody left a message for <b>Night line</b>.</p>",
    headers: {
      "List-Unsubscribe": "<https://line.test/u>",
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
    attachments: [
      { filename: "voicemail.wav", content: Buffer.from(RECORDING).toString("base64") },
      { filename: "transcript.txt", content: Buffer.from("Hello?").toString("base64") },
    ],
  });
  await lab.send({
    ...ANN,
    subject: "Your shift tomorrow",
    html: undefined,
    text: "You are on at 14:00.\n\nReply 1.",
  });
  await lab.send({ ...ANN, to: "group@riverside.test", subject: "Tomorrow 14:00 to 16:00: nobody" });
  await lab.carrier.settled();
});

afterAll(() => served.close());

stories("the mailboxes", (arrive) => {
  test("a mail is read: its HTML without its scripts, its text, its headers, and what became of it", async () => {
    const { page, context, forgive } = await arrive();
    forgive(/Blocked script execution/);
    await open(page);
    await page.getByRole("button", { name: /Ann Ruiz/ }).click();
    await page.getByRole("button", { name: /Unread: Partyline.*Yesterday/s }).click();
    const body = page.frameLocator("iframe");
    await body.getByRole("heading", { name: "Yesterday at Riverside" }).waitFor();
    const [tab] = await Promise.all([
      context.waitForEvent("page"),
      body.getByRole("link", { name: "Open the call log" }).click(),
    ]);
    await expect.poll(() => tab.url(), { timeout: PATIENCE_MS }).toBe(`${served.url}/phone.svg`);
    await page.getByRole("tab", { name: "Text" }).click();
    await page.getByText("12 calls, 9 answered.").last().waitFor();
    await page.getByRole("tab", { name: "Headers" }).click();
    await page.getByText("Webhook email.delivered: answered 200").waitFor();
    await page.getByText("partyline@riverside.test").first().waitFor();
    expect(await page.getByRole("button", { name: /Unread: Partyline.*Yesterday/s }).count()).toBe(0);
    // It stays read, and open, when the page is opened again.
    await page.reload();
    await body.getByRole("heading", { name: "Yesterday at Riverside" }).waitFor();
  });

  test("a recording can be listened to, and saved byte for byte", async () => {
    const { page } = await arrive();
    await open(page, "ann@riverside.test");
    await page.getByRole("button", { name: /with attachments/ }).click();
    const sound = page.getByLabel("Listen to voicemail.wav");
    const lengthS = () => sound.evaluate((audio) => (audio instanceof HTMLAudioElement ? audio.duration : 0));
    await expect.poll(lengthS, { timeout: PATIENCE_MS }).toBe(3);
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: /voicemail\.wav/ }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe("voicemail.wav");
    expect((await buffer(await saved.createReadStream())).equals(RECORDING)).toBe(true);
  });

  test("a mail that offers it is unsubscribed from by one click", async () => {
    const { page } = await arrive();
    await open(page, "ann@riverside.test");
    await page.getByRole("button", { name: /Voicemail from/ }).click();
    await page.getByRole("button", { name: "Unsubscribe" }).click();
    await page.getByText("Unsubscribed.").waitFor();
    expect(lab.clicked).toEqual(["POST https://line.test/u List-Unsubscribe=One-Click"]);
  });

  test("by keyboard alone: from mail to mail, and from view to view", async () => {
    const { page } = await arrive();
    await open(page);
    await page.getByRole("button", { name: /Ann Ruiz/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /Your shift tomorrow/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Your shift tomorrow" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.getByRole("heading", { name: "Voicemail from" }).waitFor();
    await page.keyboard.press("Home");
    await page.getByRole("heading", { name: "Your shift tomorrow" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.getByRole("tab", { name: "HTML" }).focus();
    await page.keyboard.press("ArrowRight");
    const chosen = page.getByRole("tab", { selected: true });
    expect(await chosen.innerText()).toBe("Text");
    expect(await chosen.evaluate((tab) => tab === document.activeElement)).toBe(true);
  });

  test("on a phone one panel at a time, with the way back and the focus on it", async () => {
    const { page } = await arrive({ width: 390, height: 844, isTouched: true });
    await open(page);
    await page.getByRole("button", { name: /Ann Ruiz/ }).tap();
    await page.getByRole("button", { name: /Your shift tomorrow/ }).tap();
    await page.getByText("You are on at 14:00.").last().waitFor();
    expect(await page.getByRole("button", { name: /Ann Ruiz/ }).isVisible()).toBe(false);
    const back = page.getByRole("button", { name: "Mails", exact: true });
    await expect.poll(() => back.evaluate((it) => it === document.activeElement)).toBe(true);
    await back.tap();
    await page.getByRole("button", { name: "Mailboxes" }).tap();
    await page.getByRole("button", { name: /group@riverside\.test/ }).waitFor();
  });

  test("a mail that comes while the page is open shows at once, and is said", async () => {
    const { page } = await arrive();
    await open(page, "ann@riverside.test");
    await lab.send({ ...ANN, subject: "One more" });
    await page.getByRole("button", { name: /One more/ }).waitFor();
    expect(await page.getByRole("status").allInnerTexts()).toContain("New mail for Ann Ruiz: One more");
    expect(await page.title()).toMatch(/^\(\d+\) Partyline mail$/);
  });

  test("an address that bounces, from the page", async () => {
    const { page } = await arrive();
    await open(page, "group@riverside.test");
    await page.getByLabel("This address").selectOption({ label: "Does not exist: bounces" });
    await expect
      .poll(async () => {
        await lab.send({ ...ANN, to: "group@riverside.test", subject: "Never" });
        await lab.carrier.settled();
        return lab.events.at(-1)?.type;
      })
      .toMatch(/^email\.(bounced|suppressed)$/);
    await page.getByText("On Resend’s suppression list").waitFor();
  });

  test("looks: mailboxes and what is in one", async () => {
    const { page } = await arrive();
    await open(page);
    await looksFine(page, "mail-boxes");
    await page.getByRole("button", { name: /Ann Ruiz/ }).click();
    await looksFine(page, "mail-list");
  });

  test("looks: a recording and a digest", async () => {
    const { page, forgive } = await arrive();
    forgive(/Blocked script execution/);
    await open(page, "ann@riverside.test");
    await page.getByRole("button", { name: /Voicemail from/ }).click();
    await page.getByLabel("Listen to voicemail.wav").waitFor();
    await looksFine(page, "mail-recording");
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole("button", { name: /Yesterday: 12/ }).click();
    await page.frameLocator("iframe").getByRole("heading").waitFor();
    await looksFine(page, "mail-digest");
    await page.getByRole("tab", { name: "Headers" }).click();
    await looksFine(page, "mail-headers");
  });

  test("what Partyline sends arrives here: the phone's page counts it and leads to it", async () => {
    const { page } = await arrive();
    await page.goto(place().phone);
    await sendTestEmail("kay@riverside.test");
    const link = page.getByRole("link", { name: /Mail.*unread/ });
    await link.waitFor();
    await link.click();
    await page.getByRole("button", { name: /kay@riverside\.test/ }).click();
    await page.getByRole("button", { name: /Partyline can send e-mails/ }).click();
    await page.frameLocator("iframe").getByRole("heading", { name: "E-mails work" }).waitFor();
    await looksFine(page, "mail-of-ours");
    // The same e-mail as it is written, where axe can look at it.
    const frame = page.frames().find((each) => each.url().endsWith("/html"));
    const html = (await frame?.content()) ?? "";
    await page.goto("about:blank");
    await page.setContent(html);
    await looksFine(page, "mail-by-itself");
  });
});
