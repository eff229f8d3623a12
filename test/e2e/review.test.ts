// The review collector in its own words, by SMS, from the first text to the record.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { startSystem, type TestSystem } from "./harness.ts";

const LINE = "+447700900100";
const FLOW: unknown = JSON.parse(
  readFileSync(new URL("../fixtures/flows/product-review.json", import.meta.url), "utf8"),
);
const Made = z.object({ id: z.string() });

let system: TestSystem;
let flowId: string;

beforeAll(async () => {
  system = await startSystem();
  const { api, addLine } = system;
  const lineId = await addLine({
    name: "Reviews",
    channel: "sms",
    sender: "long-code",
    address: LINE,
    organisation: "Riverside Centre",
    hours: "Mo-Su 00:00-24:00",
  });
  flowId = (
    await api.send("POST", "/api/v1/flows", { slug: "product-review", name: "Review", draft: FLOW }, Made)
  ).id;
  await api.send("POST", `/api/v1/flows/${flowId}/publish`, {}, z.unknown());
  await api.send("POST", "/api/v1/triggers", { lineId, keyword: "review", flow: flowId }, Made);
});

afterAll(() => system.stop());

test("three answers make a review, a day of silence brings a reminder, and an eviction changes nothing", async () => {
  const john = system.handset("+447700900301", { name: "John" });
  await john.text(LINE, "REVIEW");
  await john.expect("Hi! Which product is this review for?");
  await john.text(LINE, "iPhone 15");
  await john.expect("Okay, got it. What's your name?");

  await system.advance(24 * 3_600_000);
  await john.expect("Still there? What's your name?", { withinMs: 10_000 });

  await system.evict(john.number);
  await john.text(LINE, "John");
  await john.expect("Please send your review for iPhone 15.");
  await john.text(LINE, "Great phone");
  await john.expect("Thanks John -- your review for iPhone 15 has been recorded.");
  expect(john.unclaimed()).toEqual([]);
});
