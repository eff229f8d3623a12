// The live preview: a draft tried beside its editor, through silence and back, and copied as a test that holds.
import { expect, test } from "vitest";
import { parseTranscript, playTranscript } from "#core/conversation/transcript";
import { readFlow, SOMEBODY } from "../core/conversation/stage.ts";
import { signIn } from "./admin-page.ts";
import { place, stories } from "./browse.ts";

stories("the live preview", (arrive) => {
  test("talks, jumps in time, and becomes a test", async () => {
    const { page, context } = await arrive();
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: place().product });
    await signIn(page, "/flows/product-review");
    const preview = page.getByRole("region", { name: "Preview" });
    const thread = preview.getByRole("log", { name: "Conversation" });
    await thread.getByText("Hi! Which product is this review for?").waitFor();

    await preview.getByRole("textbox", { name: "What they write" }).fill("iPhone 15");
    await page.keyboard.press("Enter");
    await thread.getByText("Okay, got it. What's your name?").waitFor();
    await preview.getByRole("button", { name: /^Reminder in/ }).click();
    await thread.getByText("Still there? What's your name?").waitFor();
    await page.keyboard.press("Tab");
    await preview.getByRole("textbox", { name: "What they write" }).fill("John");
    await page.keyboard.press("Enter");
    await preview.getByRole("switch", { name: "Show what happened at each step" }).press("Space");
    await thread.getByText("name: John", { exact: true }).waitFor();
    await thread.getByText("waits at review").waitFor();

    await preview.getByRole("button", { name: "Copy as test" }).click();
    await preview.getByRole("button", { name: "Copied" }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const parsed = parseTranscript(copied);
    if (parsed.kind === "bad") throw new Error(parsed.problem);
    expect(parsed.transcript.header.flow).toBe("product-review");
    expect(playTranscript(readFlow("product-review"), SOMEBODY, parsed.transcript).mismatch).toBeNull();

    // Who is talking changes what they are shown: quick replies where the channel has them.
    await page.goto(`${place().product}/flows/centre-survey`);
    await thread.getByText("1. English").waitFor();
    await preview.getByRole("button", { name: "Who is talking" }).click();
    await preview.getByRole("radio", { name: "WhatsApp" }).press("Space");
    await preview
      .getByRole("group", { name: "Replies to tap" })
      .getByRole("button", { name: "Español" })
      .click();
    await thread.getByText("¿Con qué frecuencia viene al centro?").waitFor();
  });
});
