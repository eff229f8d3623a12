// Messaging TwiML: what Twilio's library writes is understood, what Twilio would not know is refused.
import MessagingResponse from "twilio/lib/twiml/MessagingResponse.js";
import { expect, test } from "vitest";
import { readMessagingTwiml } from "./messaging.ts";

const plain = { to: undefined, from: undefined, action: undefined, method: "POST", mediaUrls: [] };

test("what Twilio's library writes", () => {
  const response = new MessagingResponse();
  response.message('Tom & Jerry <3 "quotes" 😀');
  const rich = response.message(
    { to: "+12065550123", from: "+12125550100", action: "/status?id=1&n=2", method: "GET" },
    "",
  );
  rich.body("With a picture");
  rich.media("https://line.test/a.png?x=1&y=2");
  response.redirect({ method: "POST" }, "/next");
  expect(readMessagingTwiml("text/xml; charset=utf-8", response.toString())).toEqual({
    kind: "read",
    instructions: [
      { kind: "message", ...plain, body: 'Tom & Jerry <3 "quotes" 😀' },
      {
        kind: "message",
        body: "With a picture",
        mediaUrls: ["https://line.test/a.png?x=1&y=2"],
        to: "+12065550123",
        from: "+12125550100",
        action: "/status?id=1&n=2",
        method: "GET",
      },
      { kind: "redirect", url: "/next", method: "POST" },
    ],
  });
});

test("statusCallback is the old name of action; text/plain is one message; an empty Response says nothing", () => {
  const old = readMessagingTwiml(
    "application/xml",
    '<Response><Message statusCallback="/s">hi</Message></Response>',
  );
  expect(old).toMatchObject({ instructions: [{ action: "/s", body: "hi" }] });
  expect(readMessagingTwiml("text/plain", "hi there")).toMatchObject({
    instructions: [{ body: "hi there" }],
  });
  expect(readMessagingTwiml("text/xml", "<Response/>")).toEqual({ kind: "read", instructions: [] });
});

test.each<[what: string, code: number, source: string, contentType?: string]>([
  ["a verb of voice", 12200, "<Response><Say>hi</Say></Response>"],
  ["a verb in lower case", 12200, "<Response><message>hi</message></Response>"],
  ["text outside a verb", 12200, "<Response>hi</Response>"],
  ["an unknown attribute", 12200, '<Response><Message messagingServiceSid="MG1">hi</Message></Response>'],
  ["an attribute on Response", 12200, '<Response version="2"/>'],
  ["an attribute on Body", 12200, '<Response><Message><Body lang="en">hi</Body></Message></Response>'],
  ["a method that is none", 12200, '<Response><Message method="PUT">hi</Message></Response>'],
  ["an unknown noun", 12200, "<Response><Message><Text>hi</Text></Message></Response>"],
  [
    "text beside nouns",
    12200,
    "<Response><Message>hi<Media>https://a.test/b.png</Media></Message></Response>",
  ],
  ["two bodies", 12200, "<Response><Message><Body>a</Body><Body>b</Body></Message></Response>"],
  ["markup in a body", 12200, "<Response><Message><Body>a<b>b</b></Body></Message></Response>"],
  ["media that is no URL", 12200, "<Response><Message><Media>picture.png</Media></Message></Response>"],
  ["an empty message", 14103, "<Response><Message></Message></Response>"],
  ["a message of white space", 14103, "<Response><Message>  \n </Message></Response>"],
  ["1,601 characters", 14103, `<Response><Message>${"a".repeat(1601)}</Message></Response>`],
  ["another root", 12100, "<Answer/>"],
  ["a lower-case root", 12100, "<response/>"],
  ["broken XML", 12100, "<Response><Message>hi</Response>"],
  ["a redirect to nowhere", 12100, "<Response><Redirect/></Response>"],
  ["an empty document", 12100, ""],
  ["JSON", 12300, '{"message":"hi"}', "application/json"],
  ["no content type", 12300, "<Response/>", ""],
  ["more than 64 kB", 11750, `<Response><!--${"x".repeat(65_536)}--></Response>`],
])("refuses %s with %i", (_what, code, source, contentType = "text/xml") => {
  expect(readMessagingTwiml(contentType, source)).toMatchObject({ kind: "wrong", code });
});
