// The API's reference and the front page: nothing for strangers, everything for a token, under a policy that lets no foreign script run.
import { expect, test } from "vitest";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { place, stories } from "./browse.ts";

stories("the API's reference", (arrive) => {
  test("asks for a token, refuses a wrong one in words, and shows every operation for the right one", async () => {
    const { page, forgive } = await arrive();
    forgive(/401/);
    const response = await page.goto(`${place().product}/api/docs`);
    expect(response?.headers()["content-security-policy"]).toContain("script-src 'self'");
    await page.getByLabel("Token").fill("wrong");
    await page.keyboard.press("Enter");
    await page
      .getByRole("alert")
      .filter({ hasText: /unknown/ })
      .waitFor();

    await page.getByLabel("Token").fill(TEST_SECRETS.ADMIN_TOKEN);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("heading", { level: 1, name: /API$/ }).waitFor();
    const described = await page.request.get(`${place().product}/api/v1/openapi.json`, {
      headers: { authorization: `Bearer ${TEST_SECRETS.ADMIN_TOKEN}` },
    });
    const { paths }: { paths: Record<string, object> } = await described.json();
    const operations = Object.values(paths).flatMap((methods) => Object.keys(methods));
    expect(operations.length).toBeGreaterThan(40);
    expect(await page.locator("details.operation").count()).toBe(operations.length);
  });

  test("an operation opens by keyboard, and tells what to send, what comes back and how to try it", async () => {
    const { page } = await arrive();
    await page.goto(`${place().product}/api/docs`);
    await page.getByLabel("Token").fill(TEST_SECRETS.ADMIN_TOKEN);
    await page.keyboard.press("Enter");
    const operation = page.locator("details", { hasText: "Take a line out of use" });
    await operation.locator("summary").focus();
    await page.keyboard.press("Enter");
    await operation.getByText("curl -X POST").waitFor();
    await operation.getByRole("link", { name: "Line" }).first().click();
    await page.waitForURL(/#schema-Line$/);
    // The token stays in this tab: a reload asks for nothing.
    await page.reload();
    await page.getByRole("heading", { level: 1, name: /API$/ }).waitFor();
  });
});

stories("the front page", (arrive) => {
  test("shows a stranger nothing but the way in, and leads whoever signs in to where they wanted", async () => {
    const { page } = await arrive();
    await page.goto(`${place().product}/setup/lines`);
    await page.getByRole("heading", { name: "Partyline" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/sign-in");
    expect(await page.getByText("+447700900100").count()).toBe(0);
    await page.getByLabel("Token").fill(TEST_SECRETS.ADMIN_TOKEN);
    await page.keyboard.press("Enter");
    await page.getByText("+447700900100").waitFor();
    expect(new URL(page.url()).pathname).toBe("/setup/lines");
  });
});
