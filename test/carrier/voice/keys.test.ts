// `<Gather>` and everything before it: what is said, which keys count, what silence means, and what goes wrong.
import { expect, test } from "vitest";
import { LINE, setUpCalls } from "../testing/voice.ts";

const MENU = {
  "/voice":
    '<Gather action="/chosen?from=menu" numDigits="1" timeout="5"><Say>Press 1 for English.</Say></Gather><Say>Nothing was pressed.</Say>',
  "/chosen": '<Say language="es-ES">Gracias.</Say>',
};

test("a key cuts off what is being said", async () => {
  const { sam, posted } = setUpCalls(MENU);
  const call = await sam.call(LINE);
  await call.press("2");
  await call.ended();
  expect(call.script()).toEqual(["en-US: Press 1 for English.", "es-ES: Gracias."]);
  expect(posted("/chosen")[0]).toMatchObject({ Digits: "2", FinishedOnKey: "", CallStatus: "in-progress" });
});

test("silence goes on with the document, after the timeout that begins when all is said", async () => {
  const { sam, posted, carrier } = setUpCalls(MENU);
  const begun = carrier.now();
  const call = await sam.call(LINE);
  await call.hears("Nothing was pressed.");
  expect((carrier.now() - begun) / 1000).toBe(2 + 5);
  expect(posted("/chosen")).toEqual([]);
});

test("keys outside a <Gather> are lost", async () => {
  const { sam, carrier } = setUpCalls({ "/voice": `<Say>Welcome.</Say>${MENU["/voice"]}` });
  const call = await sam.call(LINE);
  await call.press("1");
  await call.hears("Nothing was pressed.");
  expect(carrier.log.entries).toContainEqual(expect.objectContaining({ kind: "pressed", wasHeard: false }));
});

test.each<[what: string, attributes: string, keys: string, digits: string | undefined, key?: string]>([
  ["until the pound key", "", "4711#", "4711", "#"],
  ["until another key", 'finishOnKey="*"', "47#1*", "47#1", "*"],
  ["as many as asked for", 'numDigits="3" finishOnKey=""', "12#", "12#", ""],
  ["until nothing more is pressed", "", "47", "47", ""],
  ["nothing but the last key", "", "#", undefined],
  ["nothing, and that is told as well", 'actionOnEmptyResult="true"', "", "", ""],
])("keys: %s", async (_what, attributes, keys, digits, key) => {
  const { sam, posted } = setUpCalls({ "/voice": `<Gather action="/chosen" ${attributes}/>` });
  const call = await sam.call(LINE);
  await call.press(keys);
  await call.ended();
  expect(posted("/chosen").map((form) => form["Digits"])).toEqual(digits === undefined ? [] : [digits]);
  expect(posted("/chosen")[0]?.["FinishedOnKey"]).toBe(key);
});

test("without an action the same document is asked again", async () => {
  const { sam, posted, product } = setUpCalls({});
  product.answer = ({ form }) =>
    form["Digits"] === undefined
      ? '<Response><Gather numDigits="1"/></Response>'
      : "<Response><Say>Thanks.</Say></Response>";
  const call = await sam.call(LINE);
  await call.press("7");
  await call.hears("Thanks.");
  expect(posted("/voice").map((form) => form["Digits"])).toEqual([undefined, "7"]);
});

test("pauses, redirects and repeated words take their time; relative URLs resolve against the document's", async () => {
  const { sam, posted, carrier } = setUpCalls({
    "/voice": '<Pause length="3"/><Redirect method="GET">steps/next?a=1</Redirect>',
    "/steps/next": '<Play loop="2">beep.mp3</Play><Say>Well.</Say><Hangup/><Say>Never.</Say>',
  });
  const call = await sam.call(LINE);
  expect(call.status()).toBe("ringing");
  await call.ended();
  expect(call.script()).toEqual([
    "silence, 3 s",
    "plays https://line.test/steps/beep.mp3",
    "plays https://line.test/steps/beep.mp3",
    "en-US: Well.",
  ]);
  expect(posted("/steps/next")[0]).toMatchObject({ a: "1", CallSid: call.sid });
  expect(carrier.now()).toBe(Date.UTC(2026, 10, 21, 10, 0, 3 + 8 + 1));
});

test.each<[reason: string, xml: string, status: string, hears: string]>([
  ["rejected", "<Reject/>", "no-answer", "not in service"],
  ["busy", '<Reject reason="busy"/>', "busy", "busy signal"],
  ["hung up on", "<Hangup/>", "completed", ""],
  ["an empty document", "", "completed", ""],
])("%s at once", async (_reason, xml, status, hears) => {
  const { sam, posted } = setUpCalls({ "/voice": xml });
  const call = await sam.call(LINE);
  expect(await call.ended()).toMatchObject({ status, by: "product" });
  expect(call.script().join("")).toBe(hears);
  expect(posted("/voice/status")).toMatchObject([{ CallStatus: status }]);
});

test("the caller hangs up in the middle of a sentence: nothing more is asked", async () => {
  const { sam, posted } = setUpCalls({ "/voice": "<Say>A long story.</Say><Redirect>/more</Redirect>" });
  const call = await sam.call(LINE);
  await call.hangUp();
  expect(await call.ended()).toMatchObject({ status: "completed", by: "caller" });
  expect(posted("/more")).toEqual([]);
});

test.each<[what: string, answer: Response, code: number]>([
  ["a 500", new Response("oops", { status: 500 }), 11200],
  ["a page instead of TwiML", Response.json({ ok: true }), 12300],
  ["TwiML that is cut off", new Response("<Resp", { headers: { "content-type": "text/xml" } }), 12100],
])("%s: the caller hears Twilio's apology", async (_what, answer, code) => {
  const { sam, product, complaints } = setUpCalls({});
  product.answer = ({ path }) => (path === "/voice" ? answer : "<Response/>");
  const call = await sam.call(LINE);
  expect(await call.ended()).toMatchObject({ status: "completed", by: "carrier" });
  expect(call.script()).toEqual(["en-US: We are sorry, an application error has occurred. Goodbye."]);
  expect(complaints()[0]).toMatch(new RegExp(`^${code}`));
});

test("a fallback URL is asked what to do instead, and told why", async () => {
  const line = {
    address: "+13125550178",
    kind: "long-code",
    webhookPath: "/messages",
    voiceUrl: "/broken",
    voiceFallbackUrl: "/fallback",
  } as const;
  const { sam, product, posted } = setUpCalls({}, { lines: [line] });
  product.answer = ({ path }) =>
    path === "/broken"
      ? new Response("", { status: 503 })
      : "<Response><Say>Please call later.</Say></Response>";
  const call = await sam.call(line.address);
  await call.hears("Please call later.");
  expect(posted("/fallback")[0]).toMatchObject({ ErrorCode: "11200", ErrorUrl: "https://line.test/broken" });
});

test("a number without a voice URL is not in service", async () => {
  const { sam } = setUpCalls({});
  const call = await sam.call("+12125550100");
  expect(await call.ended()).toMatchObject({ status: "failed" });
  expect(call.script()).toEqual(["not in service"]);
});

test("documents that ask for themselves for ever are stopped", async () => {
  const { sam, complaints, product } = setUpCalls({ "/voice": "<Redirect>/voice</Redirect>" });
  await (await sam.call(LINE)).ended();
  expect(complaints()[0]).toMatch(/^11215/);
  expect(product.heard.length).toBeLessThan(250);
});

test("what is never said is told with the script", async () => {
  const { sam } = setUpCalls({ "/voice": "<Say>Hello.</Say>" });
  const call = await sam.call(LINE);
  await expect(call.hears("Good-bye")).rejects.toThrow(/expected to hear Good-bye[^]*< en-US: Hello\./);
});
