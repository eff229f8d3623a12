// Contacts on real input: names in any alphabet, numbers as they are written at home, people who are not there any more.
import { beforeEach, describe, expect, test } from "vitest";
import { Flow } from "#core/conversation/flow";
import { call, ok } from "./api-calls.ts";
import type { Answer } from "./api-calls.ts";
import { fakeCarrier } from "./carrier.ts";
import { ask, eventually, freshNumber, publish } from "./story.ts";

const add = (more: object = {}, number = freshNumber()): Promise<Answer["body"]> =>
  ok("POST /v1/contacts", { number, ...more });
const message = async (where: string, body?: object): Promise<string> =>
  (await call(where, body)).body.error.message;

beforeEach(() => {
  fakeCarrier();
});

describe("a name is found", () => {
  test.each([
    ["Émilie Ørsted", "ÉMILIE"],
    ["Émilie Ørsted", "ørsted"],
    ["Zoë", "zoË"],
    ["Иван", "иВАН"],
    ["ΣΟΦΟΣ", "σοφος"],
    ["Bob", " bOB "],
  ])("%s by %s", async (name, part) => {
    const { id } = await add({ name });
    const found = await ok(`GET /v1/contacts?q=${encodeURIComponent(part)}`);
    expect(found.data.map((row: { id: string }) => row.id)).toContain(id);
  });

  test("and by nothing that is not in it", async () => {
    const { id } = await add({ name: "Ærø" });
    const found = await ok(`GET /v1/contacts?q=${encodeURIComponent("æro")}`);
    expect(found.data.map((row: { id: string }) => row.id)).not.toContain(id);
  });
});

test("a number is not looked for in an address", async () => {
  expect(await message(`GET /v1/contacts?q=${encodeURIComponent("+44 7700 900123")}`)).toBe(
    "q is a number: POST /api/v1/contacts/search looks those up.",
  );
});

test("a number without its country's code is one of the country that is set", async () => {
  expect(await message("POST /v1/contacts", { number: "07700 900123" })).toBe(
    "number is no phone number: it has no country code we know.",
  );
  await ok("PATCH /v1/settings", { defaultCountry: "GB" });
  try {
    const { id, addresses } = await add({ name: "Ada" }, "07700 900123");
    expect(addresses.map(({ address }: { address: string }) => address)).toEqual(["+447700900123"]);
    const found = await ok("POST /v1/contacts/search", { number: "(07700) 900123" });
    expect(found.data.map((row: { id: string }) => row.id)).toEqual([id]);
    // With a code it is of that country, whatever is set.
    expect((await add({}, "+1 415 555 2671")).addresses[0].address).toBe("+14155552671");
  } finally {
    await ok("PATCH /v1/settings", { defaultCountry: null });
  }
});

test("of who was erased nothing is written down again, and no segment has them", async () => {
  const { id } = await add({ name: "Ada" });
  const everyone = await ok("POST /v1/segments", { name: `All ${id}`, filter: { all: [] } });
  expect((await ok(`GET /v1/segments/${everyone.id}/members/${id}`)).isIn).toBe(true);
  await ok(`POST /v1/contacts/${id}/erase`, { confirm: "erase" });
  expect(await message(`PATCH /v1/contacts/${id}`, { name: "Ada" })).toBe("This person was erased.");
  expect((await ok(`GET /v1/contacts/${id}`)).name).toBe(null);
  expect(await message(`GET /v1/segments/${everyone.id}/members/${id}`)).toBe("This person was erased.");
});

test("who was merged into somebody else is asked about there", async () => {
  const [ada, other] = [await add({ name: "Ada" }), await add()];
  const everyone = await ok("POST /v1/segments", { name: `All ${ada.id}`, filter: { all: [] } });
  await ok(`POST /v1/contacts/${ada.id}/merge`, { from: other.id });
  const { status, body } = await call(`GET /v1/segments/${everyone.id}/members/${other.id}`);
  expect([status, body.error.details]).toEqual([409, { mergedInto: ada.id }]);
});

test("a conversation that goes on hears whose number it turned out to be", async () => {
  const word = { kind: "ask", answer: { kind: "text" } } as const;
  const flow = Flow.parse({
    schema: 1,
    languages: ["en"],
    nodes: [
      { ...word, id: "a", text: { en: "{{ name | default: 'You' }}, a word." }, next: "b" },
      { ...word, id: "b", text: { en: "{{ name | default: 'You' }}, another." } },
    ],
  });
  await publish("whose", flow, "whose", { id: "line-words" });
  const number = freshNumber();
  expect(await ask(number, "whose")).toEqual(["You, a word."]);
  const stranger = await eventually(
    async () => (await ok("POST /v1/contacts/search", { number })).data[0] ?? false,
  );
  const ada = await add({ name: "Ada" });
  await ok(`POST /v1/contacts/${ada.id}/merge`, { from: stranger.id });
  expect(await ask(number, "apple")).toEqual(["Ada, another."]);
});

test("the audit names the fields that were given, and no other", async () => {
  const { id } = await add({ name: "Ada" });
  const audit = await ok("GET /v1/audit");
  const row = audit.data.find(({ subject }: { subject: { id: string } }) => subject.id === id);
  expect(row.detail).toEqual({ fields: ["name"] });
});
