// One condition, two readers: `holds` in the core and the SQL that D1 runs find the same people, whatever they are.
import { env } from "cloudflare:workers";
import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Condition, Filter, Operator } from "#core/condition";
import { OPERATORS } from "#core/condition";
import { FILTERS_MAX } from "#core/segment/path";
import { includes } from "#core/segment/span";
import { STANDINGS } from "#core/consent/standing";
import { compileCondition } from "../../worker/db/segment/compile.ts";
import { readKnownContacts } from "../../worker/db/segment/known-contacts.ts";
import { CAMPAIGNS, LISTS, NOW, person, scalar, text, writePeople } from "./segment-people.ts";
import type { Person } from "./segment-people.ts";

const SEED = 20_261_121;
const people: readonly Person[] = fc.sample(person, { seed: SEED, numRuns: 200 });

beforeAll(async () => writePeople(people));

const PATHS = [
  "attributes.plan",
  "attributes.score",
  "attributes.since",
  "attributes.name",
  "attributes.nobody",
  "tags",
  "category.spring",
  "consent.sms",
  "consent.whatsapp",
  "consent.chat",
  "channel",
  "language",
  "zone",
  "created",
  "last_inbound",
  "campaigns.received",
  "campaigns.replied",
  "answers.product-review.rating",
  "answers.census.topics",
  "answers.census.none",
  "lists",
  "unheard.of",
] as const;

const value = fc.oneof(
  { weight: 6, arbitrary: scalar },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...STANDINGS,
      "sms",
      "whatsapp",
      "Chat",
      "EN",
      "europe/london",
      ...CAMPAIGNS,
      ...LISTS,
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom("-30d", "-12h", "+1w", "2026-10-01", "2026-11-21T12:00:00Z", "image/jpeg"),
  },
);

const filter: fc.Arbitrary<Filter> = fc
  .record({ path: fc.constantFrom(...PATHS), op: fc.constantFrom(...OPERATORS) })
  .chain(({ path, op }) =>
    valueFor(op).map((given) => ({ path, op, ...(given !== undefined && { value: given }) })),
  );

function valueFor(op: Operator): fc.Arbitrary<Filter["value"]> {
  if (op === "exists") return fc.constantFrom(undefined, true, false);
  if (op === "in" || op === "nin") return fc.array(fc.option(value), { minLength: 1, maxLength: 4 });
  if (op === "between") return fc.tuple(value, value).map((pair) => [...pair]);
  return op === "contains" || op === "starts_with"
    ? fc.oneof(
        value,
        text.map((drawn) => Array.from(drawn)[0] ?? ""),
      )
    : value;
}

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    filter,
    fc.array(tie("condition"), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie("condition"), { maxLength: 3 }).map((any) => ({ any })),
    tie("condition").map((not) => ({ not })),
  ),
}));

async function found(asked: Condition): Promise<string[]> {
  const { sql, params } = compileCondition(asked, { now: NOW });
  const { results } = await env.DB.prepare(`SELECT c.id FROM contacts c WHERE ${sql} ORDER BY c.id`)
    .bind(...params)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

function held(asked: Condition): string[] {
  return people
    .filter((who) => includes(asked, who, NOW))
    .map(({ id }) => id)
    .toSorted();
}

test("every comparison finds whom it holds for", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(filter, async (asked) => {
      expect(await found(asked)).toEqual(held(asked));
    }),
    { seed: SEED, numRuns: 400 },
  );
});

test("so do trees of them", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(condition, async (asked) => {
      expect(await found(asked)).toEqual(held(asked));
    }),
    { seed: SEED, numRuns: 200 },
  );
});

test("the most filters a segment may have are one statement, with one parameter", async () => {
  const longest: Condition = {
    all: Array.from({ length: FILTERS_MAX }, (_, nth) => ({
      any: [
        { path: `answers.census.q${nth}`, op: "between" as const, value: ["2026-01-01", "2026-12-31"] },
        { all: [] },
      ],
    })),
  };
  expect(await found(longest)).toHaveLength(people.length);
});

test("what is read back of a person is what was written", async () => {
  const some = people.slice(0, 50);
  const known = await readKnownContacts(
    env.DB,
    some.map(({ id }) => id),
  );
  for (const { id, address: _address, ...rest } of some) {
    const { answers, tags, campaigns, lists, ...read } = known.get(id) ?? expect.fail(`nobody is ${id}`);
    expect({ ...read, tags: tags.toSorted(), lists: lists.toSorted() }).toEqual({
      ...read,
      ...rest,
      answers: undefined,
      campaigns: undefined,
      tags: rest.tags.toSorted(),
      lists: rest.lists.toSorted(),
    });
    expect(answers).toEqual(rest.answers);
    expect({ received: campaigns.received.toSorted(), replied: campaigns.replied.toSorted() }).toEqual(
      rest.campaigns,
    );
  }
});

test("a value that makes no sense is that person's trouble: everyone else is still found", async () => {
  const id = "00000000-0000-8000-8000-00000000bad0";
  const before = await found({ path: "attributes.plan", op: "exists" });
  await env.DB.batch([
    env.DB.prepare("INSERT INTO contacts (id, created_at) VALUES (?, 1)").bind(id),
    env.DB.prepare(
      "INSERT INTO attributes (contact_id, name, value, changed_at, source) VALUES (?, 'plan', '{', 1, 'x')",
    ).bind(id),
  ]);
  expect(await found({ path: "attributes.plan", op: "exists" })).toEqual(before);
  expect((await readKnownContacts(env.DB, [id])).get(id)?.attributes).toEqual({});
});
