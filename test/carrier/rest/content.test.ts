// WhatsApp templates: their limits, their approval, and what the 24 h window lets through.
import { describe, expect, test } from "vitest";
import type { CarrierOptions } from "../carrier.ts";
import { LINES, setUp } from "../testing/setup.ts";

const ME = "whatsapp:+12065550123";
const FROM = LINES.whatsapp.address;
const HOUR_MS = 60 * 60 * 1000;

const text = { "twilio/text": { body: "Hello {{1}}, your order {{2}} is ready." } };
const choice = {
  "twilio/quick-reply": {
    body: "Happy, {{1}}?",
    actions: [
      { title: "Yes", id: "y" },
      { title: "No", id: "n" },
    ],
  },
};

function prepare(options: Partial<CarrierOptions> = {}) {
  const world = setUp(options);
  const post = async (path: string, body: unknown) => {
    const response = await world.rest.raw(path, { method: "POST", body: JSON.stringify(body) });
    const answer: Record<string, unknown> = Object(await response.json());
    return { status: response.status, body: answer };
  };
  const create = async (types: unknown, variables: Record<string, string> = {}) =>
    String(
      (await post("/v1/Content", { friendly_name: "a template", language: "en", variables, types })).body[
        "sid"
      ],
    );
  const approve = (sid: string) =>
    post(`/v1/Content/${sid}/ApprovalRequests/whatsapp`, { name: "a_template", category: "UTILITY" });
  return { ...world, post, create, approve, sam: world.carrier.handset("+12065550123") };
}

test("inside the window: text, buttons and lists with variables filled in", async () => {
  const { carrier, rest, create, sam } = prepare();
  await sam.whatsapp(FROM, "hi");
  const plain = await create(text, { "2": "A-1" });
  const buttons = await create(choice);
  await rest.send({ To: ME, From: FROM, ContentSid: plain, ContentVariables: '{"1":"Sam"}' });
  await rest.send({ To: ME, From: FROM, ContentSid: buttons, ContentVariables: '{"1":"Sam"}' });
  await carrier.settled();
  expect(sam.inbox().map(({ body, options }) => [body, options.map(({ title }) => title)])).toEqual([
    ["Hello Sam, your order A-1 is ready.", []],
    ["Happy, Sam?", ["Yes", "No"]],
  ]);
  await expect(sam.tap("Maybe")).rejects.toThrow('offers "Maybe"');
});

test.each<[what: string, hours: number, approved: boolean, outcome: string]>([
  ["free text a minute before the window closes", 24 - 1 / 60, false, "read"],
  ["a template nobody approved, when it has closed", 24, false, "failed"],
  ["an approved template, when it has closed", 24, true, "read"],
])("%s: %s", async (_what, hours, approved, outcome) => {
  const { carrier, rest, create, approve, sam } = prepare();
  await sam.whatsapp(FROM, "hi");
  const sid = await create(text, { "1": "Sam", "2": "A-1" });
  if (approved) await approve(sid);
  carrier.advance(hours * HOUR_MS);
  const answer = await rest.send({ To: ME, From: FROM, ContentSid: sid });
  expect(answer.status).toBe(201);
  await carrier.settled();
  const after = await rest.get(`/Messages/${String(answer.body["sid"])}.json`);
  expect(after.body).toMatchObject({ status: outcome, error_code: outcome === "failed" ? 63016 : null });
});

test("approval by hand: submitted, waiting, decided", async () => {
  const { carrier, rest, create, approve } = prepare({ approvals: "by-hand" });
  const sid = await create(text);
  const status = async () => {
    const { body } = await rest.get(`/v1/Content/${sid}/ApprovalRequests`);
    return Object(body["whatsapp"]);
  };
  expect(await status()).toMatchObject({ status: "unsubmitted" });
  expect((await approve(sid)).body).toMatchObject({ status: "received" });
  expect(await status()).toMatchObject({ status: "pending", name: "a_template", category: "UTILITY" });
  carrier.approveContent(sid, "rejected", "Variables at the start");
  expect(await status()).toMatchObject({ status: "rejected", rejection_reason: "Variables at the start" });
});

const action = (title: string) => ({ title, id: title });

describe("turned down", () => {
  test.each<[what: string, types: unknown]>([
    ["no type", {}],
    ["an unknown type", { "twilio/poll": { body: "?" } }],
    ["four buttons", { "twilio/quick-reply": { body: "?", actions: ["a", "b", "c", "d"].map(action) } }],
    ["a button of 21 characters", { "twilio/quick-reply": { body: "?", actions: [action("x".repeat(21))] } }],
    [
      "eleven rows",
      {
        "twilio/list-picker": {
          body: "?",
          button: "Go",
          items: Array.from({ length: 11 }, (_, id) => ({ item: "a", id: String(id) })),
        },
      },
    ],
    [
      "a row of 25 characters",
      { "twilio/list-picker": { body: "?", button: "Go", items: [{ item: "x".repeat(25), id: "1" }] } },
    ],
    [
      "a body of 1,025 characters",
      { "twilio/quick-reply": { body: "x".repeat(1025), actions: [action("a")] } },
    ],
  ])("%s", async (_what, types) => {
    const { post } = prepare();
    expect(await post("/v1/Content", { language: "en", types })).toMatchObject({
      status: 400,
      body: { code: 20001 },
    });
  });

  test("a list picker for approval, a name in capitals", async () => {
    const { post, create, approve } = prepare();
    const picker = await create({
      "twilio/list-picker": { body: "?", button: "Go", items: [{ item: "a", id: "1" }] },
    });
    expect((await approve(picker)).status).toBe(400);
    const sid = await create(text);
    const shouted = { name: "Template", category: "UTILITY" };
    expect((await post(`/v1/Content/${sid}/ApprovalRequests/whatsapp`, shouted)).status).toBe(400);
  });
});

test("listed, fetched, deleted", async () => {
  const { rest, create } = prepare();
  const sid = await create(text, { "1": "there" });
  expect((await rest.get("/v1/Content")).body).toMatchObject({
    contents: [{ sid, language: "en", types: text }],
  });
  expect((await rest.get(`/v1/Content/${sid}`)).body).toMatchObject({
    friendly_name: "a template",
    variables: { "1": "there" },
  });
  expect((await rest.raw(`/v1/Content/${sid}`, { method: "DELETE" })).status).toBe(204);
  expect((await rest.get(`/v1/Content/${sid}`)).status).toBe(404);
});

test("listed with what became of each, page by page", async () => {
  const { carrier, rest, create, approve } = prepare({ approvals: "by-hand" });
  const sids = [await create(text), await create(choice), await create(text)];
  await approve(sids[0] ?? "");
  await approve(sids[1] ?? "");
  carrier.approveContent(sids[0] ?? "", "approved");
  const first = (await rest.get("/v1/ContentAndApprovals?PageSize=2")).body;
  expect(first).toMatchObject({
    contents: [
      { sid: sids[0], types: text, approval_requests: { status: "approved", category: "UTILITY" } },
      { sid: sids[1], approval_requests: { status: "pending" } },
    ],
  });
  const next = new URL(String(Object(first["meta"]).next_page_url));
  const second = (await rest.get(`${next.pathname}${next.search}`)).body;
  expect(second).toMatchObject({
    meta: { next_page_url: null },
    contents: [{ sid: sids[2], approval_requests: { status: "unsubmitted" } }],
  });
});
