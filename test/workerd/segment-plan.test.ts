// A segment of everybody reads each contact's own rows by an index: a table read whole for each would never end.
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import type { Condition } from "#core/condition";
import { compileCondition } from "../../worker/db/segment/compile.ts";
import { PRESENT } from "../../worker/db/segment/people.ts";

/** By what a contact's own rows are found. */
const OWN = /\((?:segment_id=\? AND )?(?:contact_id|address_id)=\?|flows .*\((?:slug|id)=\?\)/;
/** Rows that were found already, or that stand in the statement. */
const AT_HAND =
  /^(?:SCAN|SEARCH) (?:c|t|s|w|e|trimmed|known|parted|zoned|timed|placed|dated|\(subquery-\d+\)|(?:\d+ )?CONSTANT ROWS?)(?: |$)/;

async function accesses(query: string, ...bindings: readonly string[]): Promise<string[]> {
  const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${query}`)
    .bind(...bindings)
    .all<{ detail: string }>();
  return results.map(({ detail }) => detail).filter((detail) => /^(?:SCAN|SEARCH) /.test(detail));
}

describe("asked of everybody", () => {
  test.each<[path: string, op: "eq" | "between" | "exists", value: string | string[] | boolean]>([
    ["attributes.plan", "eq", "pro"],
    ["attributes.name", "eq", "Ada"],
    ["attributes.renewal", "between", ["2026-01-01", "2026-12-31"]],
    ["tags", "eq", "vip"],
    ["category.welcome", "eq", "hot"],
    ["consent.sms", "eq", "granted"],
    ["channel", "eq", "sms"],
    ["language", "eq", "de"],
    ["zone", "eq", "Europe/Oslo"],
    ["created", "between", ["-3d", "-1d"]],
    ["last_inbound", "between", ["-3d", "-1d"]],
    ["campaigns.received", "eq", "a"],
    ["campaigns.replied", "eq", "a"],
    ["answers.review.rating", "eq", "5"],
    ["answers.review.rating", "exists", true],
    ["lists", "eq", "a"],
  ])("%s %s", async (path, op, value) => {
    const condition: Condition = { path, op, value };
    const { sql, params } = compileCondition(condition, { now: 0 });
    const found = await accesses(`SELECT count(*) FROM contacts c WHERE ${PRESENT} AND ${sql}`, ...params);
    expect(found).toContainEqual(expect.stringMatching(/^SCAN c\b/));
    expect(found.filter((access) => !OWN.test(access) && !AT_HAND.test(access))).toEqual([]);
  });
});
