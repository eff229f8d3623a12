// A token that is held to areas touches these and no other, on every route there is; one from before they were, all that its role may.
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { AREAS } from "#core/area";
import { AREA_OF, placeOf } from "../../worker/api/area.ts";
import { api } from "../../worker/api/index.ts";
import { call, describeApi, ok } from "./api-calls.ts";
import { fakeCarrier } from "./carrier.ts";

/** Asked with a body, though they change nothing. */
const READS = /^POST .*(\/check|\/preview|\/search)$/;
const OWNERS_CHECK = "POST /v1/setup/check";
const OPEN = /^\/(docs|v1\/session\/?.*|v1\/feed|v1\/openapi\.json)$/;

const routes = [
  ...new Set(
    api.routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`),
  ),
].toSorted();
const pathOf = (route: string) => route.split(" ")[1] ?? "";
const held = routes.filter((route) => !OPEN.test(pathOf(route)));
const named = (route: string) => route.replaceAll(/:[a-z]+/gi, "x1");
const isRead = (route: string) => (route.startsWith("GET") || READS.test(route)) && route !== OWNERS_CHECK;
const inArea = (route: string) => AREAS.some((area) => area === placeOf(pathOf(route)));

async function give(scopes: Readonly<Record<string, string>> | null): Promise<string> {
  const wanted = { name: "held", role: "owner", ...(scopes !== null && { scopes }) };
  return (await ok("POST /v1/tokens", wanted)).token;
}

const allBut = (left: string, access: string) =>
  Object.fromEntries(AREAS.filter((area) => area !== left).map((area) => [area, access]));

/** By area: a token with all the others, one that may only read this one, one that may write it alone. */
const without = new Map<string, string>();
const reading = new Map<string, string>();
const writing = new Map<string, string>();

beforeAll(async () => {
  fakeCarrier();
  for (const area of AREAS) {
    without.set(area, await give(allBut(area, "write")));
    reading.set(area, await give({ ...allBut(area, "write"), [area]: "read" }));
    writing.set(area, await give({ [area]: "write" }));
  }
});

async function statusOf(route: string, token: string | undefined): Promise<string> {
  const { status, body } = await call(named(route), undefined, { token: token ?? "" });
  return status === 403 ? body.error.message : "let in";
}

test("every resource of the API has its area, and no other is named", () => {
  const resources = held.map((route) => /^(?:\/v1)?\/([^/]+)/.exec(pathOf(route))?.[1] ?? "");
  const open = ["feed", "openapi.json", "session"];
  expect([...new Set([...resources, ...open])].toSorted()).toEqual([...AREA_OF.keys()].toSorted());
  expect(placeOf("/api/v1/something-new/x1")).toBe("unscoped");
});

describe("a token that is held to areas", () => {
  test.each(held.filter(inArea))("%s refuses one without its area", async (route) => {
    const area = placeOf(pathOf(route));
    const needed = isRead(route) ? "read" : "write";
    expect(await statusOf(route, without.get(area))).toBe(
      `This needs "${area}": "${needed}"; this token was not given it.`,
    );
    expect(await statusOf(route, writing.get(area))).toBe("let in");
  });

  test.each(held.filter((route) => inArea(route) && !isRead(route)))(
    "%s refuses one that may only read",
    async (route) => {
      const area = placeOf(pathOf(route));
      expect(await statusOf(route, reading.get(area))).toBe(
        `This needs "${area}": "write"; this token was not given it.`,
      );
    },
  );

  test.each(held.filter((route) => inArea(route) && isRead(route)))(
    "%s lets one in that may read",
    async (route) => {
      expect(await statusOf(route, reading.get(placeOf(pathOf(route))))).toBe("let in");
    },
  );

  test.each(held.filter((route) => !inArea(route)))(
    "%s refuses it, whatever it was given: it could make itself another",
    async (route) => {
      const all = await give(Object.fromEntries(AREAS.map((area) => [area, "write"])));
      expect(await statusOf(route, all)).toBe("This is closed to every token that is held to some areas.");
    },
  );

  test("may do no more than its role, and opens no session that may", async () => {
    const wanted = { name: "reader", role: "viewer", scopes: { flows: "write" } };
    const { token, scopes } = await ok("POST /v1/tokens", wanted);
    expect(scopes).toEqual({ flows: "write" });
    expect((await call("POST /v1/flows", { slug: "f", name: "F" }, { token })).body.error.message).toBe(
      "This needs the role editor; yours is viewer.",
    );
    const { headers } = await call("POST /v1/session", { token }, { token: null });
    const cookie = (headers.get("set-cookie") ?? "").split("; ")[0] ?? "";
    const signedIn = { token: null, headers: { cookie } };
    expect((await call("GET /v1/flows", undefined, signedIn)).status).toBe(200);
    expect((await call("GET /v1/contacts", undefined, signedIn)).status).toBe(403);
  });

  test("is listed with its areas, and the audit log names them", async () => {
    const { id } = await ok("POST /v1/tokens", {
      name: "site",
      role: "editor",
      scopes: { contacts: "write", flows: "read" },
    });
    const { data } = await ok("GET /v1/tokens");
    expect(data[0]).toMatchObject({ id, scopes: { contacts: "write", flows: "read" } });
    const audit = await ok(`GET /v1/audit?subjectId=${id}`);
    expect(audit.data[0].detail).toEqual({
      role: "editor",
      scopes: { contacts: "write", flows: "read" },
    });
  });
});

test.each([
  [{}, "scopes"],
  [{ people: "read" }, "scopes"],
  [{ contacts: "everything" }, "scopes.contacts"],
])("areas of %j are refused", async (scopes, path) => {
  const { status, body } = await call("POST /v1/tokens", { name: "t", role: "viewer", scopes });
  expect([status, body.error.details[0].path.startsWith(path)]).toEqual([422, true]);
});

test("a token from before there were areas may do all that its role may", async () => {
  const { id, token, scopes } = await ok("POST /v1/tokens", { name: "old", role: "editor" });
  expect(scopes).toBeNull();
  const row = await env.DB.prepare("SELECT scopes FROM tokens WHERE id = ?").bind(id).first();
  expect(row).toEqual({ scopes: null });
  for (const where of ["GET /v1/contacts", "GET /v1/flows", "GET /v1/staff", "GET /v1/lines"])
    expect((await call(where, undefined, { token })).status).toBe(200);
});

test("the description says of every route which area it needs", async () => {
  const { paths } = await describeApi();
  const said = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) =>
        [`${method.toUpperCase()} ${path.replaceAll(/\{([^}]+)\}/g, ":$1")}`, operation["x-scope"]] as const,
    ),
  );
  const promised = new Map<string, unknown>(said);
  for (const route of held) {
    const place = placeOf(pathOf(route));
    expect([route, promised.get(route)]).toEqual([
      route,
      place === "unscoped" ? null : { [place]: isRead(route) ? "read" : "write" },
    ]);
  }
});
