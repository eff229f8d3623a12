// A campaign from its forecast to its figures, by API and through the queues: what was forecast is what comes of it,
// and where it is not, the figures say what happened in between.
import { describe, expect, test } from "vitest";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { call, ok } from "./api-calls.ts";
import { fakeCarrier } from "./carrier.ts";
import { eventually, freshNumber, signedRequest, text } from "./story.ts";
import { exports } from "cloudflare:workers";

const carrier = fakeCarrier();
/** Digits of the line; each test has one of its own. */
let serial = 200;

async function addLine(): Promise<{ id: string; address: string }> {
  serial += 1;
  const address = `+15550100${serial}`;
  const { id } = await ok("POST /v1/lines", {
    name: "Texts",
    channel: "sms",
    sender: "long-code",
    address,
    organisation: "Partyline",
    hours: "Mo-Su 00:00-24:00",
    segmentsPerSecond: 50,
    prices: { currency: "USD", perSegment: { US: 0.01, GB: 0.04 } },
  });
  return { id, address };
}

interface Member {
  readonly name?: string;
  readonly agreed?: boolean;
  readonly number?: string;
}

async function addMembers(tag: string, members: readonly Member[]): Promise<string[]> {
  const numbers: string[] = [];
  for (const { name, agreed = true, number = freshNumber() } of members) {
    numbers.push(number);
    await ok("POST /v1/users", {
      phone: number,
      ...(name !== undefined && { first_name: name }),
      tags: [tag],
      consent: agreed,
    });
  }
  return numbers;
}

function draft(lineId: string, tag: string, more: object = {}) {
  return {
    name: `For ${tag}`,
    lineId,
    variants: [
      { name: "plain", content: { kind: "text", text: { en: "Hi {{ first_name }}, we meet on Saturday." } } },
      {
        name: "long",
        content: { kind: "text", text: { en: `{{ first_name }}: ${"we meet on Saturday. ".repeat(9)}` } },
      },
    ],
    audience: { kind: "filter", filter: { path: "tags", op: "eq", value: tag } },
    ...more,
  };
}

/** Until the campaign says so of itself. */
function comesTo(id: string, state: string) {
  return eventually(async () => {
    const campaign = await ok(`GET /v1/campaigns/${id}`);
    return campaign.state === state && campaign;
  });
}

/** Which of our addresses wrote to a number. */
function sendersTo(number: string): (string | null)[] {
  return carrier.posted.filter((message) => message.to.endsWith(number)).map(({ form }) => form.get("From"));
}

describe("a campaign", () => {
  test(
    "comes to what was forecast: people, segments, money, and every word",
    { timeout: 30_000 },
    async () => {
      const line = await addLine();
      const names = ["Ana", "Ben", "Cem", "Dee", "Eli", "Fay"];
      const numbers = await addMembers(
        "choir",
        names.map((name) => ({ name })),
      );
      const [abroad = ""] = await addMembers("choir", [{ name: "Gwen", number: "+447700900123" }]);
      await addMembers("choir", [{ name: "Hal", agreed: false }, {}]);

      const { id } = await ok("POST /v1/campaigns", draft(line.id, "choir"));
      const forecast = await ok(`POST /v1/campaigns/${id}/forecast`);
      expect(forecast).toMatchObject({
        people: 9,
        planned: 7,
        excludedBy: expect.arrayContaining([
          { code: "no-consent", words: "never agreed to hear from us", people: 1 },
          { code: "missing-placeholders", words: "lacked something that the text needs", people: 1 },
        ]),
      });
      await ok(`POST /v1/campaigns/${id}/launch`, {});
      await comesTo(id, "done");

      const posted = carrier.posted.filter(({ form }) => form.get("From") === line.address);
      expect(new Set(posted.map(({ to }) => to))).toEqual(new Set([...numbers, abroad]));
      expect(posted).toHaveLength(7);
      const figures = await ok(`GET /v1/campaigns/${id}/figures`);
      expect(figures).toMatchObject({
        state: "done",
        isFrozen: true,
        planned: forecast.planned,
        sent: forecast.planned,
        waiting: 0,
        excluded: forecast.excluded,
        segments: forecast.segments,
        cost: forecast.cost,
      });
      for (const [name, count] of Object.entries(forecast.variants))
        expect(figures.variants[name]).toMatchObject({ planned: count, sent: count });
      for (const { forecast: before, fact, because } of figures.comparison)
        expect([before, because]).toEqual([fact, []]);
      const { data } = await ok(`GET /v1/campaigns/${id}/exclusions`);
      expect(data.map(({ reason, detail }: { reason: string; detail: string }) => [reason, detail])).toEqual(
        expect.arrayContaining([
          ["no-consent", null],
          ["missing-placeholders", "first_name"],
        ]),
      );
    },
  );

  test("says what happened in between where it came to less", { timeout: 30_000 }, async () => {
    const line = await addLine();
    const [stops = "", gone = "", writes = ""] = await addMembers(
      "club",
      ["Ana", "Ben", "Cem"].map((name) => ({ name })),
    );
    const { id } = await ok("POST /v1/campaigns", draft(line.id, "club"));
    await ok(`POST /v1/campaigns/${id}/forecast`);
    await ok(`POST /v1/campaigns/${id}/launch`, {});
    await comesTo(id, "done");
    await deliver(stops, line.address, "delivered");
    await deliver(gone, line.address, "undelivered", "30005");
    await deliver(writes, line.address, "read");
    await text(writes, "who is coming?", { to: line.address });
    await text(stops, "STOP", { to: line.address });

    const figures = await eventually(async () => {
      const now = await ok(`GET /v1/campaigns/${id}/figures`);
      return now.optedOut === 1 && now.replied === 1 && now.failed === 1 && now;
    });
    expect(figures).toMatchObject({
      planned: 3,
      sent: 2,
      delivered: 2,
      read: 1,
      failures: [{ code: "30005", words: "the number is not in use", people: 1 }],
    });
    const sent = figures.comparison.find(({ what }: { what: string }) => what === "sent");
    expect(sent).toEqual({ what: "sent", forecast: 3, fact: 2, because: ["1: the number is not in use"] });
    const failed = await ok(`GET /v1/campaigns/${id}/recipients?status=undelivered`);
    expect(failed.data).toMatchObject([{ why: "the number is not in use", contact: { address: gone } }]);
    const unused = await ok(`GET /v1/campaigns/${id}/recipients?code=30005`);
    expect(unused.data).toEqual(failed.data);
    const replies = await ok(`GET /v1/campaigns/${id}/replies`);
    expect(replies).toMatchObject({
      data: [{ contact: { address: writes, name: "Cem" }, text: "who is coming?", conversationId: null }],
      next: null,
    });
    const [{ messageId = "" } = {}] = replies.data;
    const cursor = btoa(JSON.stringify(messageId)).replaceAll("=", "");
    const older = await ok(`GET /v1/campaigns/${id}/replies?cursor=${cursor}`);
    expect(older).toEqual({ data: [], next: null });
  });

  test("goes by text to whom WhatsApp takes nothing for", { timeout: 30_000 }, async () => {
    const texts = await addLine();
    const whatsapp = await ok("POST /v1/lines", {
      name: "WhatsApp",
      channel: "whatsapp",
      sender: "whatsapp",
      address: "+15550100290",
      organisation: "Partyline",
      hours: "Mo-Su 00:00-24:00",
    });
    const [silent = "", wrote = ""] = await addMembers("band", [{ name: "Ana" }, { name: "Ben" }]);
    await text(`whatsapp:${wrote}`, "hello", { to: "whatsapp:+15550100290" });
    await eventually(async () => {
      const { data } = await ok("POST /v1/contacts/search", { number: wrote });
      const { data: said } = await ok(`GET /v1/messages?contact=${data[0]?.id}&direction=in`);
      return said.length > 0;
    });
    const { id } = await ok("POST /v1/campaigns", {
      ...draft(whatsapp.id, "band"),
      fallbackLineId: texts.id,
    });
    await ok(`POST /v1/campaigns/${id}/launch`, {});
    await comesTo(id, "done");
    expect([sendersTo(silent), sendersTo(wrote)]).toEqual([[texts.address], ["whatsapp:+15550100290"]]);
    expect(await ok(`GET /v1/campaigns/${id}/figures`)).toMatchObject({ planned: 2, sent: 2, excluded: 0 });
  });

  test(
    "stops when it has enough answers, and the rest is told why it got none",
    { timeout: 30_000 },
    async () => {
      const line = await addLine();
      await ok("POST /v1/flows", { slug: "coming", name: "Coming?", draft: QUESTION });
      await ok("POST /v1/flows/coming/publish", {});
      const numbers = await addMembers(
        "team",
        ["Ana", "Ben", "Cem"].map((name) => ({ name })),
      );
      const { id } = await ok("POST /v1/campaigns", {
        ...draft(line.id, "team"),
        variants: [{ name: "ask", content: { kind: "flow", flow: "coming" } }],
        quota: 1,
        // Two a day: the third waits until tomorrow, and by then there are answers enough.
        dailyCap: 2,
      });
      await ok(`POST /v1/campaigns/${id}/launch`, {});
      const asked = await eventually(async () => {
        const posted = carrier.posted.filter(({ form }) => form.get("From") === line.address);
        return posted.length === 2 && posted;
      });
      expect(asked.map(({ body }) => body)).toEqual(["Will you come?", "Will you come?"]);
      await text(asked[0]?.to ?? "", "gladly", { to: line.address });
      const done = await comesTo(id, "done");
      expect(done).toMatchObject({
        stateBy: "partyline",
        stateReason: "It has the 1 answers it was to bring.",
      });
      const figures = await eventually(async () => {
        const now = await ok(`GET /v1/campaigns/${id}/figures`);
        return now.canceled === 1 && now;
      });
      expect(figures).toMatchObject({ planned: 3, sent: 2, completed: 1, waiting: 0 });
      expect(numbers).toHaveLength(3);
      expect((await call(`POST /v1/campaigns/${id}/resume`, {})).status).toBe(409);
    },
  );
});

const QUESTION = {
  schema: 1,
  languages: ["en"],
  nodes: [{ id: "come", kind: "ask", text: { en: "Will you come?" }, answer: { kind: "text" } }],
};

/** The carrier's news of a message, as its callback brings it. */
async function deliver(to: string, from: string, status: string, code?: string): Promise<void> {
  const posted = carrier.posted.find((message) => message.to === to && message.form.get("From") === from);
  if (posted === undefined) throw new Error(`nothing went to ${to}`);
  const callback = new URL(posted.form.get("StatusCallback") ?? "");
  const form = {
    AccountSid: TEST_SECRETS.TWILIO_ACCOUNT_SID,
    MessageSid: posted.sid,
    MessageStatus: status,
    ...(code !== undefined && { ErrorCode: code }),
  };
  await exports.default.fetch(signedRequest(callback.pathname + callback.search, form));
}
