// Settings: what is missing or wrong is named, with how to set it, and never shown.
import { describe, expect, test } from "vitest";
import { parseSettings } from "../../worker/settings.ts";
import { TEST_SECRETS } from "../fixtures/secrets.ts";

const local = {
  ...TEST_SECRETS,
  PUBLIC_URL: "http://localhost:8787/",
  TWILIO_API_URL: "https://api.twilio.com",
};
const real = {
  ...local,
  PUBLIC_URL: "https://line.acme.org",
  TWILIO_ACCOUNT_SID: `AC${"7".repeat(32)}`,
  TWILIO_AUTH_TOKEN: "f".repeat(32),
  ADMIN_TOKEN: "a".repeat(32),
  SESSION_SECRET: "b".repeat(32),
  IDENTITY_KEY: "c".repeat(32),
};

describe("settings", () => {
  test("are taken as they are, without a slash at the end of a URL", () => {
    expect(parseSettings(local)).toMatchObject({
      PUBLIC_URL: "http://localhost:8787",
      DEMO: false,
      CORS_ORIGINS: [],
    });
    expect(
      parseSettings({ ...real, CORS_ORIGINS: "https://a.org, https://b.org" }).CORS_ORIGINS,
    ).toHaveLength(2);
  });

  test.each([
    [{ PUBLIC_URL: "" }, "PUBLIC_URL"],
    [{ TWILIO_ACCOUNT_SID: "AC1" }, "TWILIO_ACCOUNT_SID must be AC and 32 hexadecimal digits"],
    [{ IDENTITY_KEY: "short-secret-value" }, "IDENTITY_KEY must be at least 32 characters"],
    [{ SESSION_SECRET: undefined }, "SESSION_SECRET"],
  ])("%j is named, with how to set it, and not shown", (wrong, message) => {
    const parse = () => parseSettings({ ...real, ...wrong });
    expect(parse).toThrow(message);
    expect(parse).toThrow("wrangler secret put");
    expect(parse).not.toThrow("short-secret-value");
  });

  test("the demo's clock and the example file's values are for this machine only", () => {
    expect(parseSettings({ ...local, DEMO: "1" }).DEMO).toBe(true);
    expect(() => parseSettings({ ...real, DEMO: "1" })).toThrow("DEMO is for this machine only");
    expect(() => parseSettings({ ...real, ADMIN_TOKEN: "example-admin-token" })).toThrow(
      "ADMIN_TOKEN still has the value of the example",
    );
  });
});
