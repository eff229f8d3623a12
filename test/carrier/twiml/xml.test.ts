// What the XML reader takes and what it turns down.
import { expect, test } from "vitest";
import { MalformedXml, parseXml } from "./xml.ts";

test("reads elements, attributes, entities, CDATA and comments", () => {
  const source = `<?xml version="1.0" encoding="UTF-8"?>
    <!-- a greeting -->
    <Response><Message to='+1' action="/a?b=1&amp;c=2">1 &lt; 2 &#x1F600;<![CDATA[<b>&]]></Message><Empty/></Response>`;
  const root = parseXml(source);
  expect(root.name).toBe("Response");
  expect(root.children).toEqual([
    {
      name: "Message",
      attributes: new Map([
        ["to", "+1"],
        ["action", "/a?b=1&c=2"],
      ]),
      children: ["1 < 2 😀", "<b>&"],
    },
    { name: "Empty", attributes: new Map(), children: [] },
  ]);
});

test.each<[what: string, source: string]>([
  ["nothing", ""],
  ["text only", "hello"],
  ["a space before the declaration", ' <?xml version="1.0"?><Response/>'],
  ["an unclosed element", "<Response><Message>hi</Response>"],
  ["an element that ends in another case", "<Response></response>"],
  ["two roots", "<Response/><Response/>"],
  ["text after the root", "<Response/>hi"],
  ["an unquoted attribute", "<Response><Message to=1>hi</Message></Response>"],
  ["an attribute twice", '<Response a="1" a="2"/>'],
  ["attributes without a space between", '<Response a="1"b="2"/>'],
  ["a < in an attribute", '<Response a="<"/>'],
  ["a bare ampersand", "<Response>salt & pepper</Response>"],
  ["an unknown entity", "<Response>&nbsp;</Response>"],
  ["a document type", '<!DOCTYPE x [<!ENTITY a "b">]><Response>&a;</Response>'],
  ["a processing instruction", "<?php ?><Response/>"],
  ["a NUL", "<Response>\0</Response>"],
  ["a NUL by reference", "<Response>&#0;</Response>"],
  ["a lone surrogate", "<Response>\uD83D</Response>"],
  ["a surrogate by reference", "<Response>&#xD83D;</Response>"],
  ["a code point beyond Unicode", "<Response>&#x110000;</Response>"],
  ["-- inside a comment", "<!-- a -- b --><Response/>"],
  ["]]> in text", "<Response>]]></Response>"],
])("turns down %s", (_what, source) => {
  expect(() => parseXml(source)).toThrow(MalformedXml);
});
