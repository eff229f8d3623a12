// What is built: a Worker that carries none of the API's description, and a description that leaves nothing out.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runnerImport } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { WORKER } from "../../worker/cli/build/targets.ts";
import { ROOT } from "../../worker/cli/checkout.ts";
import { startSystem, type TestSystem } from "./harness.ts";

const Description = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** Shorter ones are words that other sentences hold as well. */
const TEXT_CHARACTERS_MIN = 20;

let system: TestSystem;
let description: z.output<typeof Description>;

beforeAll(async () => {
  system = await startSystem();
  description = await system.api.get("/api/v1/openapi.json", Description);
});

afterAll(() => system.stop());

test("the description names every route there is", async () => {
  interface Routes {
    readonly routes: { readonly routes: readonly { readonly method: string; readonly path: string }[] };
  }
  const { module } = await runnerImport<Routes>(join(ROOT, "worker/api/index.ts"), { configFile: false });
  const routes = module.routes.routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path.replaceAll(/:([a-zA-Z]+)/g, "{$1}")}`);
  const described = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.toSorted()).toEqual([...new Set(routes)].toSorted());
});

test("the Worker holds none of its sentences", () => {
  const worker = readFileSync(join(ROOT, WORKER.built), "utf8");
  // Piece by piece: the bundler chooses its quotes, and escapes what they need.
  const sentences = listTexts(description)
    .map((text) => text.split(/[`"'\\\n]/))
    .filter((pieces) => pieces.some((piece) => piece.length >= TEXT_CHARACTERS_MIN));
  expect(sentences.length).toBeGreaterThan(300);
  expect(sentences.filter((pieces) => pieces.every((piece) => worker.includes(piece)))).toEqual([]);
});

function listTexts(value: unknown, key = ""): string[] {
  if (typeof value === "string") return key === "summary" || key === "description" ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => listTexts(inner, name));
}

describe("a stranger does not see it", () => {
  test.each([
    "/api/v1/openapi.json",
    "/api/v1/openapi",
    "/api/v1/openapi.json/",
    "/api//v1/openapi.json",
    "/%61pi/v1/openapi.json",
    "//api/v1/openapi.json",
    "/x/../api/v1/openapi.json",
    "/API/v1/openapi.json",
  ])("%s", async (path) => {
    const answer = await system.api.call(path, { headers: { authorization: "none" } });
    expect(await answer.text()).not.toContain('"paths"');
  });
});
