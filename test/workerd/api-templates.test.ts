// Organisers write what is said: checked, counted and previewed with real people before anybody is sent it.
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { call, ok } from "./api-calls.ts";

const SID = `HX${"a".repeat(32)}`;
const PENDING = `HX${"b".repeat(32)}`;
const content = (sid: string, body: string, status: string) => ({
  sid,
  friendly_name: body.slice(0, 10),
  language: "en",
  types: { "twilio/text": { body } },
  approval_requests: { status, category: "UTILITY", rejection_reason: "" },
});
/** Two pages of the account's contents. */
const PAGES = [
  {
    meta: {
      next_page_url: "https://content.twilio.com/v1/ContentAndApprovals?PageSize=500&Page=1&PageToken=PAx",
    },
    contents: [content(SID, "Hello {{1}}, see you in {{2}}", "approved")],
  },
  { meta: { next_page_url: null }, contents: [content(PENDING, "Soon", "pending")] },
];
let isTwilioThere = true;

const ids: Record<string, string> = {};
async function add(key: string, contact: object): Promise<void> {
  ids[key] = (await ok("POST /v1/contacts", contact)).id;
}

beforeAll(async () => {
  await add("ann", {
    number: "+12065550101",
    name: "Ann",
    language: "es-MX",
    attributes: { first_name: "Ann", town: "Ayr" },
  });
  await add("ben", { number: "+12065550102", name: "Ben", attributes: { first_name: "Ben" } });
  await add("cy", { number: "+12065550103", attributes: { first_name: "  ", town: "Łódź" } });
});

beforeEach(() => {
  isTwilioThere = true;
  vi.spyOn(globalThis, "fetch").mockImplementation((input, init) => {
    const url = new URL(new Request(input, init).url);
    expect(url.pathname).toBe("/v1/ContentAndApprovals");
    if (!isTwilioThere) return Promise.reject(new TypeError("connection lost"));
    return Promise.resolve(Response.json(url.searchParams.has("PageToken") ? PAGES[1] : PAGES[0]));
  });
});

const HELLO = {
  placeholders: ["first_name", { name: "town", default: "town" }],
  text: { en: "Hi {{ first_name }}, come to {{ town }}!", es: "¡Hola {{ first_name }}!" },
};

describe("a template", () => {
  test("as the first platform sent it: one body and a flat list of names", async () => {
    const kept = await ok("POST /v1/templates", {
      name: "Welcome – new!",
      channel: "sms",
      body: "Hi {{ first_name }}",
      placeholders: ["first_name"],
    });
    expect(kept).toMatchObject({
      slug: "welcome-new",
      revision: 1,
      template: { language: "en", placeholders: ["first_name"], text: { en: "Hi {{ first_name }}" } },
    });
    expect((await call("POST /v1/templates", { name: "Welcome (new)", body: "Hi" })).status).toBe(409);
  });

  test("of two who change it at once, the second is told", async () => {
    const { id } = await ok("POST /v1/templates", { name: "Two hands", template: HELLO });
    const text = { en: "Hello" };
    expect(await ok(`PUT /v1/templates/${id}`, { revision: 1, template: { text } })).toMatchObject({
      revision: 2,
    });
    const late = await call("PUT /v1/templates/two-hands", { revision: 1, name: "Mine" });
    expect([late.status, late.body.error.details]).toEqual([409, { revision: 2 }]);
    expect((await ok("GET /v1/templates/two-hands")).template.text).toEqual(text);
  });

  test("archived, it is out of the list and cannot be changed", async () => {
    const { id } = await ok("POST /v1/templates", { name: "Old", template: HELLO });
    expect((await ok(`POST /v1/templates/${id}/archive`)).archivedAt).not.toBeNull();
    expect((await ok("GET /v1/templates")).data.some((row: { id: string }) => row.id === id)).toBe(false);
    expect(
      (await ok("GET /v1/templates?archived=true")).data.some((row: { id: string }) => row.id === id),
    ).toBe(true);
    expect((await call(`PUT /v1/templates/${id}`, { revision: 1, name: "New" })).status).toBe(409);
  });
});

describe("before it is sent", () => {
  test("what is wrong with it, what it costs, and how many of a segment lack what it prints", async () => {
    await ok("POST /v1/templates", { name: "Hello", template: HELLO });
    await ok("POST /v1/segments", { name: "All", filter: { all: [] } });
    const check = await ok("POST /v1/templates/hello/check", { segment: "All" });
    expect(
      check.findings.map(({ code, place }: { code: string; place: string }) => `${code} ${place}`),
    ).toEqual(["no-default "]);
    expect(check.sizes).toMatchObject([
      { language: "en", encoding: "gsm7", count: 1 },
      { language: "es", encoding: "gsm7", count: 1, costlyCharacters: [] },
    ]);
    // White space is no name; the town has a default.
    expect(check.lacking).toEqual({ people: 3, counts: [{ name: "first_name", count: 1 }] });
  });

  test("what three people would read, each in their own language, and what each costs", async () => {
    await ok("POST /v1/templates", { name: "Greeting", template: HELLO });
    const contacts = [ids["ann"], ids["ben"], ids["cy"]];
    const { data } = await ok("POST /v1/templates/greeting/preview", { contacts });
    expect(data).toMatchObject([
      { name: "Ann", kind: "ok", language: "es", text: "¡Hola Ann!", segments: 1, missing: [] },
      { name: "Ben", kind: "ok", language: "en", text: "Hi Ben, come to town!", missing: ["town"] },
      { name: null, kind: "missing", text: null, missing: ["first_name"] },
    ]);
    const draft = { text: { en: "Come to {{ town }}!" }, placeholders: ["town"] };
    const { data: costly } = await ok("POST /v1/templates/preview", {
      template: draft,
      contacts: [ids["cy"]],
    });
    expect(costly).toMatchObject([
      {
        text: "Come to Łódź!",
        costlyCharacters: ["Ł", "ó", "ź"],
      },
    ]);
  });

  test("three of a segment where nobody is named", async () => {
    await ok("POST /v1/segments", {
      name: "Of Ayr",
      filter: { path: "attributes.town", op: "eq", value: "ayr" },
    });
    const { data } = await ok("POST /v1/templates/preview", {
      template: HELLO,
      segment: "Of Ayr",
      language: "en",
    });
    expect(data.map(({ text }: { text: string }) => text)).toEqual(["Hi Ann, come to Ayr!"]);
  });
});

const approved = (contentSid: string) => ({
  whatsapp: {
    kind: "content",
    contents: { en: { contentSid, variables: { "1": "{{ first_name }}", "2": "{{ town }}" } } },
  },
  placeholders: ["first_name", { name: "town", default: "town" }],
});

const codes = async (sid: string) =>
  (await ok("POST /v1/templates/check", { template: approved(sid), channel: "whatsapp" })).findings
    .filter(({ kind }: { kind: string }) => kind === "error")
    .map(({ code }: { code: string }) => code);

describe("WhatsApp's approved contents", () => {
  test("are listed from the account, page by page", async () => {
    expect((await ok("GET /v1/templates/contents")).data).toEqual([
      {
        sid: SID,
        name: "Hello {{1}",
        language: "en",
        body: "Hello {{1}}, see you in {{2}}",
        variables: ["1", "2"],
        approval: "approved",
        category: "UTILITY",
        rejectionReason: null,
      },
    ]);
    expect((await ok("GET /v1/templates/contents?approved=false")).data).toHaveLength(2);
  });

  test("are kept with the words that were approved, and read as such", async () => {
    await ok("POST /v1/templates", { name: "Approved", template: approved(SID) });
    const { template } = await ok("GET /v1/templates/approved");
    expect(template.whatsapp.contents.en.body).toBe("Hello {{1}}, see you in {{2}}");
    const { data } = await ok("POST /v1/templates/approved/preview", {
      channel: "whatsapp",
      contacts: [ids["ben"]],
    });
    expect(data).toMatchObject([
      {
        text: "Hello Ben, see you in town",
        content: { sid: SID, variables: { "1": "Ben", "2": "town" } },
        segments: 1,
      },
    ]);
  });

  test("one that waits for approval, and one that is not there, are errors", async () => {
    expect(await codes(PENDING)).toEqual(["not-approved"]);
    expect(await codes(`HX${"c".repeat(32)}`)).toEqual(["content-unknown"]);
    expect(await codes(SID)).toEqual([]);
  });

  test("with Twilio away a template is kept all the same, and the list says so", async () => {
    isTwilioThere = false;
    expect((await call("GET /v1/templates/contents")).status).toBe(503);
    await ok("POST /v1/templates", { name: "Meanwhile", template: approved(SID) });
    const { findings } = await ok("POST /v1/templates/meanwhile/check");
    expect(findings.map(({ code }: { code: string }) => code)).toContain("content-unchecked");
  });
});
