// Bad input: every refusal is a clear error with a request id, at the place where it is wrong.
import { beforeAll, describe, expect, test } from "vitest";
import productReview from "../fixtures/flows/product-review.json";
import { call, ok } from "./api-calls.ts";
import { LINE, nested, REFUSALS } from "./api-refusals.ts";

let lineId: string;

beforeAll(async () => {
  lineId = (await ok("POST /v1/lines", LINE)).id;
  await ok("POST /v1/flows", { slug: "review", name: "Review", draft: productReview });
  await ok("POST /v1/flows/review/publish");
});

describe("a request is refused", () => {
  test.each(REFUSALS)("%s", async (_why, where, body, more, status, code, says) => {
    const answer = await call(where, body, more);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    expect(answer.body.error.message).toMatch(says);
    expect(answer.headers.get("x-request-id")).toBe(answer.body.error.requestId);
  });

  test("with every mistake at once, each at its place", async () => {
    const { body } = await call("POST /v1/flows", { slug: "", draft: 7, name: "x".repeat(200) });
    expect(body.error.details.map(({ path }: { path: string }) => path)).toEqual(["slug", "name", "draft"]);
  });

  test.each(["stop", "Unsubscribe", "HELP", "start", "please stop texting me", "ALTO"])(
    "for the keyword %s, which is about consent",
    async (keyword) => {
      const { status, body } = await call("POST /v1/triggers", { lineId, flow: "review", keyword });
      expect([status, body.error.details]).toEqual([
        422,
        [{ path: "keyword", message: expect.stringContaining("consent") }],
      ]);
    },
  );
});

test("a draft as deep as a draft may be is kept as it is", async () => {
  const draft = JSON.parse(nested(60));
  await ok("POST /v1/flows", { slug: "deep", name: "Deep", draft });
  expect((await ok("GET /v1/flows/deep")).draft).toEqual(draft);
  expect((await call("POST /v1/flows/deep/publish")).body.error.code).toBe("invalid");
});
