// Names, texts and searches that would like to be SQL, Liquid or markup: they are words, and come back as they were given.
import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import productReview from "../fixtures/flows/product-review.json";
import { call, ok } from "./api-calls.ts";
import { LINE } from "./api-refusals.ts";
import { fakeCarrier } from "./carrier.ts";

let lineId: string;

beforeAll(async () => {
  lineId = (await ok("POST /v1/lines", LINE)).id;
  await ok("POST /v1/flows", { slug: "review", name: "Review", draft: productReview });
  await ok("POST /v1/flows/review/publish");
});
beforeEach(() => {
  fakeCarrier();
});

describe("words that would like to be more", () => {
  const WORDS = [
    "'; DROP TABLE contacts; --",
    '" OR 1=1 --',
    "%' UNION SELECT token FROM tokens --",
    "{{ 7 | times: 7 }}{% include 'x' %}{% for i in (1..99999999) %}x{% endfor %}",
    "<script>alert(1)</script>",
    "__proto__",
    "\u0000\u202E\uFFFF",
    "\uD800",
    "🦊".repeat(50),
  ];
  const person = "+15005550102";
  const bodies: readonly [where: string, body: (words: string) => object][] = [
    [
      "POST /v1/lines",
      (words) => ({
        ...LINE,
        address: "+15005550103",
        name: words,
        organisation: words.slice(0, 60),
        unmatchedReply: { en: words },
      }),
    ],
    [
      "POST /v1/flows",
      (words) => ({ slug: `w-${crypto.randomUUID()}`, name: words, draft: { [words]: words } }),
    ],
    ["POST /v1/flows", (words) => ({ slug: words, name: words })],
    ["POST /v1/triggers", (words) => ({ lineId: words, flow: words, keyword: words })],
    ["POST /v1/triggers", (words) => ({ lineId, flow: "review", keyword: words.slice(0, 60) })],
    ["PUT /v1/flows/review/draft", (words) => ({ revision: 1, draft: productReview, name: words })],
    [
      "POST /v1/flows/review/check",
      (words) => ({ draft: { ...productReview, nodes: [{ id: "a", kind: "say", text: { en: words } }] } }),
    ],
    ["POST /v1/flows/review/start", (words) => ({ lineId, to: words.slice(0, 40) })],
    [
      "POST /v1/contacts",
      (words) => ({ number: person, name: words, attributes: { plan: words }, tags: [words.slice(0, 60)] }),
    ],
    ["POST /v1/contacts/search", (words) => ({ number: words.slice(0, 40) })],
    ["POST /v1/messages/test/send", (words) => ({ to: person, body: words })],
    ["POST /v1/tokens", (words) => ({ name: words.slice(0, 80), role: "viewer" })],
    ["POST /v1/session", (words) => ({ token: words })],
    ["POST /v1/users", (words) => ({ phone: person, first_name: words, consent: { source: words } })],
  ];

  const SEARCHES = [
    ["/v1/responses", "q"],
    ["/v1/responses", "contact"],
    ["/v1/contacts", "q"],
    ["/v1/contacts", "tag"],
    ["/v1/messages", "line"],
    ["/v1/triggers", "line"],
    ["/v1/audit", "actor"],
  ] as const;

  test.each(WORDS)("%j are words, in every field", async (words) => {
    const before = await tables();
    for (const [where, body] of bodies) {
      const answer = await call(where, body(words), { headers: { "cf-connecting-ip": crypto.randomUUID() } });
      expect([where, answer.status < 500]).toEqual([where, true]);
      expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    }
    for (const [where, name] of SEARCHES) {
      const answer = await call(`GET ${where}?${new URLSearchParams({ [name]: words }).toString()}`);
      expect([where, answer.status < 500]).toEqual([where, true]);
    }
    expect(await tables()).toEqual(before);
  });

  test("come back as they were given", async () => {
    const name = "'; DROP TABLE contacts; -- <script>{{ 7 | times: 7 }}";
    const { id } = await ok("POST /v1/contacts", {
      number: person,
      name,
      attributes: { plan: name },
      tags: [name],
    });
    const seen = await ok(`GET /v1/contacts/${id}`);
    expect([seen.name, seen.attributes.plan.value, seen.tags.at(0).tag]).toEqual([
      name,
      name,
      expect.any(String),
    ]);
    expect((await ok(`GET /v1/contacts?q=${encodeURIComponent("<SCRIPT>")}`)).data).toHaveLength(1);
  });
});

async function tables(): Promise<unknown[]> {
  return (await env.DB.prepare("SELECT name FROM sqlite_master ORDER BY name").all()).results;
}
