// Lines and the words that start something on them.
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { openServices } from "../../worker/services.ts";
import productReview from "../fixtures/flows/product-review.json";
import { call, ok } from "./api-calls.ts";
import { LINE } from "./api-refusals.ts";
import { fakeCarrier } from "./carrier.ts";
import { ask, contactOf, eventually, freshNumber } from "./story.ts";

async function publish(slug: string): Promise<void> {
  await ok("POST /v1/flows", { slug, name: slug, draft: productReview });
  await ok(`POST /v1/flows/${slug}/publish`);
}

describe("a line", () => {
  test("is changed field by field; null takes one away; who answers STOP is said for each", async () => {
    const line = await ok("POST /v1/lines", { ...LINE, unmatchedReply: { en: "Sorry?" } });
    expect(line).toMatchObject({
      optOutBy: "twilio",
      language: "en",
      zone: "UTC",
      unmatchedReply: { en: "Sorry?" },
    });
    const changed = await ok(`PATCH /v1/lines/${line.id}`, { zone: "Europe/London", unmatchedReply: null });
    expect(changed).toMatchObject({ zone: "Europe/London", name: LINE.name });
    expect(changed).not.toHaveProperty("unmatchedReply");
    const refused = await call(`PATCH /v1/lines/${line.id}`, { channel: "whatsapp", sender: "whatsapp" });
    expect(refused.body.error.details).toEqual([{ path: "channel", message: "cannot be changed" }]);
    const { data } = await ok(`GET /v1/audit?subjectId=${line.id}`);
    expect(data.map(({ action, detail }: { action: string; detail: unknown }) => [action, detail])).toEqual([
      ["line.change", { fields: ["zone", "unmatchedReply"] }],
      ["line.create", { channel: "sms", sender: "long-code" }],
    ]);
  });

  test("that is archived gives its address free, and its words start nothing", async () => {
    const address = "+15005550120";
    const line = await ok("POST /v1/lines", { ...LINE, address });
    await publish("archived-line");
    await ok("POST /v1/triggers", { lineId: line.id, flow: "archived-line" });
    expect(await ask(freshNumber(), "hello", { to: address })).toEqual([
      "Hi! Which product is this review for?",
    ]);
    await ok(`POST /v1/lines/${line.id}/archive`);
    expect(await ask(freshNumber(), "hello", { to: address })).toEqual([]);
    expect((await ok("GET /v1/lines")).data.map(({ id }: { id: string }) => id)).not.toContain(line.id);
    expect((await ok("GET /v1/lines?archived=true")).data.map(({ id }: { id: string }) => id)).toContain(
      line.id,
    );
    expect((await call(`PATCH /v1/lines/${line.id}`, { name: "Again" })).status).toBe(409);
    expect((await call("POST /v1/lines", { ...LINE, address })).status).toBe(201);
  });

  test("that is changed counts for who is in conversation on it: its words, and its hours", async () => {
    const address = "+15005550122";
    const carrier = fakeCarrier();
    const line = await ok("POST /v1/lines", { ...LINE, address, helpReply: { en: "Call 555 0100." } });
    await publish("changed-line");
    await ok("POST /v1/triggers", { lineId: line.id, flow: "changed-line" });
    const person = freshNumber();
    await ask(person, "hello", { to: address });
    // Twilio answers HELP on such a line, until we say that we do.
    expect(await ask(person, "HELP", { to: address })).toEqual([]);
    await eventually(async () =>
      (await ok("GET /v1/conversations")).data.some(
        ({ contact }: { contact: { address: string } }) => contact.address === person,
      ),
    );
    await ok(`PATCH /v1/lines/${line.id}`, { optOutBy: "us", hours: { days: {} } });
    await eventually(async () => (await ask(person, "HELP", { to: address }))[0] === "Call 555 0100.");
    // The reminder of a day later finds the line closed for good.
    const services = await openServices(env);
    const contact = await contactOf(person);
    await contact.tick({ now: services.clock.now() + 25 * 3_600_000 });
    expect((await contact.snapshot()).conversations).toEqual([]);
    expect(carrier.posted).toEqual([]);
  });

  test("of a web chat opens a published flow to everybody, and only such a one", async () => {
    const chat = { ...LINE, channel: "chat", sender: "chat", address: "open-house" };
    await ok("POST /v1/flows", { slug: "open-house", name: "Open house", draft: productReview });
    expect((await call("POST /v1/lines", chat)).body.error.message).toMatch(/"open-house" is none/);
    await ok("POST /v1/flows/open-house/publish");
    expect(await ok("POST /v1/lines", chat)).toMatchObject({ channel: "chat", optOutBy: "us" });
  });
});

describe("a keyword", () => {
  test("is kept as it is compared, once per line", async () => {
    const { id: lineId } = await ok("POST /v1/lines", { ...LINE, address: "+15005550121" });
    await publish("keyword");
    const trigger = await ok("POST /v1/triggers", { lineId, flow: "keyword", keyword: "  Révïew! " });
    expect(trigger).toMatchObject({ keyword: "review", flowSlug: "keyword" });
    expect(
      (await call("POST /v1/triggers", { lineId, flow: "keyword", keyword: "REVIEW" })).body.error.message,
    ).toBe("This line has this keyword already.");
    expect(
      (await call("POST /v1/triggers", { lineId, flow: "keyword", keyword: "!?" })).body.error.details[0]
        .path,
    ).toBe("keyword");
    expect(await ask(freshNumber(), "review please", { to: "+15005550121" })).toHaveLength(1);
    await ok(`DELETE /v1/triggers/${trigger.id}`);
    expect(await ask(freshNumber(), "review", { to: "+15005550121" })).toEqual([]);
    expect((await call(`DELETE /v1/triggers/${trigger.id}`)).status).toBe(404);
  });
});
