// Links that begin a conversation, and the codes that hold them.
import { expect, test } from "vitest";
import { linkTo } from "../../../admin-ui/src/features/setup/lines/links.ts";
import { MARGIN, qrPath } from "../../../admin-ui/src/features/setup/lines/qr-path.ts";

const HERE = "https://line.example";

test.each([
  ["a number", "sms", "long-code", "+15550001000", "JOIN", "sms:+15550001000?body=JOIN"],
  ["a short code", "sms", "short-code", "24365", "JOIN US", "sms:24365?body=JOIN%20US"],
  ["a catch-all", "sms", "toll-free", "+18005550100", "", "sms:+18005550100"],
  ["a messaging service", "sms", "messaging-service", `MG${"0".repeat(32)}`, "JOIN", null],
  [
    "WhatsApp",
    "whatsapp",
    "whatsapp",
    "+15550001000",
    "تقييم",
    "https://wa.me/15550001000?text=%D8%AA%D9%82%D9%8A%D9%8A%D9%85",
  ],
  ["WhatsApp, without a word", "whatsapp", "whatsapp", "+15550001000", "", "https://wa.me/15550001000"],
  ["a chat", "chat", "chat", "review", "", "https://line.example/chat/review"],
] as const)("%s", (_name, channel, sender, address, word, link) => {
  expect(linkTo({ channel, sender, address }, word, HERE)).toBe(link);
});

test("a code has its three eyes, and the quiet space that readers need around it", () => {
  const { path, size } = qrPath("sms:+15550001000?body=JOIN");
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h/g)].map(([, x, y]) => `${x},${y}`));
  const last = size - MARGIN - 1;
  for (const [x, y] of [
    [MARGIN, MARGIN],
    [last, MARGIN],
    [MARGIN, last],
  ] as const) {
    expect(dark.has(`${x},${y}`)).toBe(true);
  }
  const places = [...dark].flatMap((square) => square.split(",").map(Number));
  expect([Math.min(...places), Math.max(...places)]).toEqual([MARGIN, last]);
  // Version 2 holds 26 characters of this kind at level M.
  expect(size).toBe(25 + 2 * MARGIN);
});
