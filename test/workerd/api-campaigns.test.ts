// Campaigns by API: a draft that is written, checked, forecast, previewed, tried out, launched, steered and looked through.
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { call, ok } from "./api-calls.ts";
import { fakeCarrier } from "./carrier.ts";
import { eventually, freshNumber } from "./story.ts";

const carrier = fakeCarrier();
const ALWAYS = "Mo-Su 00:00-24:00";
/** Nothing of these leaves while a test looks: they start in years. */
const LATER = "2035-01-01T12:00:00Z";

let lineId: string;
let viewer: string;
const numbers: string[] = [];

async function addContact(name: string, tags: string[], agreed: boolean): Promise<string> {
  const phone = freshNumber();
  numbers.push(phone);
  const { id } = await ok("POST /v1/users", { phone, first_name: name, tags, consent: agreed });
  return id;
}

beforeAll(async () => {
  viewer = (await ok("POST /v1/tokens", { name: "dashboard", role: "viewer" })).token;
  lineId = (
    await ok("POST /v1/lines", {
      name: "Texts",
      channel: "sms",
      sender: "long-code",
      address: "+15550100100",
      organisation: "Partyline",
      hours: ALWAYS,
      prices: { currency: "USD", perSegment: { US: 0.01 } },
    })
  ).id;
  for (const name of ["Ana", "Ben", "Cem"]) await addContact(name, ["member"], true);
  await addContact("Dee", ["member"], false);
  await ok("POST /v1/contacts", { number: freshNumber(), tags: ["guest"] });
});

const MEMBERS = { kind: "filter", filter: { path: "tags", op: "eq", value: "member" } };

function draft(more: object = {}) {
  return {
    name: "Spring",
    lineId,
    variants: [{ name: "plain", content: { kind: "text", text: { en: "Hi {{ first_name }}!" } } }],
    audience: MEMBERS,
    ...more,
  };
}

async function create(more: object = {}): Promise<string> {
  return (await ok("POST /v1/campaigns", draft(more))).id;
}

async function draftIds(query = ""): Promise<string[]> {
  const { data } = await ok(`GET /v1/campaigns?state=draft${query}`);
  return data.map((one: { id: string }) => one.id);
}

describe("a draft", () => {
  test("is written, changed over its revision, listed, duplicated and put away", async () => {
    const id = await create({ startAt: LATER });
    const changed = await ok(`PUT /v1/campaigns/${id}`, { revision: 1, config: draft({ name: "Summer" }) });
    expect(changed).toMatchObject({ name: "Summer", revision: 2, state: "draft" });
    const stale = await call(`PUT /v1/campaigns/${id}`, { revision: 1, config: draft() });
    expect([stale.status, stale.body.error.details]).toEqual([409, { revision: 2 }]);

    const copy = await ok(`POST /v1/campaigns/${id}/duplicate`);
    expect(copy).toMatchObject({ name: "Summer (copy)", revision: 1, state: "draft" });
    expect(await draftIds()).toEqual(expect.arrayContaining([id, copy.id]));
    await ok(`POST /v1/campaigns/${copy.id}/archive`);
    expect(await draftIds()).not.toContain(copy.id);
    expect(await draftIds("&archived=true")).toContain(copy.id);
    expect((await call(`POST /v1/campaigns/${copy.id}/launch`, {})).status).toBe(409);
  });

  test.each([
    [
      "two variants of one name",
      { variants: [1, 2].map(() => ({ name: "a", content: { kind: "flow", flow: "x" } })) },
      "variants[1].name",
    ],
    [
      "a filter nobody can ask",
      { audience: { kind: "filter", filter: { path: "shoe.size", op: "eq", value: 1 } } },
      "audience.filter",
    ],
    ["no line", { lineId: "mine" }, "lineId"],
    ["a time that is none", { startAt: "tomorrow" }, "startAt"],
  ])("with %s is refused", async (_what, more, path) => {
    const { status, body } = await call("POST /v1/campaigns", draft(more));
    expect([status, body.error.details[0].path]).toEqual([422, path]);
  });

  test("may name what is not there yet; checking says so", async () => {
    const id = await create({
      audience: { kind: "segment", segment: "nobody-made-this" },
      variants: [{ name: "plain", content: { kind: "template", template: "nor-this" } }],
    });
    const { findings } = await ok(`POST /v1/campaigns/${id}/check`, undefined, { token: viewer });
    expect(findings.map(({ message }: { message: string }) => message)).toEqual([
      'There is no segment "nobody-made-this".',
      'Variant plain: there is no template "nor-this".',
    ]);
    const { status, body } = await call(`POST /v1/campaigns/${id}/launch`, {});
    expect([status, body.error.message]).toEqual([422, 'There is no segment "nobody-made-this".']);
  });
});

describe("before it is launched", () => {
  test("it is forecast: people, who is left out and why, money, time", async () => {
    const id = await create({ startAt: LATER });
    expect((await call(`GET /v1/campaigns/${id}/forecast`)).status).toBe(404);
    const forecast = await ok(`POST /v1/campaigns/${id}/forecast`);
    expect(forecast).toMatchObject({
      people: 4,
      planned: 3,
      excluded: 1,
      excludedBy: [{ code: "no-consent", words: "never agreed to hear from us", people: 1 }],
      segments: 3,
      cost: { currency: "USD", amount: 0.03 },
      countries: [{ country: "US", people: 3 }],
      startsAt: "2035-01-01T12:00:00.000Z",
      unreached: 0,
      readCount: 4,
    });
    // A long code sends a segment a second.
    expect(Date.parse(forecast.finishesAt) - Date.parse(forecast.startsAt)).toBeGreaterThanOrEqual(3_000);
    expect(Date.parse(forecast.finishesAt) - Date.parse(forecast.startsAt)).toBeLessThan(3_200);
    expect(await ok(`GET /v1/campaigns/${id}/forecast`, undefined, { token: viewer })).toEqual(forecast);
  });

  test("it shows who is in it, page by page, and what three of them would read", async () => {
    const id = await create();
    const first = await ok(`GET /v1/campaigns/${id}/preview?limit=3`);
    const rest = await ok(`GET /v1/campaigns/${id}/preview?limit=3&cursor=${first.next}`);
    const people = [...first.data, ...rest.data];
    expect(rest.next).toBeNull();
    expect(new Set(people.map(({ address }) => address))).toEqual(new Set(numbers.slice(0, 4)));
    expect(people.filter(({ isPlanned }) => !isPlanned)).toMatchObject([
      { reason: "no-consent", words: "never agreed to hear from us", variant: null },
    ]);
    // Also where a page is too short to have three who would read something.
    for (const limit of [1, 3, 200]) {
      const { readers } = await ok(`GET /v1/campaigns/${id}/preview?limit=${limit}`);
      const read = readers.map(({ text }: { text: string }) => text);
      expect(read.toSorted()).toEqual(["Hi Ana!", "Hi Ben!", "Hi Cem!"]);
    }
  });

  test("what is no campaign is told what it lacks, not that nothing fits", async () => {
    const { status, body } = await call("POST /v1/campaigns", {});
    expect([status, body.error.message]).toEqual([422, "name is missing."]);
    const places = body.error.details.map(({ path }: { path: string }) => path);
    expect(places).toEqual(["name", "lineId", "variants", "audience"]);
  });

  test("a forecast is no fact: nothing is compared before there is an audience", async () => {
    const id = await create();
    await ok(`POST /v1/campaigns/${id}/forecast`);
    expect(await ok(`GET /v1/campaigns/${id}/figures`)).toMatchObject({ planned: 0, comparison: [] });
  });

  test("JSON that is announced and not sent is no body", async () => {
    const id = await create();
    const headers = { "content-type": "application/json" };
    expect((await call(`POST /v1/campaigns/${id}/forecast`, undefined, { raw: "", headers })).status).toBe(
      200,
    );
    const launched = await call(`POST /v1/campaigns/${await create({ startAt: LATER })}/launch`, undefined, {
      raw: "",
      headers,
    });
    expect(launched.status).toBe(202);
  });

  test("two currencies are refused in words", async () => {
    const there = {
      address: "+15550100101",
      name: "Euros",
      prices: { currency: "EUR", perSegment: { "*": 0.1 } },
    };
    const line = { channel: "sms", sender: "long-code", organisation: "Partyline", hours: ALWAYS };
    const { id: fallbackLineId } = await ok("POST /v1/lines", { ...line, ...there });
    const { findings } = await ok(`POST /v1/campaigns/${await create({ fallbackLineId })}/check`);
    expect(findings).toMatchObject([{ kind: "error", code: "fallback-currency" }]);
    expect(findings[0].message).toMatch(/USD.+EUR/);
  });

  test("a viewer sees no whole number", async () => {
    const id = await create();
    const { data } = await ok(`GET /v1/campaigns/${id}/preview`, undefined, { token: viewer });
    expect(JSON.stringify(data)).not.toMatch(/\+1202555\d{4}/);
    expect(data[0].address).toMatch(/\*{5}/);
  });

  test("it is tried out on one number, with what that contact lacks marked", async () => {
    const id = await create();
    const to = freshNumber();
    const tested = await ok(`POST /v1/campaigns/${id}/test`, { to });
    expect(tested).toMatchObject({ messageId: expect.any(String), dueAt: null });
    const posted = await eventually(async () => carrier.posted.find((message) => message.to === to));
    expect(posted.body).toBe("Hi [first_name]!");
    expect((await ok(`GET /v1/campaigns/${id}`)).state).toBe("draft");
  });
});

describe("a launch", () => {
  test("at a time is scheduled, pressed twice it is one, and its history says who moved it and why", async () => {
    const id = await create();
    const launched = await ok(`POST /v1/campaigns/${id}/launch`, { startAt: LATER });
    expect(launched).toMatchObject({
      isRepeat: false,
      campaign: { state: "scheduled", launchedAt: "2035-01-01T12:00:00.000Z", launchedBy: "owner" },
    });
    expect(await ok(`POST /v1/campaigns/${id}/launch`, { startAt: LATER })).toMatchObject({ isRepeat: true });
    expect((await call(`PUT /v1/campaigns/${id}`, { revision: 1, config: draft() })).status).toBe(409);

    expect(await ok(`POST /v1/campaigns/${id}/pause`, { reason: "a typing error" })).toMatchObject({
      state: "paused",
      stateReason: "a typing error",
    });
    expect(await ok(`POST /v1/campaigns/${id}/resume`, {})).toMatchObject({ state: "scheduled" });
    expect(await ok(`POST /v1/campaigns/${id}/cancel`, { reason: "not this year" })).toMatchObject({
      state: "cancelled",
    });
    expect((await call(`POST /v1/campaigns/${id}/resume`, {})).status).toBe(409);

    const history = await eventually(async () => {
      const { data } = await ok(`GET /v1/campaigns/${id}/history`);
      return data.length === 4 && data;
    });
    expect(
      history.map(({ state, by, reason }: { state: string; by: string; reason: string }) => [
        state,
        by,
        reason,
      ]),
    ).toEqual([
      ["cancelled", "owner", "not this year"],
      ["scheduled", "owner", null],
      ["paused", "owner", "a typing error"],
      ["scheduled", "owner", null],
    ]);
  });

  test("for nobody is refused", async () => {
    const id = await create({
      audience: { kind: "filter", filter: { path: "tags", op: "eq", value: "ghost" } },
    });
    const { status, body } = await call(`POST /v1/campaigns/${id}/launch`, {});
    expect([status, body.error.message]).toEqual([422, "Nobody is in the audience."]);
  });
});

describe("the first campaign platform's calls", () => {
  test("make, launch and find a campaign", async () => {
    const { id: template } = await ok("POST /v1/templates", { name: "Hello", body: "Hi {{ first_name }}" });
    const { id: segment } = await ok("POST /v1/segments", {
      name: "Members",
      filter: { path: "tags", op: "eq", value: "member" },
    });
    const { id } = await ok("POST /v1/campaigns", {
      name: "Welcome",
      template_id: template,
      segment_id: segment,
      scheduled_at: LATER,
      created_by: "somebody",
    });
    expect(await ok(`POST /v1/campaigns/${id}/launch`)).toMatchObject({
      campaign: { state: "scheduled", name: "Welcome" },
    });
    await ok(`POST /v1/campaigns/${id}/cancel`, {});
  });
});

describe("an alarm", () => {
  test("is listed until somebody has seen to it", async () => {
    await env.DB.prepare(
      "INSERT INTO alarms (id, kind, subject, text, at) VALUES ('alarm-1', 'campaign-paused', 'campaign-1', 'The carrier refuses everything.', 0)",
    ).run();
    expect((await ok("GET /v1/alarms")).data).toMatchObject([{ id: "alarm-1", doneAt: null }]);
    expect(await ok("POST /v1/alarms/alarm-1/done")).toMatchObject({ doneBy: "owner" });
    expect((await ok("GET /v1/alarms")).data).toEqual([]);
    expect((await ok("GET /v1/alarms?done=true")).data).toHaveLength(1);
    expect((await call("POST /v1/alarms/none/done")).status).toBe(404);
  });
});
