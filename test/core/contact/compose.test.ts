// One question on three kinds of line: buttons, choices on the page, or a numbered list.
import { expect, test } from "vitest";
import { compose } from "#core/contact/compose";
import { makeLine, pin } from "./talk.ts";

const SID = `HX${"1".repeat(32)}`;
const options = [
  { id: "tea", label: "Tea", number: 1 },
  { id: "coffee", label: "Coffee", number: 2 },
];
const flow = { ...pin("drinks", [{ id: "bye", kind: "end" }]), quickReplies: { "drink:en": SID } };
const says = [{ kind: "say", node: "drink", text: "Tea or coffee?", options }] as const;

test.each([
  ["sms", "long-code", "Tea or coffee?\n1. Tea\n2. Coffee", 0, null],
  ["whatsapp", "whatsapp", "Tea or coffee?", 2, SID],
  ["chat", "chat", "Tea or coffee?", 2, null],
] as const)("%s: only WhatsApp uses what was made for WhatsApp", (channel, sender, text, offered, sid) => {
  const line = makeLine({ channel, sender, ...(channel === "chat" && { address: "drinks" }) });
  const [piece, ...more] = compose(says, line, flow, "en");
  expect(more).toEqual([]);
  expect(piece).toMatchObject({ text, content: sid === null ? null : { sid } });
  expect(piece?.options).toHaveLength(offered);
});
