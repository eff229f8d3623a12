// The Messages resource: what Twilio takes, what it turns down and with which code.
import { describe, expect, test } from "vitest";
import { readFixture } from "../testing/fixture.ts";
import { ACCOUNT_SID, API_KEY, LINES, setUp } from "../testing/setup.ts";

const ME = "+12065550123";
const FROM = LINES.longCode.address;
const PATH = `/2010-04-01/Accounts/${ACCOUNT_SID}`;
const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;

test("the answer has the documented shape", async () => {
  const { rest } = setUp();
  const { body } = await rest.send({ To: ME, From: FROM, Body: "Good morning" });
  const sid = String(body["sid"]);
  const documented: unknown = JSON.parse(
    JSON.stringify(readFixture("message-created")["body"]).replaceAll(/SM[0-9]{32}/g, sid),
  );
  expect(sid).toMatch(/^SM[0-9a-f]{32}$/);
  expect(body).toEqual(documented);
});

test.each<[what: string, authorization: string, status: number]>([
  ["account SID and token", basic(ACCOUNT_SID, "0123456789abcdef0123456789abcdef"), 200],
  ["API key and secret", basic(API_KEY, "secret"), 200],
  ["a wrong token", basic(ACCOUNT_SID, "wrong"), 401],
  ["a key without its secret", basic(API_KEY, ""), 401],
  ["a bearer token", "Bearer secret", 401],
  ["nonsense", "Basic !!!", 401],
])("credentials: %s", async (_what, authorization, status) => {
  const { rest } = setUp();
  const response = await rest.raw(`${PATH}.json`, { headers: { authorization } });
  expect(response.status).toBe(status);
  if (status === 401) expect(await response.json()).toMatchObject({ code: 20003, status: 401 });
});

test("another account's path is refused", async () => {
  const { rest } = setUp();
  const response = await rest.raw("/2010-04-01/Accounts/AC99999999999999999999999999999999/Messages.json");
  expect(response.status).toBe(401);
});

describe("refused", () => {
  const text = { To: ME, From: FROM, Body: "hi" };
  const service = "MG00000000000000000000000000000001";
  test.each<[what: string, code: number, fields: Record<string, string | string[]>]>([
    ["no To", 21604, { From: FROM, Body: "hi" }],
    ["no From", 21603, { To: ME, Body: "hi" }],
    ["nothing to say", 21602, { To: ME, From: FROM }],
    ["nothing to say, by service", 21619, { To: ME, MessagingServiceSid: service }],
    ["an empty body", 21602, { ...text, Body: "" }],
    ["1,601 characters", 21617, { ...text, Body: "a".repeat(1601) }],
    ["an unknown parameter", 20001, { ...text, Colour: "red" }],
    ["a parameter in the wrong case", 20001, { ...text, body: "hi" }],
    ["a parameter twice", 20001, { ...text, Body: ["a", "b"] }],
    ["To that is no number", 21211, { ...text, To: "1234" }],
    ["To without a plus", 21211, { ...text, To: "12065550123" }],
    ["To of an impossible length", 21211, { ...text, To: "+1206555" }],
    ["From that is no number", 21212, { ...text, From: "hello" }],
    ["From of someone else", 21606, { ...text, From: "+12125550199" }],
    [
      "a WhatsApp sender of someone else",
      63007,
      { ...text, To: `whatsapp:${ME}`, From: "whatsapp:+12125550199" },
    ],
    ["SMS to WhatsApp", 21910, { ...text, To: `whatsapp:${ME}` }],
    ["to oneself", 21266, { ...text, To: FROM }],
    ["an unknown service", 21701, { To: ME, Body: "hi", MessagingServiceSid: "MG2" }],
    ["a sender outside the service", 21712, { ...text, MessagingServiceSid: service }],
    ["a StatusCallback without host", 21609, { ...text, StatusCallback: "/status" }],
    ["a StatusCallback with an underscore", 21609, { ...text, StatusCallback: "https://my_host.test/s" }],
    ["media that is no URL", 21620, { ...text, MediaUrl: "picture.png" }],
    [
      "eleven pictures",
      21623,
      { ...text, MediaUrl: Array.from({ length: 11 }, () => "https://a.test/b.png") },
    ],
    ["no validity", 21624, { ...text, ValidityPeriod: "0" }],
    ["validity beyond ten hours", 21624, { ...text, ValidityPeriod: "36001" }],
    ["variables without a template", 21654, { ...text, ContentVariables: "{}" }],
    ["an unknown template", 21655, { To: ME, From: FROM, ContentSid: "HX1" }],
    ["variables that are no JSON", 21656, { To: ME, From: FROM, ContentSid: "HX1", ContentVariables: "a=b" }],
    ["an empty variable", 21656, { To: ME, From: FROM, ContentSid: "HX1", ContentVariables: '{"1":""}' }],
    ["a body beside a template", 20001, { ...text, ContentSid: "HX1" }],
    [
      "a schedule without a service",
      35118,
      { ...text, ScheduleType: "fixed", SendAt: "2026-11-21T11:00:00Z" },
    ],
    [
      "a schedule too near",
      35114,
      {
        To: ME,
        MessagingServiceSid: service,
        Body: "hi",
        ScheduleType: "fixed",
        SendAt: "2026-11-21T10:01:00Z",
      },
    ],
    ["magic From 0001", 21212, { ...text, From: "+15005550001" }],
    ["magic From 0007", 21606, { ...text, From: "+15005550007" }],
    ["magic From 0008", 21611, { ...text, From: "+15005550008" }],
    ["magic To 0001", 21211, { ...text, To: "+15005550001" }],
    ["magic To 0002", 21612, { ...text, To: "+15005550002" }],
    ["magic To 0003", 21408, { ...text, To: "+15005550003" }],
    ["magic To 0004", 21610, { ...text, To: "+15005550004" }],
    ["magic To 0009", 21614, { ...text, To: "+15005550009" }],
  ])("%s: %i", async (_what, code, fields) => {
    const { carrier, rest } = setUp();
    const { status, body } = await rest.send(fields);
    expect(body).toEqual({
      code,
      message: expect.any(String),
      more_info: `https://www.twilio.com/docs/errors/${code}`,
      status,
    });
    await carrier.settled();
    expect(carrier.log.entries).toContainEqual(
      expect.objectContaining({ kind: "refused", via: "rest", code }),
    );
    expect(carrier.log.entries.map(({ kind }) => kind)).not.toContain("accepted");
  });

  test("a JSON body", async () => {
    const { rest } = setUp();
    const headers = { "content-type": "application/json" };
    const response = await rest.raw(`${PATH}/Messages.json`, {
      method: "POST",
      headers,
      body: JSON.stringify(text),
    });
    expect(response.status).toBe(415);
  });
});

test("Twilio's test sender is answered, and that is all", async () => {
  const { carrier, product, rest } = setUp();
  const answer = await rest.send({
    To: ME,
    From: "+15005550006",
    Body: "hi",
    StatusCallback: "https://line.test/s",
  });
  expect(answer).toMatchObject({ status: 201, body: { status: "queued", from: "+15005550006" } });
  await carrier.settled();
  expect([carrier.handset(ME).inbox(), product.heard]).toEqual([[], []]);
});

test("a messaging service picks the sender the person knows, and reports from `queued` on", async () => {
  const second = { ...LINES.service, address: "+13125550101" };
  const { carrier, product, rest } = setUp({ lines: [LINES.service, second] });
  await carrier.handset(ME).text(second.address, "hi");
  product.heard.length = 0;
  const answer = await rest.send({
    To: ME,
    MessagingServiceSid: LINES.service.messagingServiceSid,
    Body: "hello",
  });
  expect(answer.body).toMatchObject({ status: "accepted", from: null, num_segments: "0" });
  await carrier.settled();
  expect(product.statuses()).toEqual(["queued", "sent", "delivered"]);
  expect(carrier.handset(ME).inbox()[0]?.from).toBe(second.address);
});

test("a scheduled message goes when its time comes, and can be cancelled before", async () => {
  const { carrier, rest } = setUp();
  const schedule = (Body: string) =>
    rest.send({
      To: ME,
      MessagingServiceSid: LINES.service.messagingServiceSid,
      Body,
      ScheduleType: "fixed",
      SendAt: "2026-11-21T11:00:00Z",
    });
  const [kept, dropped] = [await schedule("kept"), await schedule("dropped")];
  expect(kept.body["status"]).toBe("scheduled");
  await rest.raw(`${PATH}/Messages/${String(dropped.body["sid"])}.json`, {
    method: "POST",
    body: new URLSearchParams({ Status: "canceled" }),
  });
  carrier.advance(60 * 60 * 1000);
  await carrier.settled();
  expect(
    carrier
      .handset(ME)
      .inbox()
      .map(({ body }) => body),
  ).toEqual(["kept"]);
});

describe("looking up", () => {
  test("by To, From and date, newest first, page by page", async () => {
    const { carrier, rest } = setUp();
    for (const Body of ["one", "two", "three"]) await rest.send({ To: ME, From: FROM, Body });
    await rest.send({ To: "+13125550199", From: FROM, Body: "for another" });
    await carrier.settled();
    carrier.advance(24 * 60 * 60 * 1000);
    await carrier.handset(ME).text(FROM, "tomorrow");

    const list = async (query: string) => {
      const { body } = await rest.get(`/Messages.json?${query}`);
      const messages: { body: string }[] = Object(body["messages"]);
      return { next: body["next_page_uri"], bodies: messages.map((message) => message.body) };
    };
    const to = encodeURIComponent(ME);
    expect((await list(`To=${to}`)).bodies).toEqual(["three", "two", "one"]);
    expect((await list(`From=${to}`)).bodies).toEqual(["tomorrow"]);
    expect((await list("DateSent%3E=2026-11-22")).bodies).toEqual(["tomorrow"]);
    expect((await list("DateSent%3C=2026-11-21")).bodies).toHaveLength(4);
    expect((await list("DateSent=2026-11-21T10:00:00Z")).bodies).toHaveLength(4);
    const first = await list(`To=${to}&PageSize=2`);
    expect(first.bodies).toEqual(["three", "two"]);
    const rest2 = await rest.raw(String(first.next));
    expect(await rest2.json()).toMatchObject({ messages: [{ body: "one" }], next_page_uri: null, page: 1 });
  });

  test("an unknown filter, message or page is refused", async () => {
    const { rest } = setUp();
    expect((await rest.get("/Messages.json?Colour=red")).body["code"]).toBe(20001);
    expect((await rest.get("/Messages.json?PageSize=1001")).body["code"]).toBe(20006);
    expect(await rest.get(`/Messages/SM${"0".repeat(32)}.json`)).toMatchObject({
      status: 404,
      body: { code: 20404 },
    });
    expect((await rest.get("/Conferences.json")).status).toBe(404);
  });

  test("a deleted message is gone", async () => {
    const { rest } = setUp();
    const sid = String((await rest.send({ To: ME, From: FROM, Body: "hi" })).body["sid"]);
    expect((await rest.raw(`${PATH}/Messages/${sid}.json`, { method: "DELETE" })).status).toBe(204);
    expect((await rest.get(`/Messages/${sid}.json`)).status).toBe(404);
  });
});

test("numbers and account, as a credential check reads them", async () => {
  const { rest } = setUp();
  const response = await rest.raw(`${PATH}.json`);
  expect(await response.json()).toMatchObject({ sid: ACCOUNT_SID, status: "active" });
  const numbers = await rest.get("/IncomingPhoneNumbers.json");
  expect(numbers.body["incoming_phone_numbers"]).toMatchObject([
    { phone_number: LINES.longCode.address, friendly_name: "Reviews" },
    { phone_number: LINES.tollFree.address },
    { phone_number: LINES.service.address },
  ]);
});
