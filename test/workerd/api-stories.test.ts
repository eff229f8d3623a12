// What organisers see after people have texted: responses, messages, contacts, what waits, and who did what.
import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import productReview from "../fixtures/flows/product-review.json";
import { call, ok } from "./api-calls.ts";
import { fakeCarrier } from "./carrier.ts";
import type { FakeCarrier } from "./carrier.ts";
import { ask, eventually, freshNumber, LINE } from "./story.ts";

let carrier: FakeCarrier;
let lineId: string;

beforeAll(async () => {
  const line = {
    name: "Front desk",
    channel: "sms",
    sender: "long-code",
    address: LINE,
    organisation: "Partyline",
    hours: "24/7",
  };
  lineId = (await ok("POST /v1/lines", line)).id;
  await ok("POST /v1/flows", { slug: "product-review", name: "Reviews", draft: productReview });
  await ok("POST /v1/flows/product-review/publish");
  await ok("POST /v1/triggers", { lineId, flow: "product-review", keyword: "Review!" });
});
beforeEach(() => {
  carrier = fakeCarrier();
});

async function review(person: string): Promise<void> {
  for (const words of ["REVIEW", "iPhone 15", "John", "Great phone"]) await ask(person, words);
}

const responseOf = (person: string) =>
  eventually(async () => {
    const { data } = await ok("GET /v1/responses?flow=product-review&limit=200");
    return data.find(({ contact }: { contact: { address: string } }) => contact.address === person);
  });

describe("a review by text", () => {
  test("is a row with its answers as columns, newest first", async () => {
    const john = freshNumber();
    await review(john);
    const row = await eventually(async () => {
      const found = await responseOf(john);
      return found.disposition === "completed" && found;
    });
    expect(row).toMatchObject({
      flow: { slug: "product-review", name: "Reviews" },
      answers: {
        product: { value: "iPhone 15", label: "iPhone 15" },
        name: { value: "John" },
        review: { value: "Great phone" },
      },
      disposition: "completed",
      phase: "finished",
      deliveryStatus: "handed-over",
    });
    const { transcript } = await ok(`GET /v1/responses/${row.id}`);
    expect(
      transcript.map(
        ({ direction, text }: { direction: string; text: string }) =>
          `${direction === "in" ? ">" : "<"} ${text}`,
      ),
    ).toEqual([
      "> REVIEW",
      "< Hi! Which product is this review for?",
      "> iPhone 15",
      "< Okay, got it. What's your name?",
      "> John",
      "< Please send your review for iPhone 15.",
      "> Great phone",
      "< Thanks John -- your review for iPhone 15 has been recorded.",
    ]);
    expect((await ok("GET /reviews"))[0]).toMatchObject({
      product: "iPhone 15",
      name: "John",
      review: "Great phone",
      phone: john,
    });
    expect((await ok("GET /v1/responses?q=GREAT")).data).toHaveLength(1);
    expect((await ok("GET /v1/responses?q=100%25")).data).toEqual([]);
    expect((await ok("GET /v1/flows/product-review/rates")).rates[0]).toMatchObject({
      name: "response",
      value: 1,
    });
    const [first] = (await ok("GET /v1/flows/product-review/drop-off")).data;
    expect(first).toEqual({
      node: "product",
      text: "Hi! Which product is this review for?",
      views: 1,
      exits: 0,
      waiting: 0,
      dropOff: 0,
    });
  });

  test("is a person with messages, a profile and a timeline", async () => {
    const jane = freshNumber();
    await review(jane);
    await ask(jane, "STOP");
    await eventually(
      async () =>
        (await ok("POST /v1/contacts/search", { number: jane })).data[0]?.addresses[0].consent ===
        "opted-out",
    );
    const [contact] = (await ok("POST /v1/contacts/search", { number: jane })).data;
    expect(contact.attributes.first_name).toMatchObject({ value: "John", source: "flow:product-review" });
    const { data: consents } = await ok(`GET /v1/contacts/${contact.id}/consents`);
    expect(consents).toMatchObject([{ kind: "opt-out", source: "person", words: "STOP" }]);

    const timeline: { kind: string; at: string }[] = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const page: { data: { kind: string; at: string }[]; next: string | null } = await ok(
        `GET /v1/contacts/${contact.id}/timeline?limit=3&cursor=${cursor}`.replace(/&cursor=$/, ""),
      );
      timeline.push(...page.data);
      cursor = page.next;
    }
    expect(timeline.map(({ kind }) => kind).filter((kind) => kind !== "message")).toEqual(["consent", "run"]);
    expect(timeline.map(({ at }) => at)).toEqual(
      timeline
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    expect(timeline.filter(({ kind }) => kind === "message")).toHaveLength(9);
    const { data: messages } = await ok(`GET /v1/messages?contact=${contact.id}&direction=in`);
    expect(messages.map(({ text }: { text: string }) => text)).toEqual([
      "STOP",
      "Great phone",
      "John",
      "iPhone 15",
      "REVIEW",
    ]);
    expect((await ok(`GET /v1/messages/${messages[0].id}`)).receipts).toEqual([]);
  });
});

describe("a conversation", () => {
  test("is taken over, answered by a person, and given back", async () => {
    const person = freshNumber();
    await ask(person, "review");
    const run = await responseOf(person);
    expect(await ok(`GET /v1/conversations/${run.id}`)).toMatchObject({
      live: { phase: "asking", node: "product", optedOut: false },
    });
    await ok(`POST /v1/conversations/${run.id}/take-over`);
    expect(await ask(person, "Is anybody there?")).toEqual([]);
    await ok(`POST /v1/conversations/${run.id}/reply`, { text: "I am, how can I help?" });
    const sent = await eventually(async () => carrier.posted.find(({ to }) => to === person));
    expect(sent.body).toBe("I am, how can I help?");
    await ok(`POST /v1/conversations/${run.id}/release`);
    expect((await ok(`GET /v1/conversations/${run.id}`)).live.phase).toBe("asking");
    const list = await ok("GET /v1/conversations");
    expect(list.data.map(({ id }: { id: string }) => id)).toContain(run.id);
    const { data } = await ok(`GET /v1/audit?subjectId=${run.id}`);
    expect(data.map(({ action }: { action: string }) => action)).toEqual([
      "conversation.release",
      "conversation.take-over",
    ]);
  });

  test("is begun by us once, however often the same request comes", async () => {
    const [person, headers] = [freshNumber(), { "idempotency-key": "order-17" }];
    const first = await ok("POST /v1/flows/product-review/start", { lineId, to: person }, { headers });
    expect(first.kind).toBe("started");
    const second = await call("POST /v1/flows/product-review/start", { lineId, to: person }, { headers });
    expect([second.body, second.headers.get("idempotent-replayed")]).toEqual([first, "true"]);
    await eventually(async () => carrier.posted.find(({ to }) => to === person));
    expect(carrier.posted).toHaveLength(1);
    const again = await call("POST /v1/flows/product-review/start", { lineId, to: person });
    expect(again.body.error).toMatchObject({
      code: "conflict",
      message: "This person is in a conversation on this line already.",
    });
  });
});

describe("a contact", () => {
  test("is added by number, found by number, changed, and forgotten", async () => {
    const number = freshNumber();
    const added = await ok("POST /v1/contacts", {
      number,
      name: "Ana",
      language: "es",
      attributes: { plan: "gold", visits: 3 },
      tags: ["vip"],
    });
    expect(added).toMatchObject({
      name: "Ana",
      language: "es",
      attributes: { plan: { value: "gold" }, visits: { value: 3 } },
    });
    await ok("POST /v1/contacts", { number, attributes: { plan: null } });
    await ok(`PATCH /v1/contacts/${added.id}`, { name: null, addTags: ["new"], removeTags: ["vip"] });
    const [found] = (await ok("POST /v1/contacts/search", { number: number.replace(/^\+1/, "001 ") })).data;
    expect(found).toMatchObject({
      id: added.id,
      name: null,
      attributes: { plan: { value: null } },
      tags: [{ tag: "new" }],
    });
    expect((await ok("GET /v1/contacts?tag=new")).data).toHaveLength(1);
    expect((await ok("GET /v1/contacts?tag=vip")).data).toEqual([]);

    await ok(`POST /v1/contacts/${added.id}/erase`, { confirm: "erase" });
    await eventually(async () => (await ok(`GET /v1/contacts/${added.id}`)).erasedAt !== null);
    expect(await ok(`GET /v1/contacts/${added.id}`)).toMatchObject({
      attributes: {},
      tags: [],
      addresses: [{ address: null }],
    });
    expect((await ok("GET /v1/contacts?q=ana")).data).toEqual([]);
  });

  test("given by the campaign platform's own line keeps what we were told as a grant", async () => {
    const { id } = await ok("POST /v1/users", {
      phone: freshNumber(),
      first_name: "Ana",
      attributes: { plan: "gold" },
      consent: { source: "web form" },
    });
    expect((await ok(`GET /v1/contacts/${id}/consents`)).data).toMatchObject([
      { kind: "grant", source: "api", words: "web form" },
    ]);
    expect((await ok(`GET /v1/contacts/${id}`)).addresses[0].consent).toBe("none");
  });
});

describe("what owners look after", () => {
  test("a letter nobody could deal with is sent again, once", async () => {
    const record = { kind: "stray", id: crypto.randomUUID(), from: "", to: LINE, text: "hello?", at: 1 };
    await env.DB.prepare(
      "INSERT INTO dead_letters (id, queue, body, error, at) VALUES ('letter-1', 'records', ?, 'poison', 1)",
    )
      .bind(JSON.stringify(record))
      .run();
    expect((await ok("GET /v1/dead-letters")).data).toMatchObject([
      { id: "letter-1", body: { text: "hello?" }, replayedAt: null },
    ]);
    await ok("POST /v1/dead-letters/letter-1/replay");
    const notice = await eventually(async () => (await ok("GET /v1/notices?kind=stray")).data[0]);
    expect(notice.text).toBe("From an unknown sender: hello?");
    expect((await call("POST /v1/dead-letters/letter-1/replay")).status).toBe(409);
    await ok(`POST /v1/notices/${notice.id}/done`);
    expect((await ok("GET /v1/notices?kind=stray")).data).toEqual([]);
    expect((await ok("GET /v1/notices?kind=stray&done=true")).data).toMatchObject([{ doneBy: "owner" }]);
  });

  test("settings are changed one by one", async () => {
    expect((await ok("GET /v1/settings")).retention).toEqual({
      messages: 730,
      media: 365,
      emails: 30,
      deadLetters: 90,
    });
    expect((await ok("PATCH /v1/settings", { retention: { media: 30 } })).retention).toEqual({
      messages: 730,
      media: 30,
      emails: 30,
      deadLetters: 90,
    });
  });
});
