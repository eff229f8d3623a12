// Setting up by the API: what is missing, whether credentials work, and a number that is pointed here.
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { call, ok, ORIGIN, OWNER } from "./api-calls.ts";
import { LINE } from "./api-refusals.ts";
import { fetchWith } from "./counting.ts";

const NUMBER = "+15005550188";
const SID = `PN${"7".repeat(32)}`;
const RETRIES = "#rc=2&rp=5xx,ct,rt";

let twilio: (request: Request) => Promise<Response>;
let number: Record<string, unknown>;
let posted: Record<string, string>;

beforeEach(() => {
  number = {
    sid: SID,
    phone_number: NUMBER,
    friendly_name: "Helpline",
    capabilities: { voice: true, sms: true, mms: true, fax: false },
    sms_url: "https://elsewhere.example/sms",
    voice_url: null,
    status_callback: "",
  };
  posted = {};
  twilio = async (request) => {
    if (request.method === "GET") return Response.json({ incoming_phone_numbers: [number] });
    posted = Object.fromEntries(new URLSearchParams(await request.text()));
    number = {
      ...number,
      ...(posted["SmsUrl"] !== undefined && { sms_url: posted["SmsUrl"] }),
      ...(posted["VoiceUrl"] !== undefined && { voice_url: posted["VoiceUrl"] }),
    };
    return Response.json(number);
  };
  vi.spyOn(globalThis, "fetch").mockImplementation((input, init) => twilio(new Request(input, init)));
});
afterEach(() => {
  vi.restoreAllMocks();
});

const states = async () =>
  Object.fromEntries(
    (await ok("GET /v1/setup")).steps.map(({ id, state }: { id: string; state: string }) => [id, state]),
  );

describe("what is set up", () => {
  test("is said step by step, and changes with what is done", async () => {
    expect(await states()).toMatchObject({
      address: "done",
      lines: "missing",
      staff: "advice",
      operators: "missing",
    });
    await ok("POST /v1/lines", { ...LINE, address: NUMBER });
    await ok("POST /v1/staff", { email: "ann@riverside.example", name: "Ann", role: "editor" });
    await ok("PATCH /v1/settings", { operatorEmails: ["ops@riverside.example"] });
    expect(await states()).toMatchObject({ lines: "done", staff: "done", operators: "done" });
  });

  test("is told without a single secret", async () => {
    const told = JSON.stringify(await ok("GET /v1/setup"));
    for (const secret of Object.values(TEST_SECRETS)) expect(told).not.toContain(secret);
  });
});

const RESEND = { RESEND_API_KEY: "re_not-a-secret-key-0000", EMAIL_FROM: "Line <line@riverside.example>" };
const check = async (what: string, bindings: object = {}) => {
  const response = await fetchWith(
    { ...env, ...bindings },
    new Request(`${ORIGIN}/api/v1/setup/check`, {
      method: "POST",
      body: JSON.stringify({ what }),
      headers: { "content-type": "application/json", authorization: `Bearer ${OWNER}` },
    }),
  );
  return response.json<{ kind: string; text: string }>();
};
const domains = (status: string) => Response.json({ data: [{ name: "riverside.example", status }] });

describe("a check of credentials", () => {
  test.each([
    [
      "let in",
      Response.json({ friendly_name: "Riverside", status: "active" }),
      "ok",
      /“Riverside”, which is active/,
    ],
    ["refused", Response.json({ code: 20003 }, { status: 401 }), "refused", /401 \(error 20003\)/],
    ["answered nonsense", new Response("?"), "unreachable", /TWILIO_API_URL/],
  ])("of Twilio, that %s", async (_name, answer, kind, words) => {
    twilio = async () => answer;
    const { text, ...rest } = await check("twilio");
    expect([rest.kind, text]).toEqual([kind, expect.stringMatching(words)]);
  });

  test.each([
    ["has the domain", domains("verified"), "ok", /riverside\.example is verified/],
    ["has it unverified", domains("pending"), "refused", /not verified/],
    ["may only send", Response.json({ name: "restricted_api_key" }, { status: 401 }), "ok", /only send/],
    [
      "is unknown",
      Response.json({ name: "invalid_api_key", message: "API key is invalid" }, { status: 403 }),
      "refused",
      /RESEND_API_KEY/,
    ],
    ["nobody answers for", new Response("away", { status: 502 }), "unreachable", /RESEND_API_URL/],
  ])("of Resend, whose key %s", async (_name, answer, kind, words) => {
    twilio = async () => answer;
    const { text, ...rest } = await check("resend", RESEND);
    expect([rest.kind, text]).toEqual([kind, expect.stringMatching(words)]);
  });

  test("of Resend where nothing is set", async () => {
    expect(await check("resend")).toMatchObject({ kind: "refused" });
  });
});

describe("a number", () => {
  test("is shown with where it points, pointed here in one go, and audited", async () => {
    const before = (await ok("GET /v1/setup/numbers")).data[0];
    expect(before).toMatchObject({
      number: NUMBER,
      texts: { url: "https://elsewhere.example/sms", isHere: false },
      calls: { url: "", isHere: false },
    });
    expect(await ok(`POST /v1/setup/numbers/${SID}/point`)).toMatchObject({
      texts: { isHere: true },
      calls: { isHere: true },
    });
    expect(posted).toEqual({
      SmsUrl: `${ORIGIN}/webhooks/twilio/messages${RETRIES}`,
      SmsMethod: "POST",
      VoiceUrl: `${ORIGIN}/webhooks/twilio/voice${RETRIES}`,
      VoiceMethod: "POST",
      StatusCallback: `${ORIGIN}/webhooks/twilio/voice/ended${RETRIES}`,
      StatusCallbackMethod: "POST",
    });
    const { data } = await ok(`GET /v1/audit?subjectId=${SID}`);
    expect(data).toMatchObject([{ action: "number.point", detail: { texts: true, calls: true } }]);
  });

  test("that cannot be called keeps its voice settings", async () => {
    number = { ...number, capabilities: { sms: true, voice: false } };
    expect(await ok(`POST /v1/setup/numbers/${SID}/point`)).toMatchObject({ calls: null });
    expect(Object.keys(posted)).toEqual(["SmsUrl", "SmsMethod"]);
  });

  test("that the account does not have is not found; while Twilio is away, that is said", async () => {
    expect((await call(`POST /v1/setup/numbers/PN${"8".repeat(32)}/point`)).status).toBe(404);
    twilio = async () => new Response("away", { status: 503 });
    expect((await call("GET /v1/setup/numbers")).status).toBe(503);
  });
});

test("of two who change a line, whoever saw it before the other's change is told", async () => {
  const { id, changedAt } = await ok("POST /v1/lines", { ...LINE, address: "+15005550189" });
  const first = await ok(`PATCH /v1/lines/${id}`, { name: "One", changedAt });
  const second = await call(`PATCH /v1/lines/${id}`, { name: "Two", changedAt });
  expect([second.status, second.body.error.code]).toEqual([409, "conflict"]);
  expect(await ok(`PATCH /v1/lines/${id}`, { name: "Two", changedAt: first.changedAt })).toMatchObject({
    name: "Two",
  });
  expect((await ok(`GET /v1/lines/${id}`)).config).toMatchObject({ name: "Two", address: "+15005550189" });
});
