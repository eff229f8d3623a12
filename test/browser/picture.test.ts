// The flow as a picture: 500 steps of it by mouse and keyboard, and the same as a list.
import { expect, test } from "vitest";
import * as z from "zod";
import { signIn } from "./admin-page.ts";
import { stories } from "./browse.ts";
import { looksFine } from "./looks.ts";
import { organiser } from "./organiser.ts";

const STEPS = 500;
const SLUG = "very-long";

function longFlow(): unknown {
  const nodes = Array.from({ length: STEPS }, (_, place) => ({
    id: `q-${place}`,
    kind: "ask",
    text: { en: `Question number ${place}?` },
    answer: { kind: "yes-no", no: place + 7 < STEPS ? `q-${place + 7}` : "end" },
  }));
  return { schema: 1, languages: ["en"], nodes };
}

stories("the picture of a flow", (arrive) => {
  test("shows 500 steps, and leads to each", async () => {
    const body = { slug: SLUG, name: "Very long", draft: longFlow() };
    await organiser().send("POST", "/api/v1/flows", body, z.unknown());
    const { page } = await arrive();
    await signIn(page, `/flows/${SLUG}?tab=picture`);
    const picture = page.getByRole("region", { name: "Picture of the flow" });
    const first = picture.getByRole("button", { name: /Question number 0\?/ });
    await first.waitFor();
    // What is far away is not drawn until somebody goes there.
    expect(await picture.getByRole("button", { name: /Question number/ }).count()).toBeLessThan(STEPS / 2);
    await looksFine(page, "flow-picture");

    await picture.getByRole("radio", { name: "List" }).press("Space");
    const list = picture.getByRole("list", { name: "Steps of the flow" });
    await list.getByText("No: Question number 499?").waitFor();
    await picture.getByRole("radio", { name: "Picture" }).press("Space");

    await first.focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).searchParams.get("step")).toMatch(/^q-\d+$/);
  });
});
