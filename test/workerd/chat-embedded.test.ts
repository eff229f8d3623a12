// The web chat in a frame of somebody's own site: its cookie is one that browsers keep there.
import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { fetchWith } from "./counting.ts";
import { loopFlow, publish } from "./story.ts";

const SLUG = "framed";
const HOME = "https://line.acme.org";
/** Secrets of no example file: a deployment takes no others. */
const DEPLOYED = {
  ...env,
  DEMO: "",
  TWILIO_ACCOUNT_SID: `AC${"7".repeat(32)}`,
  TWILIO_AUTH_TOKEN: "f".repeat(32),
  ADMIN_TOKEN: "a".repeat(32),
  SESSION_SECRET: "b".repeat(32),
  IDENTITY_KEY: "c".repeat(32),
  TWILIO_API_URL: "https://api.twilio.com",
};

beforeAll(async () => {
  const config = { channel: "chat", sender: "chat", address: SLUG } as const;
  await publish(SLUG, loopFlow, "", { id: `line-${SLUG}`, config });
});

const open = (PUBLIC_URL: string, path = "", headers: Record<string, string> = {}) =>
  fetchWith({ ...DEPLOYED, PUBLIC_URL }, new Request(`${PUBLIC_URL}/chat/${SLUG}${path}`, { headers }));

test.each([
  [HOME, ["Max-Age=31536000", "Path=/chat", "HttpOnly", "Secure", "SameSite=None", "Partitioned"]],
  ["http://localhost:8787", ["Max-Age=31536000", "Path=/chat", "HttpOnly", "SameSite=Lax"]],
])("the page of %s may be framed; its cookie: %j", async (home, attributes) => {
  const page = await open(home);
  expect(page.headers.get("content-security-policy")).toContain("frame-ancestors *");
  expect(page.headers.get("x-frame-options")).toBeNull();
  expect(page.headers.get("set-cookie")?.split("; ").slice(1)).toEqual(attributes);
});

test("the framed page talks, and no other page does with its cookie", async () => {
  const cookie = (await open(HOME)).headers.get("set-cookie")?.split(";")[0] ?? "";
  const from = (origin: string) => open(HOME, "/socket", { upgrade: "websocket", origin, cookie });
  // A socket is opened in the name of the frame's own origin, whatever site the frame is on.
  const { status, webSocket } = await from(HOME);
  webSocket?.accept();
  webSocket?.close();
  expect(status).toBe(101);
  expect((await from("https://the-site-around-it.org")).status).toBe(403);
});
