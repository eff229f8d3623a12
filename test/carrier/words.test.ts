// STOP, START and HELP on every kind of line: who answers, who is blocked, what the product hears.
import { describe, expect, test } from "vitest";
import { say } from "./testing/product.ts";
import { LINES, setUp } from "./testing/setup.ts";

const ME = "+12065550123";

/** Texts the words to a product that answers everything, and tells what came back, shortened. */
async function converse(line: string, words: string[]) {
  const { carrier, product, rest } = setUp();
  product.answer = ({ form }) => say(`product heard ${form["Body"]}`);
  const sam = carrier.handset(ME);
  for (const word of words) {
    await (line.startsWith("whatsapp:") ? sam.whatsapp(line, word) : sam.text(line, word));
  }
  await carrier.settled();
  return {
    received: sam.inbox().map(({ by, body }) => `${by}: ${shorten(body)}`),
    webhooks: product.heard.filter(({ form }) => form["Body"] !== undefined).map(({ form }) => form),
    blocked: async () =>
      (
        await rest.send({
          To: line.startsWith("whatsapp:") ? `whatsapp:${ME}` : ME,
          From: line,
          Body: "hello",
        })
      ).body["code"] === 21610,
  };
}

function shorten(body: string): string {
  if (body.startsWith("product heard")) return body;
  return /unsubscribed\.|re-subscribed|Reply STOP|stop|unstop/.exec(body)?.[0] ?? body;
}

describe("who answers", () => {
  test.each<[kind: string, line: string, words: string[], received: string[], blocked: boolean]>([
    ["a long code: Twilio", LINES.longCode.address, ["Stop"], ["carrier: unsubscribed."], true],
    [
      "a long code, twice: one confirmation only",
      LINES.longCode.address,
      ["STOP", "STOP"],
      ["carrier: unsubscribed."],
      true,
    ],
    [
      "a long code, HELP: both, which is why the product stays silent",
      LINES.longCode.address,
      ["help"],
      ["carrier: Reply STOP", "product: product heard help"],
      false,
    ],
    [
      "a long code, back again",
      LINES.longCode.address,
      ["QUIT", "unstop"],
      ["carrier: unsubscribed.", "carrier: re-subscribed", "product: product heard unstop"],
      false,
    ],
    [
      "a long code, YES after STOP opts in",
      LINES.longCode.address,
      ["END", "yes"],
      ["carrier: unsubscribed.", "carrier: re-subscribed", "product: product heard yes"],
      false,
    ],
    [
      "a long code, YES without STOP is an answer",
      LINES.longCode.address,
      ["YES"],
      ["product: product heard YES"],
      false,
    ],
    [
      "a long code, a sentence is no word",
      LINES.longCode.address,
      ["please stop"],
      ["product: product heard please stop"],
      false,
    ],
    ["a messaging service: Twilio", LINES.service.address, ["REVOKE"], ["carrier: unsubscribed."], true],
    ["toll-free: the network, STOP", LINES.tollFree.address, ["STOP"], ["carrier: stop"], true],
    [
      "toll-free, CANCEL is nothing to the network",
      LINES.tollFree.address,
      ["CANCEL"],
      ["product: product heard CANCEL"],
      false,
    ],
    [
      "toll-free, HELP is nothing to the network",
      LINES.tollFree.address,
      ["HELP"],
      ["product: product heard HELP"],
      false,
    ],
    [
      "toll-free, back again",
      LINES.tollFree.address,
      ["stop", "START"],
      ["carrier: stop", "carrier: unstop", "product: product heard START"],
      false,
    ],
    [
      "a short code: nobody but the product",
      LINES.shortCode.address,
      ["STOP"],
      ["product: product heard STOP"],
      false,
    ],
    [
      "WhatsApp: nobody but the product",
      LINES.whatsapp.address,
      ["STOP"],
      ["product: product heard STOP"],
      false,
    ],
  ])("%s", async (_kind, line, words, received, blocked) => {
    const result = await converse(line, words);
    expect(result.received).toEqual(received);
    expect(await result.blocked()).toBe(blocked);
    expect(result.webhooks.map((form) => form["Body"])).toEqual(words);
  });
});

test("OptOutType comes only with Advanced Opt-Out, and only for words", async () => {
  const advanced = await converse(LINES.service.address, ["STOP", "START", "INFO", "hello"]);
  expect(advanced.webhooks.map((form) => form["OptOutType"])).toEqual(["STOP", "START", "HELP", undefined]);
  const ordinary = await converse(LINES.longCode.address, ["STOP"]);
  expect(ordinary.webhooks[0]).not.toHaveProperty("OptOutType");
});

test("a TwiML answer to someone who just texted STOP is refused, and the debugger says so", async () => {
  const { carrier, product } = setUp();
  product.answer = () => say("Sorry to see you go");
  const sam = carrier.handset(ME);
  await sam.text(LINES.longCode.address, "STOP");
  expect(sam.inbox().map(({ by }) => by)).toEqual(["carrier"]);
  expect(carrier.log.entries).toContainEqual(expect.objectContaining({ kind: "debugger", code: 21610 }));
  expect(carrier.log.entries).toContainEqual(
    expect.objectContaining({ kind: "refused", via: "twiml", code: 21610 }),
  );
});

test("a block holds for one line (or one messaging service), not for the account", async () => {
  const { carrier, rest } = setUp();
  await carrier.handset(ME).text(LINES.longCode.address, "STOP");
  expect(await rest.send({ To: ME, From: LINES.tollFree.address, Body: "hi" })).toMatchObject({
    status: 201,
  });
});

test("the sandbox keeps everything to itself until the person has joined", async () => {
  const { carrier, product, rest } = setUp();
  product.answer = ({ form }) => say(`heard ${form["Body"]}`);
  const sam = carrier.handset(ME);
  await rest.send({ To: `whatsapp:${ME}`, From: LINES.sandbox.address, Body: "hi" });
  await carrier.settled();
  expect(product.heard.at(-1)?.form).toMatchObject({ MessageStatus: "failed", ErrorCode: "63015" });

  product.heard.length = 0;
  await sam.whatsapp(LINES.sandbox.address, "hello?");
  await sam.whatsapp(LINES.sandbox.address, "Join Brave-Fox");
  expect(product.heard).toEqual([]);
  await sam.whatsapp(LINES.sandbox.address, "hello");
  expect(sam.inbox().map(({ by }) => by)).toEqual(["carrier", "carrier", "product"]);
});
