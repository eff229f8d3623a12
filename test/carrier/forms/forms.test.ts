// Every form the carrier posts has exactly the documented fields.
import { expect, test } from "vitest";
import type { Handset } from "../carrier.ts";
import { readForm } from "../testing/fixture.ts";
import { say } from "../testing/product.ts";
import { LINES, setUp } from "../testing/setup.ts";

/** SIDs differ from run to run, nothing else may. */
function withoutSids(form: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name, value.replaceAll(/(SM|MM|ME)[0-9a-f]{32}/g, "$1")]),
  );
}

const picture = { contentType: "image/jpeg", bytes: new Uint8Array([255, 216, 255]) };
const shop = { latitude: 47.6062, longitude: -122.3321, label: "The shop", address: "1 Pike Place" };

test.each<[fixture: string, act: (sam: Handset) => Promise<string>]>([
  ["inbound-sms", (sam) => sam.text(LINES.longCode.address, "It's working!!! 2+3=4")],
  ["inbound-mms", (sam) => sam.sendMedia(LINES.longCode.address, picture)],
  ["inbound-service-opt-out", (sam) => sam.text(LINES.service.address, "stop")],
  ["inbound-whatsapp", (sam) => sam.whatsapp(LINES.whatsapp.address, "hi")],
  ["inbound-whatsapp-location", (sam) => sam.sendLocation(LINES.whatsapp.address, shop)],
])("%s", async (fixture, act) => {
  const { carrier, product } = setUp();
  await act(carrier.handset("+12065550123", { name: "Sam" }));
  expect(withoutSids(product.heard[0]?.form ?? {})).toEqual(withoutSids(readForm(fixture)));
});

test("inbound-sms-abroad: an unknown place is empty, not absent", async () => {
  const british = { ...LINES.longCode, address: "+447700900000" };
  const { carrier, product } = setUp({ lines: [british] });
  await carrier.handset("+447700900513").text(british.address, "Ack");
  expect(withoutSids(product.heard[0]?.form ?? {})).toEqual(withoutSids(readForm("inbound-sms-abroad")));
});

test("inbound-whatsapp-no-number: a user id instead of a number", async () => {
  const { carrier, product } = setUp();
  await carrier.handset("US.1349120865530274", { name: "Sam" }).whatsapp(LINES.whatsapp.address, "hi");
  expect(withoutSids(product.heard[0]?.form ?? {})).toEqual(
    withoutSids(readForm("inbound-whatsapp-no-number")),
  );
});

test.each<[fixture: string, types: Record<string, unknown>, title: string]>([
  [
    "inbound-whatsapp-button",
    { "twilio/quick-reply": { body: "Shall we?", actions: [{ title: "Yes, please", id: "yes" }] } },
    "Yes, please",
  ],
  [
    "inbound-whatsapp-list",
    {
      "twilio/list-picker": {
        body: "When?",
        button: "Choose",
        items: ["Friday", "Saturday", "Sunday", "Monday"].map((item) => ({
          item,
          id: item.slice(0, 3).toLowerCase(),
          description: "10:00 to 14:00",
        })),
      },
    },
    "Saturday",
  ],
])("%s", async (fixture, types, title) => {
  const { carrier, product, rest } = setUp();
  const sam = carrier.handset("+12065550123", { name: "Sam" });
  await sam.whatsapp(LINES.whatsapp.address, "hi");
  const content = await rest.raw("/v1/Content", {
    method: "POST",
    body: JSON.stringify({ language: "en", types }),
  });
  const { sid } = Object(await content.json());
  await rest.send({ To: "whatsapp:+12065550123", From: LINES.whatsapp.address, ContentSid: String(sid) });
  await carrier.settled();
  await sam.tap(title);
  expect(withoutSids(product.heard.at(-1)?.form ?? {})).toEqual(withoutSids(readForm(fixture)));
});

test.each<[fixture: string, act: (sam: Handset) => Promise<string>]>([
  ["status-sms-sent", (sam) => sam.text(LINES.longCode.address, "hi")],
  ["status-sms-delivered", (sam) => sam.text(LINES.longCode.address, "hi")],
  ["status-whatsapp-sent", (sam) => sam.whatsapp(LINES.whatsapp.address, "hi")],
  ["status-whatsapp-delivered", (sam) => sam.whatsapp(LINES.whatsapp.address, "hi")],
  ["status-whatsapp-read", (sam) => sam.whatsapp(LINES.whatsapp.address, "hi")],
  [
    "status-sms-undelivered",
    (sam) => {
      sam.setDelivery({ kind: "undelivered", code: 30003 });
      return sam.text(LINES.longCode.address, "hi");
    },
  ],
])("%s", async (fixture, act) => {
  const { carrier, product } = setUp();
  product.answer = () => say("Hello");
  await act(carrier.handset("+12065550123"));
  await carrier.settled();
  const expected = withoutSids(readForm(fixture));
  const status = product.heard.find(({ form }) => form["MessageStatus"] === expected["MessageStatus"]);
  expect(withoutSids(status?.form ?? {})).toEqual(expected);
});

test("status-whatsapp-failed: free text a day after the person's last message", async () => {
  const { carrier, product, rest } = setUp();
  await carrier.handset("+12065550123").whatsapp(LINES.whatsapp.address, "hi");
  // The window is an offset of the carrier's clock; the fixture's times are not part of the form.
  carrier.advance(24 * 60 * 60 * 1000);
  await rest.send({
    To: "whatsapp:+12065550123",
    From: LINES.whatsapp.address,
    Body: "Still there?",
    StatusCallback: "https://line.test/webhooks/twilio/status",
  });
  await carrier.settled();
  expect(withoutSids(product.heard.at(-1)?.form ?? {})).toEqual(
    withoutSids(readForm("status-whatsapp-failed")),
  );
});
