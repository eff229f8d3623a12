// What a viewer sees: everything that goes on, with no whole number and no e-mail address, no export and no voicemail.
import { beforeAll, describe, expect, test } from "vitest";
import { api } from "../../worker/api/index.ts";
import { call, ok } from "./api-calls.ts";
import { LINE } from "./api-refusals.ts";
import { fakeCarrier } from "./carrier.ts";

const PERSON = "+15005550006";
const VOLUNTEER = "+447700900155";
const EMAILS = ["ops@riverside.example", "ann@riverside.example", "ben@riverside.example"] as const;
const [OPERATOR, MEMBER, HELPER] = EMAILS;

let viewer: string;
/** Ids in the place of parameters, by the resource before them. */
const ids: Record<string, string> = {};

beforeAll(async () => {
  fakeCarrier();
  viewer = (await ok("POST /v1/tokens", { name: "dashboard", role: "viewer" })).token;
  await ok("PATCH /v1/settings", { operatorEmails: [OPERATOR] });
  await ok("POST /v1/staff", { email: MEMBER, name: "Ann", role: "editor" });
  await ok("POST /v1/emails/test", { to: OPERATOR });
  ids["lines"] = (await ok("POST /v1/lines", { ...LINE, address: "+15005550177" })).id;
  ids["contacts"] = (await ok("POST /v1/contacts", { number: PERSON, name: "Sam" })).id;
  ids["volunteers"] = (await ok("POST /v1/volunteers", { name: "Ben", phone: VOLUNTEER, email: HELPER })).id;
  ids["helplines"] = (
    await ok("POST /v1/helplines", { name: "Night line", number: "+15005550178", coordinators: [HELPER] })
  ).id;
  ids["emails"] = (await ok("GET /v1/emails")).data[0].id;
  ids["staff"] = (await ok("GET /v1/staff")).data[0].id;
});

const reads = [
  ...new Set(api.routes.filter(({ method }) => method === "GET").map(({ path }) => path)),
].toSorted();

/** With what exists in the place of its first parameter. */
function filled(path: string): string {
  const resource = /^\/v1\/([a-z-]+)\/:/.exec(path)?.[1] ?? "";
  return path.replace(/:[a-z]+/, ids[resource] ?? "x1").replaceAll(/:[a-z]+/g, "x1");
}

describe("a viewer", () => {
  test.each(reads)("reads GET %s without a whole number or address", async (path) => {
    const { body } = await call(`GET ${filled(path)}`, undefined, { token: viewer });
    const seen = JSON.stringify(body);
    for (const secret of [PERSON, VOLUNTEER, ...EMAILS]) expect(seen).not.toContain(secret);
  });

  test("would see them as an editor: what is looked for is there", async () => {
    const editor = (await ok("POST /v1/tokens", { name: "colleague", role: "editor" })).token;
    const seen = JSON.stringify(
      await Promise.all(
        ["/v1/contacts", "/v1/volunteers", "/v1/emails", "/v1/settings"].map((path) =>
          ok(`GET ${path}`, undefined, { token: editor }),
        ),
      ),
    );
    for (const secret of [PERSON, VOLUNTEER, OPERATOR, HELPER]) expect(seen).toContain(secret);
  });

  test.each([
    "POST /v1/exports",
    "GET /v1/exports/x1/file",
    "GET /v1/imports/x1/rejects",
    "GET /v1/voicemails/x1/audio",
    "GET /v1/contacts/x1/everything",
  ])("may not %s", async (route) => {
    expect((await call(route, undefined, { token: viewer })).status).toBe(403);
  });
});
