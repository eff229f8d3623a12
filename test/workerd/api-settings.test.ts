// What an organisation sets for everything it begins with people.
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { readOrganisation } from "../../worker/db/settings.ts";
import { call, describeApi, ok } from "./api-calls.ts";
import { LINE } from "./api-refusals.ts";

test("nothing is set at first; each is changed by itself and taken away with null", async () => {
  const nothing = { verifiedNumbers: null, frequencyCap: null, defaultCountry: null };
  expect(await ok("GET /v1/settings")).toMatchObject(nothing);
  await ok("PATCH /v1/settings", { frequencyCap: { messages: 2, days: 7 } });
  const changed = await ok("PATCH /v1/settings", { verifiedNumbers: ["+1 212 555 0123", "0012125550123"] });
  expect(changed).toMatchObject({
    verifiedNumbers: ["+12125550123"],
    frequencyCap: { messages: 2, days: 7 },
    retention: { messages: 730 },
  });
  await ok("PATCH /v1/settings", { retention: { media: 30 }, frequencyCap: null, defaultCountry: "GB" });
  expect(await readOrganisation(env.DB)).toEqual({
    verifiedNumbers: ["+12125550123"],
    frequencyCap: null,
    defaultCountry: "GB",
    operatorEmails: [],
    optOutScope: "everywhere",
  });
  const { data } = await ok("GET /v1/audit?subjectId=organisation");
  expect(data.map(({ detail }: { detail: unknown }) => detail)).toEqual([
    { fields: ["frequencyCap", "defaultCountry"] },
    { fields: ["verifiedNumbers"] },
    { fields: ["frequencyCap"] },
  ]);
});

test.each([
  [{ verifiedNumbers: ["+1 212 555 0123", "twelve"] }, "verifiedNumbers[1]"],
  [{ frequencyCap: { messages: 0, days: 7 } }, "frequencyCap.messages"],
  [{ frequencyCap: { messages: 1, days: 31 } }, "frequencyCap.days"],
  [{ defaultCountry: "England" }, "defaultCountry"],
])("%j is refused at %s", async (patch, path) => {
  const { status, body } = await call("PATCH /v1/settings", patch);
  expect([status, body.error.details[0].path]).toEqual([422, path]);
});

test("a line says how fast it sends, what a segment costs, and where", async () => {
  const { id } = await ok("POST /v1/lines", { ...LINE, address: "+15005550180" });
  expect(await ok(`GET /v1/lines/${id}`)).toMatchObject({ segmentsPerSecond: 1 });
  const limits = {
    segmentsPerSecond: 20,
    prices: { currency: "USD", perSegment: { US: 0.0079, "*": 0.05 } },
    spendCapPerDay: 100,
    countries: ["US", "CA"],
  };
  expect(await ok(`PATCH /v1/lines/${id}`, limits)).toMatchObject(limits);
  const { paths } = await describeApi();
  const properties = paths["/v1/lines"]?.["post"]?.requestBody?.content["application/json"].schema.properties;
  expect(Object.keys(limits).map((name) => typeof properties?.[name]?.description)).toEqual(
    Object.keys(limits).map(() => "string"),
  );
  const wrong = await call(`PATCH /v1/lines/${id}`, { countries: ["USA"] });
  expect(wrong.body.error.message).toBe("countries[0] is refused: a country is two letters such as US.");
});
