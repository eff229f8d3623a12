// Contacts by API: what is known and since when, several numbers, two that are one person, everything in one file, forgetting.
import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Flow } from "#core/conversation/flow";
import { applyRecords } from "../../worker/actions/apply-records.ts";
import { openServices } from "../../worker/services.ts";
import { call, ok } from "./api-calls.ts";
import type { Answer } from "./api-calls.ts";
import { fakeCarrier } from "./carrier.ts";
import { ask, contactOf, eventually, freshNumber, loopFlow, publish } from "./story.ts";

const word = { kind: "ask", answer: { kind: "text" } } as const;
const namesFlow = Flow.parse({
  schema: 1,
  languages: ["en"],
  nodes: [
    { ...word, id: "a", text: { en: "{{ name }}, tell me a word." }, next: "b" },
    { ...word, id: "b", text: { en: "{{ name }}, another." } },
  ],
});

beforeAll(async () => {
  await publish("loop", loopFlow, "", { id: "line-contacts" });
  await publish("names", namesFlow, "names", { id: "line-contacts" });
});
beforeEach(() => {
  fakeCarrier();
});

const add = (more: object = {}, number = freshNumber()): Promise<Answer["body"]> =>
  ok("POST /v1/contacts", { number, ...more });
const read = (id: string): Promise<Answer["body"]> => ok(`GET /v1/contacts/${id}`);

function values(rows: Record<string, unknown>[], name: string) {
  return rows.map((row) => row[name]);
}

describe("what is known", () => {
  test("says since when, and from where", async () => {
    const { id } = await add({
      name: "Ada",
      attributes: { city: "Oslo", age: 36, vip: true },
      tags: ["driver"],
    });
    await ok(`PATCH /v1/contacts/${id}`, { language: "nb", categories: { onboarding: "hot" } });
    const shown = await read(id);
    const dated = { changedAt: expect.any(String), source: "api" };
    expect(shown.attributes).toEqual({
      city: { value: "Oslo", ...dated },
      age: { value: 36, ...dated },
      vip: { value: true, ...dated },
    });
    expect(shown.tags).toEqual([{ tag: "driver", ...dated }]);
    expect(shown.categories).toEqual({ onboarding: { category: "hot", ...dated } });
    expect(shown.given).toEqual({ name: dated, language: dated, zone: null });
  });

  test("a time zone is a guess from the number until somebody gives one", async () => {
    const { id } = await add({}, "+4712345678");
    expect((await read(id)).zones).toEqual({
      names: ["Arctic/Longyearbyen", "Europe/Oslo"],
      isGuess: true,
    });
    await ok(`PATCH /v1/contacts/${id}`, { zone: "America/New_York" });
    expect(await read(id)).toMatchObject({
      zone: "America/New_York",
      zones: { names: ["America/New_York"], isGuess: false },
    });
    await ok(`PATCH /v1/contacts/${id}`, { zone: null });
    expect((await read(id)).zones.isGuess).toBe(true);
  });

  test("a conversation that goes on hears what the staff change, and speaks by it at once", async () => {
    const number = freshNumber();
    const { id } = await add({ name: "Ada" }, number);
    expect(await ask(number, "names")).toEqual(["Ada, tell me a word."]);
    await ok(`PATCH /v1/contacts/${id}`, { name: "Grace", language: "es" });
    expect(await ask(number, "apple")).toEqual(["Grace, another."]);
  });

  test.each([
    ["category=hot", "name it as `funnel`"],
    ["is=Oslo", "name that as `attribute`"],
    ["standing=sleepy", "standing should be"],
    ["channel=fax", "channel should be"],
  ])("a list of %s is refused in words", async (query, message) => {
    expect((await call(`GET /v1/contacts?${query}`)).body.error.message).toContain(message);
  });
});

describe("several numbers", () => {
  test("one is added, and taken away with what was said there", async () => {
    const [first, second] = [freshNumber(), freshNumber()];
    const { id } = await add({ name: "Ada" }, first);
    const both = await ok(`POST /v1/contacts/${id}/addresses`, { number: second });
    expect(both.addresses.map(({ address }: { address: string }) => address).toSorted()).toEqual(
      [first, second].toSorted(),
    );
    // Again is no harm.
    expect((await ok(`POST /v1/contacts/${id}/addresses`, { number: second })).addresses).toHaveLength(2);
    await ask(second, "hello");
    const found = await eventually(async () => {
      const { data } = await ok(`GET /v1/contacts/${id}/timeline`);
      return data.find(({ text }: { text?: string }) => text === "hello");
    });
    expect(found).toBeTruthy();

    const addressId = (await contactOf(second)).name ?? "";
    expect((await ok(`DELETE /v1/contacts/${id}/addresses/${addressId}`)).addresses).toHaveLength(1);
    const own = (await ok("POST /v1/contacts/search", { number: second })).data[0];
    expect(own).toMatchObject({ id: addressId, name: null });
    expect((await ok(`GET /v1/contacts/${own.id}/timeline`)).data.length).toBeGreaterThan(0);
    expect((await call(`DELETE /v1/contacts/${own.id}/addresses/${addressId}`)).body.error).toMatchObject({
      code: "conflict",
      message: expect.stringContaining("only address"),
    });
  });

  test("the number a contact was made with leaves it under an id of its own", async () => {
    const [first, second] = [freshNumber(), freshNumber()];
    const { id } = await add({ name: "Ada" }, first);
    await ok(`POST /v1/contacts/${id}/addresses`, { number: second });
    await ok(`DELETE /v1/contacts/${id}/addresses/${id}`);
    const own = (await ok("POST /v1/contacts/search", { number: first })).data[0];
    expect(own.id).not.toBe(id);
    expect((await ok("POST /v1/contacts/search", { number: second })).data[0]).toMatchObject({
      id,
      name: "Ada",
    });
  });

  test("no more than ten", async () => {
    const { id } = await add();
    for (let count = 1; count < 10; count += 1)
      await ok(`POST /v1/contacts/${id}/addresses`, { number: freshNumber() });
    const answer = await call(`POST /v1/contacts/${id}/addresses`, { number: freshNumber() });
    expect(answer.body.error).toMatchObject({
      code: "conflict",
      message: "A contact has at most 10 addresses.",
    });
    const other = await add();
    const merged = await call(`POST /v1/contacts/${id}/merge`, { from: other.id });
    expect(merged.body.error.message).toBe("A contact has at most 10 addresses.");
  });

  test("one that is somebody else's is refused, and says whose", async () => {
    const number = freshNumber();
    const [{ id }, other] = [await add(), await add({}, number)];
    const answer = await call(`POST /v1/contacts/${id}/addresses`, { number });
    expect(answer.body.error).toMatchObject({ code: "conflict", details: { contactId: other.id } });
    expect((await call(`POST /v1/contacts/${id}/addresses`, { number: "12" })).body.error.message).toContain(
      "number is no phone number",
    );
    expect((await call(`DELETE /v1/contacts/${id}/addresses/${other.id}`)).status).toBe(404);
  });
});

describe("two that are one person", () => {
  test("their rows move, the newer counts, and both conversations go on", async () => {
    const [first, second] = [freshNumber(), freshNumber()];
    const ada = await add({ name: "Ada", attributes: { city: "Oslo", pet: "cat" }, tags: ["a"] }, first);
    const copy = await add(
      { name: "Ada L.", attributes: { city: "Bergen" }, tags: ["b"], categories: { f: "hot" } },
      second,
    );
    await ok(`PATCH /v1/contacts/${ada.id}`, { attributes: { pet: "dog" } });
    await ask(first, "hello");
    await ask(second, "hello");

    const merged = await ok(`POST /v1/contacts/${ada.id}/merge`, { from: copy.id });
    expect(merged.addresses).toHaveLength(2);
    expect(merged.name).toBe("Ada L.");
    expect(merged.attributes).toMatchObject({ city: { value: "Bergen" }, pet: { value: "dog" } });
    expect(merged.tags.map(({ tag }: { tag: string }) => tag)).toEqual(["a", "b"]);
    expect(merged.categories).toMatchObject({ f: { category: "hot" } });

    expect(await ask(first, "apple")).toEqual(["Another, please."]);
    expect(await ask(second, "pear")).toEqual(["Another, please."]);
    const words = await eventually(async () => {
      const { data } = await ok(`GET /v1/contacts/${ada.id}/timeline`);
      const said = data.map(({ text }: { text?: string }) => text);
      return said.includes("apple") && said.includes("pear") && said;
    });
    expect(words).toContain("hello");

    expect(await read(copy.id)).toMatchObject({ mergedInto: ada.id, name: null, addresses: [], tags: [] });
    for (const where of [`PATCH /v1/contacts/${copy.id}`, `POST /v1/contacts/${copy.id}/merge`])
      expect(
        (await call(where, where.startsWith("PATCH") ? { name: "X" } : { from: ada.id })).body.error,
      ).toMatchObject({
        code: "conflict",
        details: { mergedInto: ada.id },
      });
    // Twice is no harm.
    expect((await ok(`POST /v1/contacts/${ada.id}/merge`, { from: copy.id })).addresses).toHaveLength(2);
    const { data } = await ok("POST /v1/contacts/search", { number: second });
    expect(data[0].id).toBe(ada.id);
  });

  test("a merge into oneself, or of nobody, is refused", async () => {
    const { id } = await add();
    expect((await call(`POST /v1/contacts/${id}/merge`, { from: id })).body.error.message).toBe(
      "from is this very contact.",
    );
    expect((await call(`POST /v1/contacts/${id}/merge`, { from: "nobody" })).status).toBe(404);
    expect((await call(`POST /v1/contacts/nobody/merge`, { from: id })).status).toBe(404);
    expect((await call(`POST /v1/contacts/${id}/merge`, {})).body.error.message).toContain("from is missing");
  });
});

describe("everything about a person", () => {
  test("is one file, for owners, with every word at every number; that it was asked for is recorded", async () => {
    const [first, second] = [freshNumber(), freshNumber()];
    const { id } = await add({ name: "Ada", attributes: { city: "Oslo" }, tags: ["a"] }, first);
    await ok(`POST /v1/contacts/${id}/addresses`, { number: second });
    await ask(first, "hello");
    await ask(first, "apple");
    await ask(second, "STOP");
    await eventually(() =>
      env.DB.prepare(
        "SELECT 1 FROM messages m JOIN addresses a ON a.id = m.address_id WHERE a.value = ? AND m.body = 'STOP'",
      )
        .bind(second)
        .first(),
    );
    const answer = await call(`GET /v1/contacts/${id}/everything`);
    expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="contact-${id}.json"`);
    const { body } = answer;
    expect(new Set(values(body.addresses, "value"))).toEqual(new Set([first, second]));
    expect(body.attributes).toMatchObject([{ name: "city", value: "Oslo", source: "api" }]);
    expect(values(body.messages, "body")).toEqual(expect.arrayContaining(["hello", "apple", "STOP"]));
    expect(body.consents).toMatchObject([{ kind: "opt-out", words: "STOP", channel: "*" }]);
    expect(body.silences).toMatchObject([{ channel: "*", stoppedAt: expect.stringContaining("T") }]);
    expect(values(body.conversations, "answers")).toContainEqual({
      word: expect.objectContaining({ value: "apple" }),
    });
    expect(values(body.audit, "action")).toEqual(["contact.save", "contact.add-address", "contact.export"]);

    const { token } = await ok("POST /v1/tokens", { name: "editor", role: "editor" });
    expect((await call(`GET /v1/contacts/${id}/everything`, undefined, { token })).status).toBe(403);
    expect((await call("GET /v1/contacts/nobody/everything")).status).toBe(404);
  });
});

describe("deleting", () => {
  test("is forgetting: at once, at every number, and only when it is meant", async () => {
    const [first, second] = [freshNumber(), freshNumber()];
    const { id } = await add({ name: "Ada", attributes: { city: "Oslo" } }, first);
    await ok(`POST /v1/contacts/${id}/addresses`, { number: second });
    await ok(`POST /v1/contacts/${id}/permissions`, { kind: "grant", proof: "my secret form" });
    expect((await call(`DELETE /v1/contacts/${id}`)).body.error.message).toContain("confirm is missing");
    expect((await call(`DELETE /v1/contacts/${id}?confirm=erase`)).status).toBe(202);
    const gone = await read(id);
    expect(gone).toMatchObject({ name: null, attributes: {}, erasedAt: expect.any(String) });
    expect(gone.addresses.map(({ address }: { address: null }) => address)).toEqual([null, null]);
    const { results } = await env.DB.prepare("SELECT words FROM consents WHERE address_id = ?")
      .bind(id)
      .all();
    expect(results).toEqual([{ words: "" }]);
    expect(
      (await call(`POST /v1/contacts/${id}/permissions`, { kind: "grant", proof: "x" })).body.error.message,
    ).toBe("This person was erased.");
    // Given to us again in the next breath, they are somebody new, and the record that follows the object changes nothing.
    const again = await add({ name: "Grace" }, first);
    const erased = await env.DB.prepare("SELECT id, erased_at AS at FROM addresses WHERE contact_id = ?")
      .bind(id)
      .all<{ id: string; at: number }>();
    const services = await openServices(env);
    await applyRecords(
      services,
      erased.results.map(({ id: addressId, at }) => ({ kind: "erase", addressId, at })),
    );
    expect(await read(again.id)).toMatchObject({ name: "Grace", attributes: {} });
    expect((await ok("POST /v1/contacts/search", { number: first })).data[0].addresses[0].standings.sms).toBe(
      "unknown",
    );
  });
});
