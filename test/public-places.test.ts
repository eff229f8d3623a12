// Where the Worker answers at all; what is below each place is listed in test/workerd/public-routes.test.ts and guarded in the API.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

test("the Worker answers at these places", () => {
  const index = readFileSync(join(import.meta.dirname, "../worker/index.ts"), "utf8");
  const places = [...index.matchAll(/^app\.(\w+)\(\s*"([^"]+)"/gm)].map(
    ([, verb, path]) => `${verb} ${path}`,
  );
  expect(places).toEqual(["get /healthz", "route /webhooks", "route /chat", "route /calendar", "route /api"]);
});
