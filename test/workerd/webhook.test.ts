// The edge: what is refused, and what odd but honest messages come to. Mutant `signed` lets anybody in.
import { env, exports } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import type { Outgoing } from "#core/contact/memory";
import { Flow } from "#core/conversation/flow";
import { InboundForm } from "../../worker/twilio/inbound-form.ts";
import { toTwiml } from "../../worker/twilio/reply.ts";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import {
  ask,
  contactOf,
  eventually,
  freshNumber,
  freshSid,
  LINE,
  loopFlow,
  publish,
  said,
  signedRequest,
  text,
} from "./story.ts";

const ECHO_LINE = "+15550003001";
const echoFlow = Flow.parse({
  schema: 1,
  languages: ["en"],
  nodes: [
    { id: "name", kind: "ask", text: { en: "Your name?" }, answer: { kind: "text" }, next: "thanks" },
    { id: "thanks", kind: "say", text: { en: "Thank you, {{ name }}." }, next: "end" },
  ],
});

function outgoing(words: string): Outgoing {
  return {
    id: "m",
    lineId: "l",
    runId: null,
    turn: null,
    node: null,
    kind: "flow",
    via: "twiml",
    bound: false,
    text: words,
    media: [],
    options: [],
    content: null,
    at: 0,
  };
}

beforeAll(async () => {
  await publish("loop", loopFlow, "", { id: "line-edge" });
  await publish("echo", echoFlow, "", { id: "line-echo", address: ECHO_LINE });
  await publish("loop-wa", loopFlow, "", {
    id: "line-edge-wa",
    config: { channel: "whatsapp", sender: "whatsapp", address: "+15550003000" },
  });
});

const path = "/webhooks/twilio/messages";
const form = (more: Record<string, string> = {}): Record<string, string> => ({
  MessageSid: freshSid(),
  AccountSid: TEST_SECRETS.TWILIO_ACCOUNT_SID,
  From: freshNumber(),
  To: LINE,
  Body: "hello",
  ...more,
});
const call = (request: Request) => exports.default.fetch(request);

async function refusal(response: Response): Promise<{ status: number; code: string; hasId: boolean }> {
  const { error } = await response.json<{ error: { code: string; requestId: string } }>();
  return {
    status: response.status,
    code: error.code,
    hasId: error.requestId === response.headers.get("x-request-id"),
  };
}

describe("refused, with a request id, before anything else happens", () => {
  test.each([
    ["a wrong signature", () => signedRequest(path, form(), { signature: "d3Jvbmc=" })],
    ["no signature", () => signedRequest(path, form(), { signature: null })],
    ["an empty signature", () => signedRequest(path, form(), { signature: "" })],
    [
      "another account's webhook",
      () => signedRequest(path, form({ AccountSid: "AC00000000000000000000000000000000" })),
    ],
    ["no account", () => signedRequest(path, { MessageSid: freshSid(), From: "+1", To: LINE })],
  ])("%s", async (_name, request) => {
    expect(await refusal(await call(request()))).toMatchObject({ status: 403, code: "refused", hasId: true });
  });

  test("a form that was changed after it was signed", async () => {
    const signed = signedRequest(path, form());
    const changed = new Request(signed.url, {
      method: "POST",
      headers: signed.headers,
      body: new URLSearchParams(form({ Body: "changed" })),
    });
    expect((await call(changed)).status).toBe(403);
  });

  test.each([undefined, "10"])(
    "a body of 2 MB is not read to its end, whatever it says of its length (%j)",
    async (length) => {
      let chunks = 0;
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          chunks += 1;
          if (chunks > 32) return controller.close();
          controller.enqueue(new TextEncoder().encode("x".repeat(64_000)));
        },
      });
      const large = new Request(env.PUBLIC_URL + path, {
        method: "POST",
        body,
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          ...(length !== undefined && { "content-length": length }),
        },
      });
      expect(await refusal(await call(large))).toMatchObject({ status: 413, code: "refused" });
      expect(chunks).toBeLessThan(20);
    },
  );

  test("JSON instead of a form, and a form that is no message", async () => {
    expect(
      (
        await call(
          new Request(env.PUBLIC_URL + path, {
            method: "POST",
            body: "{}",
            headers: { "content-type": "application/json" },
          }),
        )
      ).status,
    ).toBe(415);
    expect(await refusal(await call(signedRequest(path, form({ MessageSid: "x" }))))).toMatchObject({
      status: 422,
      code: "invalid",
    });
  });
});

describe("signed, however Twilio spells it", () => {
  test("parameters we do not know are signed too and do no harm", async () => {
    expect(
      await said(await call(signedRequest(path, form({ SomethingNew: "1", "Weird Key": "a=b&c" })))),
    ).toEqual(["Tell me a word."]);
  });

  test("a quote and a query in the URL", async () => {
    expect((await call(signedRequest(`${path}?tag=it's`, form()))).status).toBe(200);
  });

  test("a repeated key", async () => {
    const fields = form();
    const { getExpectedTwilioSignature } = await import("twilio/lib/webhooks/webhooks.js");
    const signature = getExpectedTwilioSignature(TEST_SECRETS.TWILIO_AUTH_TOKEN, env.PUBLIC_URL + path, {
      ...fields,
      Extra: ["b", "a", "b"],
    });
    const body = new URLSearchParams(fields);
    for (const value of ["b", "a", "b"]) body.append("Extra", value);
    const request = new Request(env.PUBLIC_URL + path, {
      method: "POST",
      body,
      headers: { "x-twilio-signature": signature },
    });
    expect((await call(request)).status).toBe(200);
  });
});

describe("odd messages", () => {
  test.each([
    ["1,600 characters", "x".repeat(1600)],
    ["emoji", "👩‍👩‍👧‍👦 🎉"],
    ["right-to-left", "مرحبا بالعالم"],
    ["a lone surrogate", "broken \ud800 half"],
    ["what XML forbids", "Zo\uFFFFe \uFFFE \u{1FFFF}"],
    ["markup", "<Response><Message>&</Message></Response>"],
  ])("%s is an answer like any other", async (_name, body) => {
    const person = freshNumber();
    await ask(person, "hello");
    expect(await ask(person, body)).toEqual(["Another, please."]);
  });

  test("NUL and other control characters are dropped, the rest is kept", async () => {
    const person = freshNumber();
    await ask(person, "hello");
    await ask(person, "a\u0000b\u0007c");
    const row = await eventually(() =>
      env.DB.prepare(
        "SELECT body FROM messages m JOIN addresses a ON a.id = m.address_id WHERE a.value = ? AND direction = 'in' AND body LIKE 'a%'",
      )
        .bind(person)
        .first(),
    );
    expect(row).toEqual({ body: "abc" });
  });

  test("what XML forbids is not echoed", async () => {
    const person = freshNumber();
    await ask(person, "hi", { to: ECHO_LINE });
    expect(await ask(person, "Zo\uFFFFe", { to: ECHO_LINE })).toEqual(["Thank you, Zoe."]);
  });

  test("a text that was put together wrongly still becomes TwiML", () => {
    const twiml = toTwiml([outgoing("Zo\uFFFFe\u0001")], env.PUBLIC_URL, "someone");
    expect(twiml).toContain("<Body>Zoe</Body>");
  });

  test.each([
    [
      "a place with a long name",
      { Latitude: "1", Longitude: "2", Label: "x".repeat(999), Address: "y".repeat(999) },
    ],
    ["a place nowhere", { Latitude: "north", Longitude: "" }],
    ["a profile name cut through an emoji", { ProfileName: `${"x".repeat(199)}😀` }],
    ["media nobody can count", { NumMedia: "many" }],
    [
      "long ids of buttons",
      { ButtonPayload: "x".repeat(999), ButtonText: "x".repeat(999), ListId: "x".repeat(999) },
    ],
    ["an opt-out type of another year", { OptOutType: "PAUSE" }],
    ["a text beyond every limit", { Body: `STOP${" ".repeat(30_000)}` }],
  ])("%s costs nobody their STOP", async (_name, more) => {
    const person = freshNumber();
    await ask(person, "hello");
    expect((await text(person, "STOP", { form: more })).status).toBe(200);
    const { consent } = await (await contactOf(person)).snapshot();
    expect(consent.optedOut).not.toBeNull();
  });

  test("a WhatsApp id as long as they may be, and a sender's name that is longer", async () => {
    const to = "whatsapp:+15550003000";
    expect(await ask(`whatsapp:US.${"1".repeat(128)}`, "hi", { to })).toEqual(["Tell me a word."]);
    expect(await ask(`whatsapp:US.${"1".repeat(400)}`, "hi", { to })).toEqual([]);
  });

  test("a text field that comes twice counts once", async () => {
    const parsed = InboundForm.parse({ ...form(), Body: ["one", "two"], NumMedia: ["0", "0"] });
    expect(parsed).toMatchObject({ Body: "one", NumMedia: 0 });
  });

  test.each(["", "anonymous", "72345", "CITYBANK", "+266696687"])(
    "From %j is nobody we answer; it waits for a person",
    async (from) => {
      const words = `from-${from}-${crypto.randomUUID()}`;
      expect(await ask(from, words)).toEqual([]);
      const notice = await eventually(() =>
        env.DB.prepare("SELECT kind FROM notices WHERE instr(text, ?) > 0").bind(words).first(),
      );
      expect(notice).toEqual({ kind: "stray" });
    },
  );

  test("WhatsApp from a number and from a person who hides it", async () => {
    const to = "whatsapp:+15550003000";
    expect(await ask(`whatsapp:${freshNumber()}`, "hi", { to, form: { ProfileName: "Zoë <b>" } })).toEqual([
      "Tell me a word.",
    ]);
    expect(await ask("whatsapp:US.13491208655302741918", "hi", { to })).toEqual(["Tell me a word."]);
  });

  test("a number we do not know as a line: recorded, not answered", async () => {
    expect(await ask(freshNumber(), "hello", { to: "+15559999999" })).toEqual([]);
  });

  test("the reply reports on itself under our own id", async () => {
    const twiml = await (await text(freshNumber(), "hello")).text();
    expect(twiml).toMatch(
      /<Message action="http:\/\/localhost:8787\/webhooks\/twilio\/status\?m=[0-9a-f-]{36}&amp;a=[0-9a-f-]{36}#rc=2&amp;rp=5xx,ct,rt">/,
    );
  });
});

describe("status callbacks", () => {
  test("are signed like everything else, and in shape", async () => {
    const status = {
      AccountSid: TEST_SECRETS.TWILIO_ACCOUNT_SID,
      MessageSid: freshSid(),
      MessageStatus: "sent",
    };
    expect((await call(signedRequest("/webhooks/twilio/status?m=x&a=y", status))).status).toBe(204);
    expect((await call(signedRequest("/webhooks/twilio/status", status, { signature: null }))).status).toBe(
      403,
    );
    expect(
      (await call(signedRequest("/webhooks/twilio/status", { AccountSid: TEST_SECRETS.TWILIO_ACCOUNT_SID })))
        .status,
    ).toBe(422);
  });
});
