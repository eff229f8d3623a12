// Organisers say who is meant: filters that find people, lists people are put on.
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { call, ok } from "./api-calls.ts";

const ids: Record<string, string> = {};

async function add(key: string, contact: object): Promise<void> {
  ids[key] = (await ok("POST /v1/contacts", contact)).id;
}

beforeAll(async () => {
  await add("ann", {
    number: "+12065550101",
    name: "Ann",
    tags: ["vip"],
    attributes: { plan: "premium", score: 9 },
  });
  await add("ben", { number: "+12065550102", name: "Ben", attributes: { plan: "Premium" } });
  await add("zoë", {
    number: "+12065550103",
    name: "Zoë",
    tags: ["VIP"],
    attributes: { plan: "free", score: "10" },
  });
});

const names = async (segment: string): Promise<string[]> => {
  const { data } = await ok(`GET /v1/segments/${segment}/members`);
  return data.map(({ name }: { name: string }) => name).toSorted();
};

test("the flat list of filters is a segment as it stands", async () => {
  const filters = [{ path: "attributes.plan", op: "eq", value: "premium" }];
  const kept = await ok("POST /v1/segments", { name: "Premium", filter: { filters } });
  expect(kept).toMatchObject({ kind: "filter", count: 2, sentence: "Everyone whose plan is “premium”." });
  expect(await names(kept.id)).toEqual(["Ann", "Ben"]);
  const bare = await ok("POST /v1/segments", { name: "Premium too", filters });
  expect(bare).toMatchObject({ filter: { all: filters }, count: 2 });
});

test("a tree is previewed before it is kept: sentence, count, three people", async () => {
  const filter = {
    all: [
      { path: "tags", op: "contains", value: "vip" },
      { not: { path: "attributes.score", op: "lt", value: 10 } },
    ],
  };
  const preview = await ok("POST /v1/segments/preview", { filter });
  expect(preview).toMatchObject({
    sentence: "Everyone who is tagged “vip” and whose score is not less than 10.",
    count: 1,
  });
  expect(preview.samples.map(({ name }: { name: string }) => name)).toEqual(["Zoë"]);
});

test("an empty segment is empty, and everyone is everyone", async () => {
  expect(await ok("POST /v1/segments/preview", { filter: { any: [] } })).toEqual({
    sentence: "Nobody.",
    warnings: [],
    count: 0,
    samples: [],
  });
  expect((await ok("POST /v1/segments/preview", { filter: { all: [] } })).count).toBe(3);
});

test("of two who change it at once, the second is told", async () => {
  const { id } = await ok("POST /v1/segments", { name: "Edited", filter: { all: [] } });
  const byAnn = { revision: 1, filter: { path: "tags", op: "exists" } };
  expect(await ok(`PUT /v1/segments/${id}`, byAnn)).toMatchObject({ revision: 2, count: 2 });
  const late = await call(`PUT /v1/segments/${id}`, { revision: 1, name: "Mine" });
  expect(late.status).toBe(409);
  expect(late.body.error).toMatchObject({ details: { revision: 2 } });
  expect((await ok("GET /v1/segments/edited")).name).toBe("Edited");
});

test("names are one of a kind while in use", async () => {
  const first = await ok("POST /v1/segments", { name: "Twice", filter: { all: [] } });
  expect((await call("POST /v1/segments", { name: "twice", filter: { all: [] } })).status).toBe(409);
  await ok(`POST /v1/segments/${first.id}/archive`);
  const second = await ok("POST /v1/segments", { name: "Twice", filter: { all: [] } });
  expect((await ok("GET /v1/segments/Twice")).id).toBe(second.id);
  expect((await call(`PUT /v1/segments/${first.id}`, { revision: 1, name: "Again" })).status).toBe(409);
  const listed = (await ok("GET /v1/segments")).data.map(({ id }: { id: string }) => id);
  expect(listed).toContain(second.id);
  expect(listed).not.toContain(first.id);
});

describe("a list", () => {
  test("is filled by id, by a filter and by an import; nobody is on it twice", async () => {
    const list = await ok("POST /v1/segments", { name: "Helpers", kind: "list" });
    expect(list).toMatchObject({
      kind: "list",
      filter: null,
      count: 0,
      sentence: "Whoever was put on this list.",
    });
    const members = `POST /v1/segments/${list.id}/members`;
    expect((await ok(members, { contacts: [ids["ann"], ids["ann"]] })).count).toBe(1);
    expect(
      (await ok(members, { filter: { path: "attributes.plan", op: "eq", value: "premium" } })).count,
    ).toBe(2);
    const importId = crypto.randomUUID();
    await env.DB.batch(
      [
        [2, "same", ids["ben"]],
        [3, "new", ids["zoë"]],
        [4, "rejected", null],
      ].map(([row, outcome, contact]) =>
        env.DB.prepare(
          "INSERT INTO import_rows (import_id, row, outcome, contact_id) VALUES (?, ?, ?, ?)",
        ).bind(importId, row, outcome, contact),
      ),
    );
    expect((await ok(members, { import: importId })).count).toBe(3);
    expect((await ok(members, { segment: "Premium" })).count).toBe(3);
    expect((await ok(`${members}/remove`, { filter: { path: "tags", op: "eq", value: "vip" } })).count).toBe(
      1,
    );
    expect(await names(list.id)).toEqual(["Ben"]);
    // Other segments can ask about it.
    const preview = await ok("POST /v1/segments/preview", {
      filter: { path: "lists", op: "eq", value: list.id },
    });
    expect(preview).toMatchObject({ count: 1, sentence: "Everyone who is on the list “Helpers”." });
  });

  test("takes no filter, and a filter takes nobody by hand", async () => {
    const list = await ok("POST /v1/segments", { name: "By hand", kind: "list" });
    const filter = await ok("POST /v1/segments", { name: "By itself", filter: { all: [] } });
    expect((await call(`PUT /v1/segments/${list.id}`, { revision: 1, filter: { all: [] } })).status).toBe(
      409,
    );
    expect((await call(`POST /v1/segments/${filter.id}/members`, { contacts: [ids["ann"]] })).status).toBe(
      409,
    );
    expect(
      (await call("POST /v1/segments", { name: "Both", kind: "list", filter: { all: [] } })).status,
    ).toBe(422);
    expect((await call("POST /v1/segments", { name: "Neither" })).status).toBe(422);
  });
});

test("why somebody is in it, filter by filter", async () => {
  const filter = {
    all: [
      { path: "tags", op: "eq", value: "vip" },
      { path: "attributes.score", op: "gt", value: 9 },
    ],
  };
  const { id } = await ok("POST /v1/segments", { name: "Explained", filter });
  expect(await ok(`GET /v1/segments/${id}/members/${ids["ann"]}`)).toMatchObject({
    isIn: false,
    filters: [
      { sentence: "Everyone who is tagged “vip”.", holds: true },
      { sentence: "Everyone whose score is more than 9.", holds: false },
    ],
  });
});

test("who was erased is in no segment, and on no list", async () => {
  const { id } = await ok("POST /v1/contacts", { number: "+12065550109", name: "Gone", tags: ["leaver"] });
  const list = await ok("POST /v1/segments", { name: "Leavers", kind: "list" });
  await ok(`POST /v1/segments/${list.id}/members`, { contacts: [id] });
  const filter = { any: [{ path: "lists", op: "eq", value: list.id }, { all: [] }] };
  const before = (await ok("POST /v1/segments/preview", { filter })).count;
  await ok(`POST /v1/contacts/${id}/erase`, { confirm: "erase" });
  const count = async () => (await ok("POST /v1/segments/preview", { filter })).count;
  await expect.poll(count, { timeout: 15_000 }).toBe(before - 1);
  const left = env.DB.prepare("SELECT count(*) AS n FROM segment_members WHERE contact_id = ?").bind(id);
  expect(await left.first("n")).toBe(0);
});

test("who was merged is where either of the two was", async () => {
  const [one, two] = await Promise.all(
    ["+12065550111", "+12065550112"].map((number) => ok("POST /v1/contacts", { number })),
  );
  const list = await ok("POST /v1/segments", { name: "Merged", kind: "list" });
  await ok(`POST /v1/segments/${list.id}/members`, { contacts: [one.id] });
  await ok(`POST /v1/contacts/${two.id}/merge`, { from: one.id });
  const { data } = await ok(`GET /v1/segments/${list.id}/members`);
  expect(data.map(({ id }: { id: string }) => id)).toEqual([two.id]);
});

test("a page of members goes on where the one before ended", async () => {
  const { id } = await ok("POST /v1/segments", {
    name: "Paged",
    filter: { path: "attributes.plan", op: "exists" },
  });
  const first = await ok(`GET /v1/segments/${id}/members?limit=2`);
  const second = await ok(`GET /v1/segments/${id}/members?limit=2&cursor=${first.next}`);
  const found = [...first.data, ...second.data].map(({ name }: { name: string }) => name);
  expect([found.toSorted(), second.next]).toEqual([["Ann", "Ben", "Zoë"], null]);
});

test("what it asks about that is not there is named", async () => {
  const filter = {
    any: [
      { path: "answers.no-such-flow.rating", op: "gt", value: 3 },
      { not: { path: "campaigns.received", op: "in", value: ["gone", "gone too"] } },
    ],
  };
  expect((await ok("POST /v1/segments/preview", { filter })).warnings).toEqual([
    'There is no flow "no-such-flow".',
    'There is no campaign "gone".',
    'There is no campaign "gone too".',
  ]);
});

describe("a filter that makes no sense is refused in words", () => {
  test.each([
    [{ path: "plan", op: "eq", value: 1 }, "plan is nothing a segment knows"],
    [{ path: "consent.fax", op: "eq", value: "granted" }, "consent.fax needs a channel"],
    [
      { path: "consent.sms", op: "in", value: ["granted", "yes"] },
      "consent.sms is one of opted-out, suppressed",
    ],
    [{ path: "attributes.plan", op: "is", value: 1 }, 'filter.op should be "eq" or "ne"'],
    [{ filters: [{ path: "plan", op: "eq", value: 1 }] }, "plan is nothing a segment knows"],
    [{ path: "answers.rating", op: "eq", value: 1 }, "answers.rating needs a flow and a question"],
    [{ path: "created", op: "after", value: "lately" }, "created is compared with a day"],
    [
      { path: "last_inbound", op: "gt", value: 5 },
      "last_inbound takes before, after, between, exists, not gt",
    ],
    [
      { all: Array.from({ length: 26 }, () => ({ path: "tags", op: "exists" })) },
      "has 26 filters; at most 25 fit",
    ],
  ])("%j", async (filter, words) => {
    const { status, body } = await call("POST /v1/segments/preview", { filter });
    expect(status).toBe(422);
    expect([body.error.message, ...body.error.details.map(toSentence)].join()).toContain(words);
  });

  test("in the flat form as well", async () => {
    const filters = [{ path: "plan", op: "eq", value: 1 }];
    const { status, body } = await call("POST /v1/segments/preview", { filters });
    expect([status, body.error.message]).toEqual([
      422,
      expect.stringContaining("filters is refused: plan is nothing a segment knows"),
    ]);
    expect((await call("POST /v1/segments/preview", {})).body.error.message).toBe("filter is missing.");
  });
});

function toSentence({ path, message }: { path: string; message: string }): string {
  return `${path} ${message}`;
}
