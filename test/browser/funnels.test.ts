// A funnel from its first stage to people in it: made on a form that says what is wrong where it is wrong, and started.
import { expect, test } from "vitest";
import * as z from "zod";
import { listens, signIn } from "./admin-page.ts";
import { findBarriers } from "./axe.ts";
import { stories } from "./browse.ts";
import { organiser } from "./organiser.ts";
import type { Page } from "playwright-core";

const Funnel = z.object({ revision: z.int(), config: z.record(z.string(), z.unknown()) });

async function addPeople(): Promise<void> {
  const api = organiser();
  for (const number of ["+447700900381", "+447700900382"]) {
    const person = { phone: number, first_name: "Quay", tags: ["quay"], consent: true };
    await api.send("POST", "/api/v1/users", person, z.unknown());
  }
  const filters = [{ path: "tags", op: "eq", value: "quay" }];
  await api.send("POST", "/api/v1/segments", { name: "The quay", filters }, z.unknown());
}

async function choose(page: Page, field: string | RegExp, option: string | RegExp): Promise<void> {
  await page.getByRole("combobox", { name: field }).click();
  await page.getByRole("option", { name: option }).click();
}

stories("a funnel", (arrive) => {
  test("is made, put right where it is wrong, filled and started", async () => {
    await addPeople();
    const { page } = await arrive();
    await signIn(page, "/funnels");
    await page.getByRole("link", { name: "New funnel" }).click();
    await page.getByRole("textbox", { name: "Name" }).first().fill("Quay walk");
    await choose(page, "Line", /^News/);
    await choose(page, "Begins the flow", "Energy advice: activation");
    await page.getByRole("button", { name: "Save as a draft" }).press("Enter");

    await page.getByRole("heading", { level: 1, name: "Quay walk" }).waitFor();
    await page.getByText("Flows call it quay_walk").waitFor();
    await page.getByText('The flow of "First" never sets a category of "quay_walk"').waitFor();

    // Silence that leads back to its own stage never ends.
    const first = page.getByRole("region", { name: "Stage First" });
    await choose(page, "First, silence: what then", "They go on to");
    await first.getByText(/comes back to it again and again/).waitFor();
    await page.getByRole("button", { name: "Add a stage" }).click();
    await choose(page, "First, silence: stage", "Stage 2");
    await page.getByRole("combobox", { name: "Begins the flow" }).last().click();
    await page.getByRole("option", { name: "Energy advice: first reactivation" }).click();
    await first.getByText(/comes back to it again and again/).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Save", exact: true }).press("Enter");
    await page.getByText("Saved.", { exact: true }).waitFor();
    const { config } = await organiser().get("/api/v1/funnels/quay_walk", Funnel);
    expect(config["stages"]).toMatchObject([
      { id: "first", silence: { leads: { kind: "stage", stage: "stage-2", afterDays: 0 } } },
      { id: "stage-2", flow: "energy-reactivation-1" },
    ]);
    expect(await findBarriers(page)).toEqual([]);

    await listens(page);
    await page.getByRole("tab", { name: "How it goes" }).press("Enter");
    await page.getByRole("button", { name: "Put people in…" }).click();
    await choose(page, "Segment", "The quay");
    await page.getByRole("button", { name: "Put them in" }).press("Enter");
    await page.getByRole("link", { name: "2 not asked yet" }).click();
    await page.getByRole("table", { name: "People in the funnel" }).getByText("Quay").nth(1).waitFor();
    await page.getByRole("button", { name: "Start…" }).click();
    const question = page.getByRole("dialog", { name: 'Start "Quay walk"?' });
    await question.getByText(/^2 people are due/).waitFor();
    await question.getByRole("button", { name: "Start it" }).press("Enter");
    await page.getByText("Running", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Pause" }).press("Enter");
    await page.getByText("Paused", { exact: true }).waitFor();
  });

  test("that two people change tells the second, and loses nothing of either", async () => {
    const api = organiser();
    const { page, forgive } = await arrive();
    forgive(/409/);
    await signIn(page, "/funnels/energy_advice?tab=setup");
    const name = page.getByRole("textbox", { name: "Name" }).first();
    await name.fill("Mine");
    const { revision, config } = await api.get("/api/v1/funnels/energy_advice", Funnel);
    const theirs = { revision, config: { ...config, name: "Theirs" } };
    await api.send("PUT", "/api/v1/funnels/energy_advice", theirs, z.unknown());
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Somebody else changed this funnel meanwhile").waitFor();
    expect(await name.inputValue()).toBe("Mine");
    await page.getByRole("button", { name: "Keep mine instead" }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "Mine" }).waitFor();
    const kept = await api.get("/api/v1/funnels/energy_advice", Funnel);
    expect(kept).toMatchObject({ revision: revision + 2, config: { ...config, name: "Mine" } });
    await api.send("PUT", "/api/v1/funnels/energy_advice", { revision: kept.revision, config }, z.unknown());
  });
});
