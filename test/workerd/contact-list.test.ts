// The list of contacts: who fits, in which order, page by page; and the words in use, to choose from.
import { expect, test } from "vitest";
import { ok } from "./api-calls.ts";
import type { Answer } from "./api-calls.ts";
import { freshNumber } from "./story.ts";

const add = (more: object = {}): Promise<Answer["body"]> =>
  ok("POST /v1/contacts", { number: freshNumber(), ...more });

test("a list comes in the order asked for, page by page, and who has no name comes last", async () => {
  const tag = `order-${crypto.randomUUID().slice(0, 8)}`;
  for (const name of ["bea", "Ada", undefined, "Cem"])
    await add({ ...(name !== undefined && { name }), tags: [tag] });
  const walk = async (sort: string) => {
    const found: (string | null)[] = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const at = cursor === "" ? "" : `&cursor=${cursor}`;
      const page = await ok(`GET /v1/contacts?tag=${tag}&sort=${sort}&limit=1${at}`);
      found.push(...page.data.map(({ name }: { name: string | null }) => name));
      expect(page.data[0].tags).toEqual([tag]);
      cursor = page.next;
    }
    return found;
  };
  expect(await walk("name")).toEqual(["Ada", "bea", "Cem", null]);
  expect((await walk("oldest")).toReversed()).toEqual(await walk("newest"));
});

test("the words in use are there to choose from", async () => {
  const [tag, funnel] = ["a-tag-in-use", "a_funnel_in_use"] as const;
  await add({
    tags: [tag],
    language: "pt-BR",
    attributes: { shoe_size: 42 },
    categories: { [funnel]: "hot" },
  });
  const words = await ok("GET /v1/contacts/vocabulary");
  expect(words.tags).toContain(tag);
  expect(words.tags).toEqual(words.tags.toSorted());
  expect(words.attributes).toContain("shoe_size");
  expect(words.languages).toContain("pt-BR");
  expect(words.funnels).toContainEqual({ name: funnel, categories: ["hot"] });
});

test("a list is of those whom every condition fits", async () => {
  const tag = `list-${crypto.randomUUID().slice(0, 8)}`;
  const ada = await add({ name: "Ada", tags: [tag], attributes: { city: "Oslo", age: 36 } });
  const bob = await add({ name: "Bob", tags: [tag], categories: { f: "hot" } });
  await ok(`POST /v1/contacts/${bob.id}/permissions`, { kind: "grant", proof: "said so", channel: "sms" });
  const names = async (query: string) =>
    (await ok(`GET /v1/contacts?tag=${tag}&${query}`)).data
      .map(({ name }: { name: string }) => name)
      .toSorted();
  expect(await names("")).toEqual(["Ada", "Bob"]);
  expect(await names("q=ad")).toEqual(["Ada"]);
  expect(await names("attribute=city&is=Oslo")).toEqual(["Ada"]);
  expect(await names("attribute=age&is=36")).toEqual(["Ada"]);
  expect(await names("attribute=age")).toEqual(["Ada"]);
  expect(await names("attribute=age&is=37")).toEqual([]);
  expect(await names("funnel=f")).toEqual(["Bob"]);
  expect(await names("funnel=f&category=cold")).toEqual([]);
  expect(await names("standing=granted")).toEqual(["Bob"]);
  expect(await names("standing=granted&channel=whatsapp")).toEqual([]);
  expect(await names("standing=unknown&channel=sms")).toEqual([ada.name]);
  expect(await names("standing=opted-out")).toEqual([]);
  expect(await names("reach=whatsapp")).toEqual(["Ada", "Bob"]);
  expect(await names("reach=chat")).toEqual([]);
  await ok(`PATCH /v1/contacts/${bob.id}`, { language: "pt-BR" });
  expect(await names("language=pt-BR")).toEqual(["Bob"]);
  expect(await names(`createdFrom=${ada.createdAt}`)).toEqual(["Ada", "Bob"]);
  expect(await names(`createdBefore=${ada.createdAt}`)).toEqual([]);
});
