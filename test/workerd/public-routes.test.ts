// What a stranger reaches outside of the API: these addresses and no others. What is added has to be added here.
import { exports } from "cloudflare:workers";
import { expect, test } from "vitest";
import { calendar } from "../../worker/calendar/index.ts";
import { chat } from "../../worker/chat/index.ts";
import { webhooks } from "../../worker/webhooks/index.ts";
import { ORIGIN } from "./api-calls.ts";

/** Middleware counts for all methods, and is no place of its own. */
const listed = ({
  routes,
}: {
  readonly routes: readonly { readonly method: string; readonly path: string }[];
}) =>
  [
    ...new Set(
      routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`),
    ),
  ].toSorted();

const WEBHOOKS = [
  "POST /resend",
  "POST /twilio/debugger",
  "POST /twilio/messages",
  "POST /twilio/status",
  "POST /twilio/voice",
  "POST /twilio/voice/dialled",
  "POST /twilio/voice/ended",
  "POST /twilio/voice/leg",
  "POST /twilio/voice/menu",
  "POST /twilio/voice/pressed",
  "POST /twilio/voice/recorded",
  "POST /twilio/voice/recording",
  "POST /twilio/voice/screen",
  "POST /twilio/voice/transcribed",
];

test("webhooks", () => {
  expect(listed(webhooks)).toEqual(WEBHOOKS);
});

test.each(WEBHOOKS)("%s takes nothing that is not signed", async (route) => {
  const url = `${ORIGIN}/webhooks${route.replace("POST ", "")}`;
  const body = new URLSearchParams({ From: "+15005550006", Body: "hi", MessageSid: "SM1" });
  const { status } = await exports.default.fetch(new Request(url, { method: "POST", body }));
  // Resend's need a secret that is not set here.
  expect(route === "POST /resend" ? [401, 403, 404, 503] : [403]).toContain(status);
});

test("the chat, each flow of which was made public", () => {
  expect(listed(chat)).toEqual(["GET /*", "GET /:flow", "GET /:flow/socket"]);
});

test("calendars and answers, each of which is behind a secret", () => {
  expect(listed(calendar)).toEqual([
    "GET /:file",
    "GET /shift/:secret",
    "GET /unsubscribe/:secret",
    "POST /shift/:secret",
    "POST /unsubscribe/:secret",
  ]);
});
