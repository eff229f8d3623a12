// The typed client, as the admin uses it: paths, bodies and answers are the routes' own.
import { exports } from "cloudflare:workers";
import { expect, expectTypeOf, test } from "vitest";
import { createClient } from "../../worker/api/client.ts";
import { ORIGIN, OWNER } from "./api-calls.ts";
import { LINE } from "./api-refusals.ts";

const client = createClient(`${ORIGIN}/api`, {
  headers: { authorization: `Bearer ${OWNER}` },
  fetch: (...request: Parameters<typeof fetch>) => exports.default.fetch(new Request(...request)),
});

test("lists, creates and changes with the types of the routes", async () => {
  const created = await client.v1.lines.$post({ json: { ...LINE, channel: "sms", sender: "long-code" } });
  expect(created.status).toBe(201);
  const line = await created.json();
  expectTypeOf(line.optOutBy).toEqualTypeOf<"twilio" | "network" | "us">();
  const { data, next } = await (await client.v1.lines.$get({ query: { limit: "1" } })).json();
  expectTypeOf(next).toEqualTypeOf<string | null>();
  expect(data.map(({ id }) => id)).toEqual([line.id]);
  const changed = await client.v1.lines[":id"].$patch({
    param: { id: line.id },
    json: { name: "Front desk" },
  });
  expect((await changed.json()).name).toBe("Front desk");
});
