// Our own writer of TwiML says to the carrier what Twilio's library would.
import * as fc from "fast-check";
import MessagingResponse from "twilio/lib/twiml/MessagingResponse.js";
import { expect, test } from "vitest";
import type { Outgoing } from "#core/contact/memory";
import { clean } from "#core/text";
import { statusCallbackUrl, toTwiml } from "../../../worker/twilio/reply.ts";
import { readMessagingTwiml } from "./messaging.ts";

const HERE = "https://line.test";
const plain: Outgoing = {
  id: "m",
  lineId: "line",
  runId: null,
  turn: null,
  node: null,
  kind: "flow",
  via: "twiml",
  bound: false,
  text: "",
  media: [],
  options: [],
  content: null,
  at: 0,
};

function byTheLibrary(messages: readonly Outgoing[]): string {
  const response = new MessagingResponse();
  for (const { id, text, media } of messages) {
    const message = response.message({ action: statusCallbackUrl(HERE, id, "a") }, "");
    message.body(clean(text));
    for (const url of media) message.media(url);
  }
  return response.toString();
}

const asRead = (xml: string) => readMessagingTwiml("text/xml; charset=utf-8", xml);

const Text = fc
  .string({ unit: "binary", minLength: 1, maxLength: 40 })
  .filter((text) => clean(text).trim() !== "");
const Message = fc
  .record({ text: Text, media: fc.array(fc.webUrl({ withQueryParameters: true }), { maxLength: 3 }) })
  .map((given): Outgoing => ({ ...plain, ...given }));

test("any messages: read alike", () => {
  fc.assert(
    fc.property(fc.array(Message, { maxLength: 4 }), (messages) => {
      expect(asRead(toTwiml(messages, HERE, "a"))).toEqual(asRead(byTheLibrary(messages)));
    }),
    { seed: 20261121, numRuns: 500 },
  );
});

test.each([
  ["markup and quotes", `<Hangup/> & "it's" ]]> &amp;`],
  ["line ends of every kind", "one\ntwo\n\nthree\tfour"],
  ["emoji and right to left", "👩‍👩‍👧 مرحبا"],
])("%s arrive as they were written", (_what, text) => {
  expect(asRead(toTwiml([{ ...plain, text }], HERE, "a"))).toMatchObject({
    kind: "read",
    instructions: [{ kind: "message", body: text, action: statusCallbackUrl(HERE, "m", "a") }],
  });
});

test("nothing to say is an empty Response", () => {
  expect(toTwiml([], HERE, "a")).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>');
});
