// A campaign from its frozen rows to the carrier and back into its rows.
import { beforeEach, describe, expect, test } from "vitest";
import { fakeCarrier } from "./carrier.ts";
import type { FakeCarrier } from "./carrier.ts";
import { addLine, allAre, launch, stateIs } from "./campaign.ts";
import { freshNumber } from "./story.ts";

let carrier: FakeCarrier;
beforeEach(() => {
  carrier = fakeCarrier();
});

const twenty = () => Array.from({ length: 20 }, freshNumber);

describe("a campaign", () => {
  test("reaches its twenty recipients, each once, and is done", async () => {
    const line = await addLine();
    const people = twenty();
    const campaign = await launch({ line, people, now: Date.now() });
    const rows = await allAre(campaign, "handed-over", "accepted");
    expect(carrier.posted.map(({ to }) => to).toSorted()).toEqual(people.toSorted());
    expect(new Set(rows.map(({ body }) => body))).toEqual(new Set(["Hello from us."]));
    expect(await stateIs(campaign, "done")).toEqual({ state: "done", reason: null });
  });
});
