// Who may do what: a stranger nothing, a viewer read, an editor change, an owner all. Held for every route there is.
import { beforeAll, describe, expect, test } from "vitest";
import { api } from "../../worker/api/index.ts";
import { call, describeApi, ok } from "./api-calls.ts";
import { fakeCarrier } from "./carrier.ts";

const PUBLIC = [
  "GET /docs",
  "GET /v1/session/ways",
  "POST /v1/session",
  "POST /v1/session/access",
  "POST /v1/session/link",
  "POST /v1/session/link/open",
];
/** Asked with a body, though they change nothing; and a viewer may sign out. */
const READS = [
  "POST /v1/campaigns/:id/check",
  "POST /v1/contacts/search",
  "POST /v1/flows/:id/check",
  "POST /v1/funnels/:id/check",
  "DELETE /v1/session",
  "POST /v1/segments/preview",
  "POST /v1/templates/check",
  "POST /v1/templates/preview",
  "POST /v1/templates/:id/check",
  "POST /v1/templates/:id/preview",
];
const OWNERS = [
  "DELETE /v1/contacts/:id",
  "DELETE /v1/dead-letters/:id",
  "DELETE /v1/tokens/:id",
  "GET /v1/audit",
  "GET /v1/contacts/:id/everything",
  "GET /v1/dead-letters",
  "GET /v1/tokens",
  "PATCH /v1/settings",
  "PATCH /v1/staff/:id",
  "POST /v1/contacts/:id/erase",
  "POST /v1/dead-letters/:id/replay",
  "POST /v1/demo/clock",
  "POST /v1/emails/test",
  "POST /v1/setup/check",
  "POST /v1/setup/numbers/:sid/point",
  "POST /v1/staff",
  "POST /v1/staff/:id/invite",
  "POST /v1/tokens",
];

const routes = [
  ...new Set(
    api.routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`),
  ),
].toSorted();
const guarded = routes.filter((route) => !PUBLIC.includes(route));
const named = (route: string) => route.replaceAll(/:[a-z]+/g, "x1");

let viewer: string;
let editor: string;

beforeAll(async () => {
  fakeCarrier();
  viewer = (await ok("POST /v1/tokens", { name: "dashboard", role: "viewer" })).token;
  editor = (await ok("POST /v1/tokens", { name: "colleague", role: "editor" })).token;
});

describe("every route", () => {
  test("that is open to strangers is one of these", () => {
    expect(routes.filter((route) => PUBLIC.includes(route))).toEqual(PUBLIC);
    expect(routes.length).toBeGreaterThan(50);
  });

  test.each(guarded)("%s refuses a stranger", async (route) => {
    const { status, headers, body } = await call(named(route), undefined, { token: null });
    expect([status, body.error.code]).toEqual([401, "unauthenticated"]);
    expect(headers.get("www-authenticate")).toBe("Bearer");
    expect(headers.get("x-request-id")).toBe(body.error.requestId);
  });

  test.each(guarded.filter((route) => !route.startsWith("GET") && !READS.includes(route)))(
    "%s refuses a viewer",
    async (route) => {
      const { status, body } = await call(named(route), undefined, { token: viewer });
      expect([status, body.error.code]).toEqual([403, "forbidden"]);
    },
  );

  test.each(READS.filter((route) => !OWNERS.includes(route)))(
    "%s is a read, so a viewer may",
    async (route) => {
      expect((await call(named(route), undefined, { token: viewer })).status).not.toBe(403);
    },
  );

  test("that only owners may use is one of these", async () => {
    const refused: string[] = [];
    for (const route of guarded) {
      if ((await call(named(route), undefined, { token: editor })).status === 403) refused.push(route);
    }
    expect(refused).toEqual(OWNERS);
  });

  test("is described with the role it needs", async () => {
    const { paths } = await describeApi();
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, operation]) =>
          [`${method.toUpperCase()} ${path.replaceAll(/\{([^}]+)\}/g, ":$1")}`, operation["x-role"]] as const,
      ),
    );
    expect(described.map(([route]) => route).toSorted()).toEqual(
      routes.filter((route) => !["GET /docs", "GET /v1/openapi.json"].includes(route)),
    );
    expect(
      described
        .filter(([, role]) => role === undefined)
        .map(([route]) => route)
        .toSorted(),
    ).toEqual(PUBLIC.filter((route) => route !== "GET /docs"));
  });
});

describe("a token", () => {
  test("works until it is revoked, and is nowhere to be read again", async () => {
    const made = await ok("POST /v1/tokens", { name: "script", role: "viewer" });
    expect(made.token).toMatch(/^partyline_[0-9a-f]{64}$/);
    expect((await call("GET /v1/lines", undefined, { token: made.token })).status).toBe(200);
    const list = await ok("GET /v1/tokens");
    expect(JSON.stringify(list)).not.toContain(made.token);
    expect(list.data.find(({ id }: { id: string }) => id === made.id).lastUsedAt).not.toBeNull();
    await ok(`DELETE /v1/tokens/${made.id}`);
    const refused = await call("GET /v1/lines", undefined, { token: made.token });
    expect(refused.body.error).toMatchObject({
      code: "unauthenticated",
      message: "This token is unknown or revoked.",
    });
  });

  test("of a viewer shows numbers masked", async () => {
    const { id } = await ok("POST /v1/contacts", { number: "+15005550006" });
    const seen = await ok(`GET /v1/contacts/${id}`, undefined, { token: viewer });
    expect(seen.addresses[0].address).toBe("+1500*****06");
    expect((await ok(`GET /v1/contacts/${id}`, undefined, { token: editor })).addresses[0].address).toBe(
      "+15005550006",
    );
  });
});
