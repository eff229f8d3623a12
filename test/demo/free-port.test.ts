// A busy port is no reason not to start.
import { createServer } from "node:net";
import { once } from "node:events";
import { expect, test } from "vitest";
import { findFreePort } from "./free-port.ts";

test("a busy port picks the next", async () => {
  const busy = createServer().listen(0, "127.0.0.1");
  await once(busy, "listening");
  const address = busy.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const found = await findFreePort(port);
  expect(found).toBeGreaterThan(port);
  busy.close();
  await once(busy, "close");
  expect(await findFreePort(port)).toBe(port);
});
