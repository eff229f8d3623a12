// Organisers set up a line, write a flow, publish it, change their minds: all through the API.
import { describe, expect, test } from "vitest";
import productReview from "../fixtures/flows/product-review.json";
import { call, ok } from "./api-calls.ts";

describe("a flow", () => {
  test("is created, saved, checked and published", async () => {
    const flow = await ok("POST /v1/flows", { slug: "product-review", name: "Reviews" });
    expect(flow).toMatchObject({
      slug: "product-review",
      revision: 1,
      published: null,
      responses: { started: 0 },
    });
    const saved = await ok(`PUT /v1/flows/${flow.id}/draft`, { revision: 1, draft: productReview });
    expect(saved.revision).toBe(2);
    expect(await ok("POST /v1/flows/product-review/check")).toEqual({ problems: [] });
    const { version } = await ok("POST /v1/flows/product-review/publish", { revision: 2 });
    expect(version).toMatchObject({ number: 1, publishedBy: "owner" });
    const list = await ok("GET /v1/flows");
    expect(list.data[0]).toMatchObject({
      slug: "product-review",
      published: { number: 1, versionId: version.id },
    });
    expect(list.data[0]).not.toHaveProperty("draft");
    expect((await ok("GET /v1/flows/product-review/versions/1")).document.nodes).toHaveLength(4);
  });

  test("saved from an older revision is refused, and says which is the present one", async () => {
    await ok("POST /v1/flows", { slug: "stale", name: "Stale" });
    await ok("PUT /v1/flows/stale/draft", { revision: 1, draft: { schema: 1 } });
    const answer = await call("PUT /v1/flows/stale/draft", { revision: 1, draft: { schema: 2 } });
    expect(answer.status).toBe(409);
    expect(answer.body.error).toMatchObject({ code: "conflict", details: { revision: 2 } });
    expect((await ok("GET /v1/flows/stale")).draft).toEqual({ schema: 1 });
  });
});
