// The carrier over a real socket.
import { afterEach, expect, test } from "vitest";
import { serveCarrier, type Served } from "./serve.ts";
import { ACCOUNT_SID, API_KEY, LINES, setUp } from "./testing/setup.ts";

let served: Served | undefined;
afterEach(async () => {
  await served?.close();
  served = undefined;
});

const authorization = `Basic ${Buffer.from(`${API_KEY}:secret`).toString("base64")}`;
const body = new URLSearchParams({ To: "+12065550123", From: LINES.longCode.address, Body: "hi" });

test("answers on loopback, and breaks the connection when told to", async () => {
  const { carrier } = setUp();
  served = await serveCarrier(carrier, 0);
  const url = `${served.url}/2010-04-01/Accounts/${ACCOUNT_SID}/Messages.json`;
  const send = () => fetch(url, { method: "POST", body, headers: { authorization } });
  expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await send()).status).toBe(201);
  carrier.faults.sends.next({ kind: "accepted-then-dropped" });
  await expect(send()).rejects.toThrow("fetch failed");
  await carrier.settled();
  expect(carrier.handset("+12065550123").inbox()).toHaveLength(2);
});

test("a port that is taken is an error, not a silence", async () => {
  const { carrier } = setUp();
  served = await serveCarrier(carrier, 0);
  await expect(serveCarrier(carrier, Number(new URL(served.url).port))).rejects.toThrow("EADDRINUSE");
});
