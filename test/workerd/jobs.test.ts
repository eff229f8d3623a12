// Jobs of the outbound queue that come to nothing say why, and hold up no other.
import { createExecutionContext, createMessageBatch, getQueueResult } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, expect, test, vi } from "vitest";
import type { OutboundJob } from "#core/contact/jobs";
import { consume } from "../../worker/queues/index.ts";
import { openServices } from "../../worker/services.ts";
import { ask, contactOf, freshNumber, loopFlow, publish } from "./story.ts";

beforeAll(async () => {
  await publish("loop", loopFlow, "", { id: "line-jobs" });
});

async function run(...jobs: OutboundJob[]) {
  const messages = jobs.map((body, index) => ({
    id: String(index),
    timestamp: new Date(0),
    attempts: 1,
    body,
  }));
  const batch = createMessageBatch("partyline-outbound", messages);
  await consume(await openServices(env), batch);
  const { explicitAcks, retryMessages } = await getQueueResult(batch, createExecutionContext());
  return { done: explicitAcks, again: retryMessages.map(({ msgId }) => msgId) };
}

async function enrolment(flow: string): Promise<OutboundJob> {
  const person = freshNumber();
  await ask(person, "hello");
  const addressId = (await contactOf(person)).name ?? "";
  return { kind: "enrol", id: crypto.randomUUID(), addressId, lineId: "line-jobs", flow };
}

test.each([
  ["into a flow there is none of", "nothing", { event: "enrolment-without-flow", flow: "nothing" }],
  [
    "of somebody in a conversation",
    "loop",
    { event: "enrolment-refused", why: "in-conversation", flow: "loop" },
  ],
])("an enrolment %s is done with, and the log says why", async (_name, flow, expected) => {
  const warnings = vi.spyOn(console, "warn");
  expect(await run(await enrolment(flow))).toEqual({ done: ["0"], again: [] });
  expect(warnings.mock.calls.map(([line]) => JSON.parse(String(line)) as object)).toContainEqual(
    expect.objectContaining(expected),
  );
});
