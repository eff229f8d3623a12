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
    zone: null,
    optOutScope: "everywhere",
  });
  const { data } = await ok("GET /v1/audit?subjectId=organisation");
  expect(data.map(({ detail }: { detail: unknown }) => detail)).toEqual([
    { fields: ["frequencyCap", "defaultCountry"], retention: { media: 30 } },
    { fields: ["verifiedNumbers"] },
    { fields: ["frequencyCap"] },
  ]);
});

test("of two who change what they saw, the second is told, and nothing is overwritten", async () => {
  const seen = await ok("GET /v1/settings");
  const [ann, ben] = await Promise.all([
    call(`PATCH /v1/settings?over=${seen.changedAt}`, { retention: { media: 40 }, optOutScope: "channel" }),
    call(`PATCH /v1/settings?over=${seen.changedAt}`, { retention: { media: 50 }, defaultCountry: "IE" }),
  ]);
  expect(new Set([ann.status, ben.status])).toEqual(new Set([200, 409]));
  const [first, second] = ann.status === 200 ? [ann, ben] : [ben, ann];
  expect(second.body.error).toMatchObject({
    code: "conflict",
    message: "Somebody else changed the settings meanwhile.",
  });
  expect(await ok("GET /v1/settings")).toEqual(first.body);
  expect(
    (await call(`PATCH /v1/settings?over=${seen.changedAt}`, { optOutScope: "everywhere" })).status,
  ).toBe(409);
  const again = { optOutScope: "everywhere", defaultCountry: "FR" };
  expect(await ok(`PATCH /v1/settings?over=${first.body.changedAt}`, again)).toMatchObject(again);
});

test("the time zone is the deployment's until somebody sets it; then days go by it everywhere", async () => {
  expect(await ok("GET /v1/settings")).toMatchObject({ zone: "UTC" });
  await ok("PATCH /v1/settings", { zone: "Pacific/Auckland" });
  expect(await ok("GET /v1/settings")).toMatchObject({ zone: "Pacific/Auckland" });
  const setup = await ok("GET /v1/setup");
  expect(setup.zone).toBe("Pacific/Auckland");
  expect(setup.steps.find(({ id }: { id: string }) => id === "zone")).toMatchObject({
    state: "done",
    text: "Days begin and end by the clock of Pacific/Auckland.",
  });
});

test.each([
  [{ zone: "Middle-earth/Shire" }, "zone"],
  [{ zone: "+01:00" }, "zone"],
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
