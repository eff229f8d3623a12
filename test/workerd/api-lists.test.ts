// Lists, page by page, and what is not there.
import { beforeAll, describe, expect, test } from "vitest";
import { api } from "../../worker/api/index.ts";
import { call, ok } from "./api-calls.ts";

beforeAll(async () => {
  await ok("POST /v1/flows", { slug: "review", name: "Review" });
});

describe("lists", () => {
  const lists = [
    ...new Set(api.routes.filter(({ method }) => method === "GET").map(({ path }) => path)),
  ].filter((path) =>
    /^\/v1\/(lines|triggers|flows|responses|conversations|messages|contacts|notices|dead-letters|audit|tokens|flows\/:id\/versions)$|^\/reviews$/.test(
      path,
    ),
  );

  test.each(lists)("%s refuses a cursor it never gave out", async (path) => {
    expect(lists).toHaveLength(13);
    const where = `GET ${path.replace(":id", "review")}`;
    for (const cursor of [
      "x",
      btoa("{}"),
      btoa('"'),
      btoa('[1,"a",2]').replaceAll("=", ""),
      "%00",
      "x".repeat(501),
    ]) {
      const { status, body } = await call(`${where}?cursor=${encodeURIComponent(cursor)}`);
      expect([cursor, status, body.error?.details[0].path]).toEqual([cursor, 422, "cursor"]);
    }
  });

  test("go through everything once, page by page, whatever is added meanwhile", async () => {
    const slugs = ["page-a", "page-b", "page-c", "page-d", "page-e"];
    for (const slug of slugs) await ok("POST /v1/flows", { slug, name: slug });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { data: { slug: string }[]; next: string | null } = await ok(
        `GET /v1/flows?limit=2${cursor === null ? "" : `&cursor=${cursor}`}`,
      );
      seen.push(...page.data.map(({ slug }) => slug));
      cursor = page.next;
      await ok("POST /v1/flows", { slug: `late-${seen.length}`, name: "Late" });
    } while (cursor !== null);
    expect(seen.filter((slug) => slug.startsWith("page-"))).toEqual(slugs.toReversed());
    expect(seen.filter((slug) => slug.startsWith("late-"))).toEqual([]);
  });
});

test("an id that is not there is not found, under every route", async () => {
  const shown = api.routes.filter(({ method, path }) => method === "GET" && path.includes("/:id"));
  for (const path of new Set(shown.map(({ path }) => path))) {
    const { status } = await call(
      `GET ${path.replace(":id", "01890000-0000-7000-8000-000000000000").replace(":number", "1").replace(":place", "0")}`,
    );
    expect([path, status]).toEqual([path, 404]);
  }
});
