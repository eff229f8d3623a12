// `POST /emails`: what Resend takes, and in which words it refuses the rest.
import { describe, expect, test } from "vitest";
import { API_KEY, FROM, MAIL, setUpMail } from "../testing/mail.ts";
import { readAttachments } from "./attachments.ts";

const BYTES = Uint8Array.from({ length: 5_000 }, (_, place) => (place * 7) % 256);

test("what is taken lies in everybody's mailbox, with the very bytes that were attached", async () => {
  const { mail, carrier, send, get } = setUpMail();
  const { status, body } = await send({
    to: ["Ann <ann@example.org>", "ben@example.org"],
    cc: "Cem@Example.org",
    bcc: ["dee@example.org"],
    reply_to: "group@riverside.test",
    subject: "A voicemail",
    html: `<p>Listen &amp; call back:<br><a href="https://line.test/v/1?a=1&amp;b=2"><b>Open</b> it</a></p>`,
    text: "Listen and call back",
    headers: { "List-Unsubscribe": "<https://line.test/u>" },
    tags: [{ name: "kind", value: "voicemail" }],
    attachments: [{ filename: "voicemail.mp3", content: Buffer.from(BYTES).toString("base64") }],
  });
  expect(status).toBe(200);
  expect(body["id"]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  await carrier.settled();
  for (const who of ["ann@example.org", "ben@example.org", "cem@example.org", "DEE@example.org"]) {
    const [received, ...others] = mail.mailbox(who).mails();
    expect(others).toEqual([]);
    expect(received).toMatchObject({
      from: FROM,
      subject: "A voicemail",
      text: "Listen and call back",
      replyTo: ["group@riverside.test"],
      headers: { "List-Unsubscribe": "<https://line.test/u>" },
      tags: { kind: "voicemail" },
      attachments: [{ filename: "voicemail.mp3", contentType: "audio/mpeg", bytes: BYTES }],
      links: [{ words: "Open it", url: "https://line.test/v/1?a=1&b=2" }],
    });
    expect(received?.link("Open")).toBe("https://line.test/v/1?a=1&b=2");
    expect(() => received?.link("Unsubscribe")).toThrow(`links "Open it"`);
  }
  expect(await get(`/emails/${String(body["id"])}`)).toMatchObject({
    status: 200,
    body: { object: "email", last_event: "delivered", cc: ["Cem@Example.org"], scheduled_at: null },
  });
});

test("without a text Resend makes one of the HTML, unless it is told not to", async () => {
  const { mail, carrier, send } = setUpMail();
  await send({ html: "<style>p{}</style><h1>Yesterday</h1><p>12&nbsp;calls,<br>3 missed</p>" });
  await send({ text: "" });
  await carrier.settled();
  expect(
    mail
      .mailbox("ann@example.org")
      .mails()
      .map(({ text }) => text),
  ).toEqual(["Yesterday\n12 calls,\n3 missed", ""]);
});

describe("who may ask", () => {
  const body = JSON.stringify(MAIL);
  const headers = {
    authorization: `Bearer ${API_KEY}`,
    "user-agent": "partyline",
    "content-type": "application/json",
  };

  test.each<[what: string, header: string, value: string, status: number, name: string | null]>([
    ["nobody without a key", "authorization", "", 401, "missing_api_key"],
    ["nobody with another key", "authorization", "Bearer re_other", 403, "invalid_api_key"],
    ["nobody with Twilio's way of signing in", "authorization", "Basic YTpi", 403, "invalid_api_key"],
    ["no form", "content-type", "application/x-www-form-urlencoded", 415, "validation_error"],
  ])("%s", async (_what, header, value, status, name) => {
    const { raw } = setUpMail();
    const answer = await raw("/emails", { method: "POST", body, headers: { ...headers, [header]: value } });
    expect({ status: answer.status, body: await answer.json() }).toMatchObject({
      status,
      body: { statusCode: status, name },
    });
  });

  test("nobody without a User-Agent, which a Worker's own fetch does not send", async () => {
    const { raw, mail } = setUpMail();
    const { "user-agent": _without, ...others } = headers;
    const answer = await raw("/emails", { method: "POST", body, headers: others });
    expect([answer.status, await answer.text()]).toEqual([403, "error code: 1010"]);
    expect(mail.log.entries.filter(({ kind }) => kind === "accepted")).toEqual([]);
  });

  test("a key that may only send reads nothing", async () => {
    const { send, get } = setUpMail({ access: "sending" });
    const { body: sent } = await send();
    expect(await get(`/emails/${String(sent["id"])}`)).toMatchObject({
      status: 401,
      body: { name: "restricted_api_key" },
    });
  });

  test("what is not there is not found", async () => {
    const { get } = setUpMail();
    expect(await get("/emails/4ef9a417-02e9-4d39-ad75-9611e0fcc33c")).toMatchObject({
      status: 404,
      body: { statusCode: 404, name: "not_found" },
    });
  });
});

describe("refused", () => {
  const many = Array.from({ length: 51 }, (_, place) => `a${place}@example.org`);
  const FORM = "needs to follow the `email@example.com` or `Name <email@example.com>` format";

  test.each<[what: string, fields: object, name: string, message: string]>([
    ["no sender", { from: undefined }, "missing_required_field", "Missing `from` field."],
    ["no recipient", { to: [] }, "missing_required_field", "Missing `to` field."],
    ["no subject", { subject: "" }, "missing_required_field", "Missing `subject` field."],
    ["nothing said", { html: undefined }, "missing_required_field", "Missing `html` or `text` field."],
    ["a sender that is none", { from: "Riverside" }, "validation_error", FORM],
    ["a recipient that is none", { to: ["ann@example.org", "ben@"] }, "validation_error", FORM],
    ["undisclosed recipients", { to: '"undisclosed-recipients": ;' }, "validation_error", FORM],
    ["too many recipients", { to: many }, "validation_error", "at most 50"],
    ["a subject that is no text", { subject: 7 }, "validation_error", "`subject` field must be a `string`"],
    ["a field of the SDK only", { replyTo: "a@example.org" }, "validation_error", "`replyTo` is no field"],
    ["a tag with a space", { tags: [{ name: "a b", value: "c" }] }, "validation_error", "ASCII letters"],
    ["a header of two lines", { headers: { "X-A": "1\r\nBcc: x@y.org" } }, "validation_error", "`X-A`"],
    ["a time in words", { scheduled_at: "in 1 min" }, "validation_error", "ISO 8601"],
    [
      "an attachment without content",
      { attachments: [{ filename: "a.txt" }] },
      "invalid_attachment",
      "Attachment must have either a `content` or `path`.",
    ],
    [
      "an attachment that is no Base64",
      { attachments: [{ filename: "a.txt", content: "not base64!" }] },
      "invalid_attachment",
      "must be Base64",
    ],
    [
      "an attachment's type in the SDK's spelling",
      { attachments: [{ filename: "a.txt", content: "YQ==", contentType: "text/plain" }] },
      "invalid_attachment",
      "`contentType` is no field",
    ],
  ])("%s", async (_what, fields, name, message) => {
    const { send, mail } = setUpMail();
    const answer = await send(fields);
    expect(answer).toMatchObject({ status: 422, body: { statusCode: 422, name } });
    expect(answer.body["message"]).toContain(message);
    expect(mail.log.entries.map(({ kind }) => kind)).toEqual(["request"]);
  });

  test("40 MB is taken, and not a byte more", () => {
    const half = "A".repeat(20 * 1024 * 1024);
    expect(attach(half, half)).toHaveLength(2);
    expect(() => attach(half, half, "YQ==")).toThrow("40MB");
  });

  test("a sender of a domain that nobody verified", async () => {
    const { send } = setUpMail({ domains: ["riverside.test"] });
    expect((await send()).status).toBe(200);
    expect(await send({ from: "hello@elsewhere.test" })).toMatchObject({
      status: 403,
      body: {
        name: "validation_error",
        message: expect.stringContaining("elsewhere.test domain is not verified"),
      },
    });
  });
});

test("more than Resend lets through in a second is told to wait", async () => {
  const { send, carrier, raw } = setUpMail({ ratePerS: 2 });
  expect([(await send()).status, (await send()).status]).toEqual([200, 200]);
  const late = await raw("/emails", {
    method: "POST",
    body: JSON.stringify(MAIL),
    headers: { authorization: `Bearer ${API_KEY}`, "user-agent": "x", "content-type": "application/json" },
  });
  expect([late.status, late.headers.get("retry-after")]).toEqual([429, "1"]);
  expect(await late.json()).toMatchObject({ statusCode: 429, name: "rate_limit_exceeded" });
  carrier.advance(1_000);
  expect((await send()).status).toBe(200);
});

function attach(...contents: readonly string[]) {
  return readAttachments({ given: contents.map((content) => ({ filename: "a", content })), mint: () => "" });
}
