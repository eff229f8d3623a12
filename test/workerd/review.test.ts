// The main path inside the runtime: a text in, the person's object, an answer out, the record in D1.
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { Flow } from "#core/conversation/flow";
import productReview from "../fixtures/flows/product-review.json";
import { countedEnv, fetchWith } from "./counting.ts";
import { ask, eventually, freshNumber, publish, said, textRequest } from "./story.ts";

beforeAll(async () => {
  await publish("product-review", Flow.parse(productReview), "review", { id: "line-sms" });
});

describe("a review by text", () => {
  test("is asked for, question by question, and recorded", async () => {
    const john = freshNumber();
    expect(await ask(john, "REVIEW")).toEqual(["Hi! Which product is this review for?"]);
    expect(await ask(john, "iPhone 15")).toEqual(["Okay, got it. What's your name?"]);
    expect(await ask(john, "John")).toEqual(["Please send your review for iPhone 15."]);
    expect(await ask(john, "Great phone & battery <3")).toEqual([
      "Thanks John -- your review for iPhone 15 has been recorded.",
    ]);

    const run = await eventually(() =>
      env.DB.prepare(
        `SELECT r.* FROM runs r JOIN addresses a ON a.id = r.address_id WHERE a.value = ? AND r.disposition = 'completed'`,
      )
        .bind(john)
        .first<{ answers: string; turn: number }>(),
    );
    const answers = JSON.parse(run.answers) as Record<string, { value: string }>;
    expect(Object.entries(answers).map(([name, { value }]) => [name, value])).toEqual([
      ["name", "John"],
      ["product", "iPhone 15"],
      ["review", "Great phone & battery <3"],
    ]);
    const { results } = await env.DB.prepare(
      "SELECT direction, body, status FROM messages m JOIN addresses a ON a.id = m.address_id WHERE a.value = ? ORDER BY m.id",
    )
      .bind(john)
      .all<{ direction: string; body: string }>();
    expect(results.map(({ direction, body }) => `${direction === "in" ? ">" : "<"} ${body}`)).toEqual([
      "> REVIEW",
      "< Hi! Which product is this review for?",
      "> iPhone 15",
      "< Okay, got it. What's your name?",
      "> John",
      "< Please send your review for iPhone 15.",
      "> Great phone & battery <3",
      "< Thanks John -- your review for iPhone 15 has been recorded.",
    ]);
  });

  test("costs one call to the object and no D1 while it goes on, and one D1 round trip to begin", async () => {
    const jane = freshNumber();
    const counted = countedEnv();
    await fetchWith(counted.env, textRequest(jane, "REVIEW"));
    expect(counted.counts).toMatchObject({ d1Calls: 1, rpcs: ["receive", "receive"] });

    const warm = countedEnv();
    expect(await said(await fetchWith(warm.env, textRequest(jane, "Lamp")))).toEqual([
      "Okay, got it. What's your name?",
    ]);
    expect(warm.counts).toMatchObject({ d1Calls: 0, rpcs: ["receive"] });
  });
});
