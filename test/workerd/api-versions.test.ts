// Publishing, going back, and what is refused while somebody is in the middle of it.
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { call, ok } from "./api-calls.ts";
import { LINE } from "./api-refusals.ts";
import { ask, eventually, freshNumber } from "./story.ts";

const NUMBER = "+15005550130";
let lineId: string;

const asking = (question: string) => ({
  schema: 1,
  languages: ["en"],
  nodes: [
    { id: "first", kind: "ask", text: { en: question }, answer: { kind: "text" } },
    { id: "thanks", kind: "end", text: { en: `Thanks for "${question}"` } },
  ],
});

beforeAll(async () => {
  lineId = (await ok("POST /v1/lines", { ...LINE, address: NUMBER })).id;
  await ok("POST /v1/flows", { slug: "poll", name: "Poll", draft: asking("Tea?") });
  await ok("POST /v1/flows/poll/publish");
  await ok("POST /v1/triggers", { lineId, flow: "poll", keyword: "poll" });
});

describe("a version", () => {
  test("in use finishes on its own, is never deleted under anybody, and may be gone back to", async () => {
    const early = freshNumber();
    expect(await ask(early, "poll", { to: NUMBER })).toEqual(["Tea?"]);
    await ok("PUT /v1/flows/poll/draft", { revision: 1, draft: asking("Coffee?") });
    expect((await ok("POST /v1/flows/poll/publish")).version.number).toBe(2);
    const late = freshNumber();
    expect(await ask(late, "poll", { to: NUMBER })).toEqual(["Coffee?"]);

    await eventually(async () => (await ok("GET /v1/responses?flow=poll")).data.length === 2);
    for (const number of [1, 2]) {
      const refused = await call(`DELETE /v1/flows/poll/versions/${number}`);
      expect([refused.status, refused.body.error.message]).toEqual([
        409,
        expect.stringContaining("is in use"),
      ]);
    }
    expect(await ask(early, "green", { to: NUMBER })).toEqual(['Thanks for "Tea?"']);
    await eventually(
      async () => (await ok("GET /v1/responses?flow=poll&disposition=completed")).data.length === 1,
    );
    await ok("DELETE /v1/flows/poll/versions/1");
    expect(
      (await ok("GET /v1/flows/poll/versions")).data.map(({ number }: { number: number }) => number),
    ).toEqual([2]);

    await ok("PUT /v1/flows/poll/draft", { revision: 2, draft: asking("Milk?") });
    expect((await ok("POST /v1/flows/poll/publish")).version.number).toBe(3);
    await ok("POST /v1/flows/poll/versions/2/publish");
    expect((await ok("GET /v1/flows/poll")).published.number).toBe(2);
    expect(await ask(freshNumber(), "poll", { to: NUMBER })).toEqual(["Coffee?"]);
    expect((await call("POST /v1/flows/poll/versions/1/publish")).status).toBe(404);
  });

  test("is not made of a draft with errors, nor of one that was changed meanwhile", async () => {
    const dead = { ...asking("?"), nodes: [{ id: "a", kind: "say", text: { en: "Hi" }, next: "nowhere" }] };
    await ok("POST /v1/flows", { slug: "broken", name: "Broken", draft: dead });
    const refused = await call("POST /v1/flows/broken/publish");
    expect([refused.status, refused.body.error.details[0]]).toMatchObject([
      422,
      { kind: "error", code: "goto-missing", node: "a" },
    ]);
    expect((await call("POST /v1/flows/poll/publish", { revision: 1 })).body.error).toMatchObject({
      code: "conflict",
      details: { revision: 3 },
    });
    expect((await ok("GET /v1/flows/broken/versions")).data).toEqual([]);
  });

  test("published by two people at once is one version, and one of them is told", async () => {
    await ok("POST /v1/flows", { slug: "race", name: "Race", draft: asking("Now?") });
    const answers = await Promise.all([
      call("POST /v1/flows/race/publish"),
      call("POST /v1/flows/race/publish"),
    ]);
    const numbers = (await ok("GET /v1/flows/race/versions")).data.map(
      ({ number }: { number: number }) => number,
    );
    // Either they came one after the other, or the second found the number taken: never two with one number, never none.
    expect(numbers.length).toBe(answers.filter(({ status }) => status === 201).length);
    expect(new Set(numbers).size).toBe(numbers.length);
    const { results } = await env.DB.prepare(
      "SELECT count(*) AS rows FROM audit WHERE action = 'flow.publish' AND subject_id = (SELECT id FROM flows WHERE slug = 'race')",
    ).all();
    expect(results).toEqual([{ rows: numbers.length }]);
  });
});

test("an archived flow is started by nothing, and its responses stay", async () => {
  await ok("POST /v1/flows", { slug: "old", name: "Old", draft: asking("Still?") });
  await ok("POST /v1/flows/old/publish");
  await ok("POST /v1/triggers", { lineId, flow: "old", keyword: "old" });
  const person = freshNumber();
  await ask(person, "old", { to: NUMBER });
  await eventually(async () => (await ok("GET /v1/responses?flow=old")).data.length === 1);
  expect((await ok("POST /v1/flows/old/archive")).archivedAt).not.toBeNull();
  expect(await ask(freshNumber(), "old", { to: NUMBER })).toEqual([]);
  expect(await ask(person, "yes", { to: NUMBER })).toEqual(['Thanks for "Still?"']);
  expect((await call("POST /v1/flows/old/publish")).status).toBe(409);
  expect((await call("POST /v1/flows/old/start", { lineId, to: freshNumber() })).status).toBe(409);
  expect((await ok("GET /v1/responses?flow=old")).data).toHaveLength(1);
});
