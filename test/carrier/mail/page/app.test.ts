// The mailbox page's server side: who may ask, what it tells, and that a mail's HTML can do nothing.
import { describe, expect, test } from "vitest";
import { type MailLab, setUpMail } from "../../testing/mail.ts";
import { showMailWorld } from "./show.ts";
import type { MailDetail } from "./wire.ts";

const PAGE = "http://127.0.0.1:9787";

function get({ carrier }: MailLab, path: string): Promise<Response> {
  return carrier.fetch(new Request(PAGE + path));
}

function post({ carrier }: MailLab, path: string, body: unknown, headers: Record<string, string> = {}) {
  const init = { method: "POST", headers: { "content-type": "application/json", ...headers } };
  return carrier.fetch(new Request(PAGE + path, { ...init, body: JSON.stringify(body) }));
}

/** Sends a mail and lets it arrive; returns its id. */
async function deliver(lab: MailLab, fields: object): Promise<string> {
  const { body } = await lab.send(fields);
  await lab.carrier.settled();
  return String(body["id"]);
}

describe("who may ask", () => {
  test("this machine only, whatever it is called", async () => {
    const lab = setUpMail();
    const id = await deliver(lab, {});
    for (const path of ["/mail", "/mail.js", `/sim/mail/${id}`, `/sim/mail/${id}/html`]) {
      expect((await lab.carrier.fetch(new Request(`http://evil.test${path}`))).status).toBe(403);
      expect((await get(lab, path)).status).toBe(200);
    }
  });

  test("no page of another origin changes anything", async () => {
    const lab = setUpMail();
    const command = { address: "ann@example.org", fate: "bounced" };
    const foreign = await post(lab, "/sim/mail/fate", command, { origin: "https://evil.test" });
    expect(foreign.status).toBe(403);
    expect((await post(lab, "/sim/mail/fate", command, { "content-type": "text/plain" })).status).toBe(415);
    await deliver(lab, {});
    expect(lab.mail.mailbox("ann@example.org").mails()).toHaveLength(1);
  });
});

test("the page, its script and its style ask nothing of the network", async () => {
  const lab = setUpMail();
  const read = async (path: string) => (await get(lab, path)).text();
  const [html, script, style] = [await read("/mail"), await read("/mail.js"), await read("/mail.css")];
  expect(html).toContain('src="/mail.js"');
  expect(script.length).toBeGreaterThan(10_000);
  for (const text of [html, style]) expect(text).not.toMatch(/https?:\/\//);
});

test("a mail's HTML stands in a sandbox, its links open elsewhere, its own pictures come along", async () => {
  const lab = setUpMail();
  const id = await deliver(lab, {
    html: '<html><head><title>x</title></head><body><script>steal()</script><img src="cid:logo"></body></html>',
    attachments: [{ filename: "a.png", content: "iVBORw==", content_type: "image/png", content_id: "logo" }],
  });
  const page = await get(lab, `/sim/mail/${id}/html`);
  const policy = page.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("sandbox allow-popups");
  expect(policy).not.toMatch(/allow-scripts|allow-same-origin|script-src/);
  const html = await page.text();
  expect(html).toContain('<head><base target="_blank" />');
  expect(html).toContain('src="data:image/png;base64,iVBORw=="');
});

test("a mail's first words are those its sender put before the others", async () => {
  const lab = setUpMail();
  const filling = "&zwnj;&nbsp;".repeat(40);
  await deliver(lab, {
    html: `<div style="display:none">12 calls, 3 missed${filling}</div><h1>Yesterday</h1>`,
  });
  const [box] = showMailWorld(lab.mail.office).boxes;
  expect(box?.mails.map(({ preview }) => preview)).toEqual(["12 calls, 3 missed Yesterday"]);
});

test("attachments: recordings to listen to, the rest to save", async () => {
  const lab = setUpMail();
  const content = Buffer.from("RIFF").toString("base64");
  const id = await deliver(lab, {
    attachments: [
      { filename: "Anruf für Ann.wav", content },
      { filename: "page.html", content },
    ],
  });
  const detail: MailDetail = await (await get(lab, `/sim/mail/${id}`)).json();
  const [recording, page] = detail.attachments;
  expect(recording).toMatchObject({ contentType: "audio/wav", sizeBytes: 4 });
  const played = await get(lab, recording?.url ?? "");
  expect(await played.text()).toBe("RIFF");
  expect(played.headers.get("content-disposition")).toBe(
    "inline; filename*=UTF-8''Anruf%20f%C3%BCr%20Ann.wav",
  );
  const saved = await get(lab, page?.url ?? "");
  expect(saved.headers.get("content-disposition")).toContain("attachment;");
});

test("a mail tells its story: what Resend did, and what the product answered", async () => {
  const lab = setUpMail();
  lab.answers.push(200, 503);
  const id = await deliver(lab, { headers: { "X-Kind": "digest" } });
  const detail: MailDetail = await (await get(lab, `/sim/mail/${id}`)).json();
  expect(detail.headers).toContainEqual(["X-Kind", "digest"]);
  expect(detail.story.map(({ text }) => text)).toEqual([
    "Taken by Resend",
    "Webhook email.sent: answered 200",
    "Arrived at ann@example.org",
    "Webhook email.delivered: answered 503",
  ]);
  expect((await get(lab, "/sim/mail/nowhere")).status).toBe(404);
});

test("one click unsubscribes, as RFC 8058 has it; where nothing offers it there is nothing to click", async () => {
  const lab = setUpMail();
  const headers = {
    "List-Unsubscribe": "<https://line.test/u/7>",
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
  const id = await deliver(lab, { headers });
  expect(await (await post(lab, "/sim/mail/unsubscribe", { id })).json()).toEqual({ status: 202 });
  expect(lab.clicked).toEqual(["POST https://line.test/u/7 List-Unsubscribe=One-Click"]);
  await deliver(lab, { headers: { "List-Unsubscribe": "<https://line.test/u/7>" } });
  const [offered, plain] = lab.mail.mailbox("ann@example.org").mails();
  expect(await offered?.unsubscribe()).toBe(202);
  await expect(plain?.unsubscribe()).rejects.toThrow("cannot be unsubscribed from by one click");
});

test("the page's switches: an address that bounces, and Resend down for an hour", async () => {
  const lab = setUpMail();
  await post(lab, "/sim/mail/fate", { address: "ann@example.org", fate: "bounced" });
  await deliver(lab, {});
  expect(lab.events.at(-1)?.type).toBe("email.bounced");
  await post(lab, "/sim/mail/fate", { address: "ann@example.org", fate: "delivered" });
  await deliver(lab, {});
  expect(lab.mail.mailbox("ann@example.org").mails()).toHaveLength(1);
  await post(lab, "/sim/mail/down", { isDown: true });
  expect((await lab.send()).status).toBe(503);
  await post(lab, "/sim/mail/down", { isDown: false });
  expect((await lab.send()).status).toBe(200);
});
