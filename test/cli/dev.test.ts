// npm run dev: what it can be told, and how it learns the tunnel's address.
import { expect, test } from "vitest";
import { readOptions } from "../../worker/cli/dev/read-options.ts";
import { findTunnelUrl } from "../../worker/cli/dev/tunnel-url.ts";
import { wranglerArguments } from "../../worker/cli/dev/wrangler-arguments.ts";

/** As cloudflared 2026.9 prints it. */
const OPENING = `2026-11-21T10:00:00Z INF Thank you for trying Cloudflare Tunnel. [...] https://developers.cloudflare.com/cloudflare-one/connections/connect-apps
2026-11-21T10:00:00Z INF Requesting new quick Tunnel on trycloudflare.com...
`;
const OPENED = `2026-11-21T10:00:04Z INF +--------------------------------------------------------------------------------------------+
2026-11-21T10:00:04Z INF |  Your quick Tunnel has been created! Visit it at (it may take some time to be reachable):  |
2026-11-21T10:00:04Z INF |  https://alpha-brave-4th-zulu.trycloudflare.com                                            |
2026-11-21T10:00:04Z INF +--------------------------------------------------------------------------------------------+
`;

test.each([
  ["the tunnel is there", OPENING + OPENED, "https://alpha-brave-4th-zulu.trycloudflare.com"],
  ["still asking", OPENING, null],
  [
    "the service refuses",
    `${OPENING}ERR Post "https://api.trycloudflare.com/tunnel": 429 Too Many Requests`,
    null,
  ],
  ["another site's name", "https://a.trycloudflare.com.example.org", null],
  ["no scheme", "alpha.trycloudflare.com", null],
])("%s", (_what, output, url) => {
  expect(findTunnelUrl(output)).toBe(url);
});

test("printed in pieces, it is found only when whole", () => {
  const text = OPENING + OPENED;
  const end = text.indexOf(".com ") + ".com".length;
  const first = Array.from({ length: text.length }, (_, length) => length).find(
    (length) => findTunnelUrl(text.slice(0, length)) !== null,
  );
  expect(first).toBe(end);
});

test.each([
  [[], { tunnel: false, port: 8787 }],
  [["--tunnel"], { tunnel: true, port: 8787 }],
  [["--port", "9000", "--tunnel"], { tunnel: true, port: 9000 }],
])("%j means %j", (args, options) => {
  expect(readOptions(args)).toEqual(options);
});

test.each([[["--remote"]], [["--port"]], [["--port", "0"]], [["--port", "80a"]], [["--port", "70000"]]])(
  "%j is refused",
  (args) => {
    expect(() => readOptions(args)).toThrow(/Use: npm run dev|not a port/);
  },
);

test("wrangler listens on this machine only, and signatures are made over the public address", () => {
  expect(wranglerArguments(9000, "https://a.trycloudflare.com").join(" ")).toBe(
    "dev --ip 127.0.0.1 --port 9000 --var PUBLIC_URL:https://a.trycloudflare.com",
  );
});
