// The debugger's webhook: what Twilio complains of reaches the product, in the documented form and signed.
import { expect, test } from "vitest";
import { namesIn, readForm } from "../testing/fixture.ts";
import { PRODUCT_URL, say } from "../testing/product.ts";
import { ACCOUNT_SID, LINES, setUp, START } from "../testing/setup.ts";

const URL = `${PRODUCT_URL}/webhooks/twilio/debugger`;
const ME = "+12065550123";

function setUpDebugger() {
  const world = setUp();
  world.carrier.debugger.setUrl(URL);
  const reports = () => world.product.heard.filter(({ path }) => path === "/webhooks/twilio/debugger");
  const payload = (place: number) => JSON.parse(reports()[place]?.form["Payload"] ?? "null") as unknown;
  return { ...world, reports, payload };
}

test("TwiML that Twilio cannot take is reported, with what it is about", async () => {
  const { carrier, product, reports, payload } = setUpDebugger();
  product.answer = () => "<Response><Message>unclosed</Response>";
  const sid = await carrier.handset(ME).text(LINES.longCode.address, "hi");
  await carrier.settled();
  const [report, ...others] = reports();
  expect(others).toEqual([]);
  expect(report?.genuine).toBe(true);
  expect(report?.form).toEqual({
    AccountSid: ACCOUNT_SID,
    Sid: expect.stringMatching(/^NO[0-9a-f]{32}$/),
    Timestamp: new Date(START).toISOString(),
    Level: "ERROR",
    PayloadType: "application/json",
    Payload: expect.any(String),
  });
  expect(payload(0)).toMatchObject({
    resource_sid: sid,
    service_sid: null,
    error_code: "12100",
    more_info: { Msg: expect.any(String), LogLevel: "ERROR" },
    webhook: { request: { url: `${PRODUCT_URL}/webhooks/twilio/messages`, method: "POST" } },
  });
});

test("a webhook that fails is reported; a report that fails is not", async () => {
  const { carrier, product, reports, payload } = setUpDebugger();
  product.answer = () => new Response("no", { status: 503 });
  await carrier.handset(ME).text(LINES.longCode.address, "hi");
  await carrier.settled();
  expect(reports()).toHaveLength(1);
  expect(payload(0)).toMatchObject({ error_code: "11200" });
  const documented = readForm("debugger-error");
  expect(Object.keys(reports()[0]?.form ?? {})).toEqual(Object.keys(documented));
  expect(namesIn(payload(0))).toEqual(namesIn(JSON.parse(documented["Payload"] ?? "")));
});

test("anything can be reported, by hand", async () => {
  const { carrier, payload, reports } = setUpDebugger();
  await carrier.debugger.report({ code: 11_751, message: "MMS -> Media exceeds limit", level: "WARNING" });
  expect(reports()[0]?.form["Level"]).toBe("WARNING");
  expect(payload(0)).toMatchObject({ resource_sid: ACCOUNT_SID, error_code: "11751" });
});

test("an account without a debugger URL reports nothing, and what goes well is none of its business", async () => {
  const { carrier, product, reports } = setUpDebugger();
  product.answer = () => say("hello");
  await carrier.handset(ME).text(LINES.longCode.address, "hi");
  carrier.debugger.setUrl(undefined);
  product.answer = () => new Response("no", { status: 503 });
  await carrier.handset(ME).text(LINES.longCode.address, "hi");
  await carrier.settled();
  expect(reports()).toEqual([]);
});
