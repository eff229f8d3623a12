// The systems this began from, each in its own words and with its own calls: survey line, review collector, campaign platform.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { readFlow } from "../core/conversation/stage.ts";
import { eventually } from "../system/eventually.ts";
import { startSystem, type TestSystem } from "./harness.ts";
import { type Line, organise, type Organiser } from "./organiser.ts";

const SURVEY = {
  schema: 1,
  languages: ["en"],
  nodes: [
    {
      id: "agree",
      kind: "consent",
      mode: "confirm",
      text: { en: "May we ask you three questions? Reply YES or NO." },
      refused: "bye",
    },
    {
      id: "often",
      kind: "ask",
      text: { en: "1/3 How many times a week do you ride the bus?" },
      answer: { kind: "number", min: 0, max: 50 },
    },
    {
      id: "late",
      kind: "ask",
      text: { en: "2/3 Is it mostly on time?" },
      answer: { kind: "yes-no" },
    },
    { id: "wish", kind: "ask", text: { en: "3/3 What would you change?" }, answer: { kind: "text" } },
    { id: "thanks", kind: "end", text: { en: "Thank you for taking part." } },
    { id: "bye", kind: "end", disposition: "refused", text: { en: "No problem." } },
  ],
};
const HELLO = {
  schema: 1,
  languages: ["en"],
  nodes: [
    {
      id: "hello",
      kind: "say",
      text: {
        en: "Hi {{ first_name | default: 'friend' }}, the {{ contact.city | default: 'next' }} market is on Saturday.",
      },
    },
  ],
};

let system: TestSystem;
let organiser: Organiser;
let texts: Line;
let whatsapp: Line;

beforeAll(async () => {
  system = await startSystem();
  organiser = organise(system);
  texts = await organiser.addLine({ name: "Texts", address: "+447700900100" });
  whatsapp = await organiser.addLine({
    name: "WhatsApp",
    channel: "whatsapp",
    sender: "whatsapp",
    address: "+442079460100",
  });
  await organiser.publish("bus-survey", SURVEY);
  await organiser.publish("product-review", readFlow("product-review"));
  await organiser.publish("hello", HELLO);
  await organiser.startWith(texts, "bus-survey", "survey");
  await organiser.startWith(whatsapp, "product-review");
});

afterAll(() => system.stop());

/** As the seeds' READMEs have it: `curl -X POST .../path -H 'Content-Type: application/json' -d '{...}'`, with an Authorization. */
function curl(
  path: string,
  data?: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return system.api.call(
    path,
    data === undefined
      ? { headers }
      : {
          method: "POST",
          headers: { "content-type": "application/json", ...headers },
          body: JSON.stringify(data),
        },
  );
}

describe("the survey line", () => {
  test("sends a survey, asks one question at a time, saves the answers, and knows who opted in", async () => {
    const ana = system.handset("+447700900301");
    const sent = await curl("/api/v1/flows/bus-survey/start", { lineId: texts.id, to: ana.number });
    expect([sent.status, await sent.json()]).toEqual([202, expect.objectContaining({ kind: "started" })]);
    await ana.expect("May we ask you three questions? Reply YES or NO.", { withinMs: 5_000 });
    await ana.text(texts.address, "Yes");
    await ana.expect("1/3 How many times a week do you ride the bus?");
    await ana.text(texts.address, "about ten");
    await ana.expect("2/3 Is it mostly on time?");
    await ana.text(texts.address, "nope");
    await ana.expect("3/3 What would you change?");
    await ana.text(texts.address, "More buses at night");
    await ana.expect("Thank you for taking part.");

    await system.recorded();
    const { answers, disposition } = await organiser.responseOf(ana.number, "bus-survey");
    expect(disposition).toBe("completed");
    expect(answers).toMatchObject({
      often: { value: 10 },
      late: { value: false },
      wish: { value: "More buses at night" },
    });
    expect(await organiser.consentsOf(ana.number)).toEqual([
      { kind: "grant", source: "person", words: "Yes" },
    ]);
  });

  test("leaves alone whoever opts out, also when the survey is sent to them again", async () => {
    const bo = system.handset("+447700900302");
    await bo.text(texts.address, "SURVEY");
    await bo.expect("May we ask you three questions?");
    await bo.text(texts.address, "STOP");
    const sent = await curl("/api/v1/flows/bus-survey/start", { lineId: texts.id, to: bo.number });
    expect([sent.status, await sent.json()]).toEqual([
      409,
      { error: expect.objectContaining({ message: "This person has asked to hear nothing from us." }) },
    ]);
    expect(bo.inbox().map(({ by }) => by)).toEqual(["product", "carrier"]);
  });

  test("is the same over a WebSocket", async () => {
    const chat = { name: "Bus chat", channel: "chat", sender: "chat", address: "bus-survey" } as const;
    await organiser.addLine(chat);
    const visitor = await system.visit("bus-survey");
    await visitor.expect("May we ask you three questions?");
    visitor.say("yes");
    await visitor.expect("1/3 How many times a week do you ride the bus?");
    visitor.say("4");
    await visitor.expect("2/3 Is it mostly on time?");
    await visitor.reconnect();
    visitor.say("yes");
    await visitor.expect("3/3 What would you change?");
    visitor.say("Nothing");
    await visitor.expect("Thank you for taking part.");
    visitor.leave();
    const Saved = z.object({
      data: z.array(
        z.object({ contact: z.object({ kind: z.string() }), disposition: z.string().nullable() }),
      ),
    });
    await eventually(async () => {
      const { data } = await system.api.get("/api/v1/responses?flow=bus-survey&q=nothing", Saved);
      return data.some(
        ({ contact, disposition }) => contact.kind === "visitor" && disposition === "completed",
      );
    });
  });
});

/** Talks to the collector from the first word to the last. */
async function review(number: string, product: string, name: string, words: string): Promise<void> {
  const person = system.handset(number, { name });
  await person.text(whatsapp.address, "hi");
  await person.expect("Hi! Which product is this review for?");
  await person.text(whatsapp.address, product);
  await person.expect("Okay, got it. What's your name?");
  await person.text(whatsapp.address, name);
  await person.expect(`Please send your review for ${product}.`);
  await person.text(whatsapp.address, words);
  await person.expect(`Thanks ${name} -- your review for ${product} has been recorded.`);
}

describe("the review collector", () => {
  test("collects reviews by WhatsApp and lists them newest first, with what became of the last message", async () => {
    await review("+447700900311", "iPhone 15", "John", "Great phone!");
    system.handset("+447700900312").setReads(false);
    await review("+447700900312", "Blender", "Mia", "Loud, but it crushes ice.");
    await system.handset("+447700900313").text(whatsapp.address, "hello");

    const Reviews = z.array(z.object({ product: z.string(), deliveryStatus: z.string().nullable() }).loose());
    const list = async () => Reviews.parse(await (await curl("/api/reviews")).json());
    const reviews = await eventually(async () => {
      const all = await list();
      return all.map(({ deliveryStatus }) => deliveryStatus).join() === "delivered,read" ? all : null;
    });
    expect(reviews).toEqual([
      {
        id: expect.any(String),
        product: "Blender",
        name: "Mia",
        review: "Loud, but it crushes ice.",
        phone: "+447700900312",
        createdAt: expect.any(String),
        deliveryStatus: "delivered",
      },
      expect.objectContaining({ product: "iPhone 15", name: "John", review: "Great phone!" }),
    ]);
    const first = await curl("/api/reviews?limit=1");
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get("link") ?? "")?.[1] ?? "";
    expect(await (await curl(next)).json()).toMatchObject([{ product: "iPhone 15" }]);
  });

  test("shows them to nobody without a token", async () => {
    expect((await curl("/api/reviews", undefined, { authorization: "" })).status).toBe(401);
  });
});

describe("the campaign platform", () => {
  test("adds a user with attributes and consent, whom a template then greets by name", async () => {
    const made = await curl("/api/v1/users", {
      phone: "+447700900321",
      first_name: "Ada",
      last_name: "Reyes",
      attributes: { city: "Leeds" },
      consent: true,
    });
    expect(made.status).toBe(201);
    const { id } = z.object({ id: z.string() }).parse(await made.json());
    expect(await (await curl(`/api/v1/contacts/${id}`)).json()).toMatchObject({
      name: "Ada Reyes",
      attributes: { city: { value: "Leeds" }, first_name: { value: "Ada" } },
    });
    expect(await organiser.consentsOf("+447700900321")).toMatchObject([{ kind: "grant", source: "api" }]);

    const ada = system.handset("+447700900321");
    await curl("/api/v1/flows/hello/start", { lineId: texts.id, to: ada.number });
    await ada.expect("Hi Ada, the Leeds market is on Saturday.", { withinMs: 5_000 });
  });

  test("sends a template to a segment when its campaign is launched", async () => {
    const cities = { "+447700900331": "Hull", "+447700900332": "Hull", "+447700900333": "York" };
    for (const [phone, city] of Object.entries(cities))
      await curl("/api/v1/users", { phone, first_name: `Of ${city}`, attributes: { city }, consent: true });
    const make = async (path: string, data: object) =>
      z.object({ id: z.string() }).parse(await (await curl(path, data)).json()).id;
    const template_id = await make("/api/v1/templates", {
      name: "Market",
      body: "Hi {{ first_name }}, the market is on Saturday.",
      placeholders: ["first_name"],
    });
    const segment_id = await make("/api/v1/segments", {
      name: "Hull",
      filters: [{ path: "attributes.city", op: "eq", value: "Hull" }],
    });
    const id = await make("/api/v1/campaigns", {
      name: "Market",
      template_id,
      segment_id,
      line_id: texts.id,
    });
    const launched = await curl(`/api/v1/campaigns/${id}/launch`, {});
    expect(launched.status).toBe(202);

    const [ana, ben, cem] = Object.keys(cities).map((number) => system.handset(number));
    await ana?.expect("Hi Of Hull, the market is on Saturday.", { withinMs: 15_000 });
    await ben?.expect("Hi Of Hull, the market is on Saturday.", { withinMs: 15_000 });
    await eventually(async () => {
      const figures = z
        .object({ planned: z.int(), delivered: z.int(), state: z.string() })
        .parse(await (await curl(`/api/v1/campaigns/${id}/figures`)).json());
      return figures.state === "done" && figures.planned === 2 && figures.delivered === 2;
    });
    expect(cem?.inbox()).toEqual([]);
  });

  test("sends a test message to a number of one's own", async () => {
    const mine = system.handset("+447700900322");
    const sent = await curl("/api/v1/messages/test/send", { to: mine.number, body: "Testing, testing." });
    expect(sent.status).toBe(202);
    await mine.expect("Testing, testing.", { withinMs: 5_000 });
    const { messageId } = z.object({ messageId: z.string() }).parse(await sent.json());
    await eventually(async () => {
      const [message] = await organiser.messagesOf(mine.number);
      return message?.id === messageId && message.status === "delivered";
    });
  });

  test("verifies Twilio's credentials, and says what Twilio said", async () => {
    const works = await curl("/api/v1/debug/twilio/verify");
    expect(await works.json()).toMatchObject({ kind: "ok", status: "active" });
    for (const status of [401, 503]) {
      system.carrier.faults.requests.next({ kind: "refused", status });
      const fails = await curl("/api/v1/debug/twilio/verify");
      expect(await fails.json()).toMatchObject({ kind: "refused", status });
    }
  });

  test.each([
    ["/api/v1/users", { phone: "+447700900323" }],
    ["/api/v1/messages/test/send", { to: "+447700900323", body: "hi" }],
    ["/api/v1/debug/twilio/verify", undefined],
  ])("does nothing for strangers: %s", async (path, data) => {
    const answer = await curl(path, data, { authorization: "Bearer wrong" });
    expect(answer.status).toBe(401);
    expect(system.handset("+447700900323").inbox()).toEqual([]);
  });
});
