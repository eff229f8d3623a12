// From a handset through the webhook to the reply and its receipts, told end to end.
import { expect, test } from "vitest";
import { say } from "./testing/product.ts";
import { LINES, setUp } from "./testing/setup.ts";

test("a text is answered by TwiML, arrives, and its receipts come back signed", async () => {
  const { carrier, product } = setUp();
  product.answer = ({ form }) => say(`You said ${form["Body"]}.`, "Anything else?");
  const sam = carrier.handset("+12065550123", { name: "Sam" });

  await sam.text(LINES.longCode.address, "REVIEW");

  expect(sam.inbox().map((message) => [message.by, message.body])).toEqual([
    ["product", "You said REVIEW."],
    ["product", "Anything else?"],
  ]);
  await carrier.settled();
  const [first] = sam.inbox();
  expect(product.statuses(first?.sid)).toEqual(["sent", "delivered"]);
  expect(product.heard.every((heard) => heard.genuine)).toBe(true);
});

test("WhatsApp reports that a message was read, unless the person switched that off", async () => {
  const { carrier, product } = setUp();
  product.answer = () => say("Hello");
  const sam = carrier.handset("+12065550123");
  await sam.whatsapp(LINES.whatsapp.address, "hi");
  await carrier.settled();
  expect(product.statuses()).toEqual(["sent", "delivered", "read"]);

  sam.setReads(false);
  await sam.whatsapp(LINES.whatsapp.address, "hi again");
  await carrier.settled();
  expect(product.statuses(sam.inbox()[1]?.sid)).toEqual(["sent", "delivered"]);
});

test("the product writes first by REST", async () => {
  const { carrier, product, rest } = setUp();
  const sam = carrier.handset("+12065550123");
  const answer = await rest.send({
    To: "+12065550123",
    From: LINES.longCode.address,
    Body: "Good morning",
    StatusCallback: "https://line.test/status?id=7#rc=3&rp=5xx",
  });
  expect(answer).toMatchObject({ status: 201, body: { status: "queued", direction: "outbound-api" } });
  const message = await sam.expect("Good morning");
  expect(message.sid).toBe(answer.body["sid"]);
  await carrier.settled();
  expect(product.statuses(message.sid)).toEqual(["sent", "delivered"]);
  expect((await rest.get(`/Messages/${message.sid}.json`)).body).toMatchObject({ status: "delivered" });
});

test("a redirect is followed with the same form, and what it answers resolves against it", async () => {
  const { carrier, product } = setUp();
  product.answer = ({ path }) =>
    path === "/flows/next"
      ? '<Response><Message action="status?m=1">second</Message></Response>'
      : "<Response><Message>first</Message><Redirect>/flows/next</Redirect><Message>never</Message></Response>";
  const sam = carrier.handset("+12065550123");
  await sam.text(LINES.longCode.address, "hi");
  await carrier.settled();
  expect(sam.inbox().map(({ body }) => body)).toEqual(["first", "second"]);
  expect(product.heard.map(({ path, form }) => [path, form["Body"] ?? form["MessageStatus"]])).toEqual([
    ["/webhooks/twilio/messages", "hi"],
    ["/flows/next", "hi"],
    ["/flows/status", "sent"],
    ["/flows/status", "delivered"],
  ]);
});

test("a redirect to itself ends", async () => {
  const { carrier, product } = setUp();
  product.answer = () => "<Response><Redirect>/webhooks/twilio/messages</Redirect></Response>";
  await carrier.handset("+12065550123").text(LINES.longCode.address, "hi");
  expect(product.heard).toHaveLength(12);
  expect(carrier.log.entries).toContainEqual(expect.objectContaining({ kind: "debugger", code: 11215 }));
});

test.each<[what: string, answer: Response, code: number]>([
  ["a 500", new Response("oops", { status: 500 }), 11200],
  ["a page instead of TwiML", Response.json({ ok: true }), 12300],
  [
    "TwiML that is cut off",
    new Response("<Response><Mess", { headers: { "content-type": "text/xml" } }),
    12100,
  ],
])("%s: the handset hears nothing and the debugger says why", async (_what, answer, code) => {
  const { carrier, product } = setUp();
  product.answer = () => answer;
  const sam = carrier.handset("+12065550123");
  await sam.text(LINES.longCode.address, "hi");
  expect(sam.inbox()).toEqual([]);
  expect(carrier.log.entries).toContainEqual(expect.objectContaining({ kind: "debugger", code }));
});
