// A campaign through the built Worker, real queues and alarms, to simulated phones: its pace, and what comes back late.
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { watch } from "../demo/seed/office.ts";
import { startSystem, type TestSystem } from "./harness.ts";
import { type Line, organise } from "./organiser.ts";

const Made = z.object({ id: z.string() });
const RATE = 10;
const PEOPLE = 40;
const HOUR_MS = 3_600_000;
/** Timers of one process on a busy machine: a slot used late by this much is still the slot. */
const JITTER_MS = 150;

let system: TestSystem;
let line: Line;

beforeAll(async () => {
  system = await startSystem();
  line = await organise(system).addLine({
    address: "+447700900100",
    zone: "Europe/London",
    segmentsPerSecond: RATE,
  });
});

afterAll(() => system.stop());

async function know(number: string): Promise<void> {
  await system.api.send("POST", "/api/v1/contacts", { number }, z.unknown());
}

async function launch(contacts: readonly string[], text: string): Promise<string> {
  const config = {
    name: text,
    lineId: line.id,
    variants: [{ name: "words", content: { kind: "text", text: { en: text } } }],
    audience: { kind: "contacts", contacts },
    consent: "not-refused",
  };
  const { id } = await system.api.send("POST", "/api/v1/campaigns", config, Made);
  await system.api.send("POST", `/api/v1/campaigns/${id}/launch`, {}, z.unknown());
  return id;
}

/** When the carrier took a text of these words, oldest first. */
function takenAt(body: string): readonly number[] {
  return system.carrier.log.entries.flatMap((entry) =>
    entry.kind === "accepted" && entry.body === body ? [entry.at] : [],
  );
}

test("each gets it once, no second holds more than the rate and one, and who is out of reach is tried again in the afternoon", async () => {
  const numbers = Array.from({ length: PEOPLE }, (_, place) => `+4477009${String(10_000 + place)}`);
  for (const number of numbers) await know(number);
  const organiser = organise(system);
  const ids = await Promise.all(numbers.map((number) => organiser.find(number)));
  const [first = ""] = numbers;
  system.handset(first).setDelivery({ kind: "undelivered", code: 30_003 });

  const id = await launch(
    ids.flatMap((contact) => contact ?? []),
    "Open on Saturday.",
  );
  await watch(system.api, id, "everybody was sent theirs", ({ sent }) => sent >= PEOPLE - 1);
  await system.carrier.settled();
  const at = takenAt("Open on Saturday.");
  expect(at).toHaveLength(PEOPLE);
  const busiest = Math.max(
    ...at.map((from) => at.filter((other) => other >= from && other < from + 1_000 - JITTER_MS).length),
  );
  expect(busiest).toBeLessThanOrEqual(RATE + 1);

  system.handset(first).setDelivery({ kind: "normal" });
  await system.recorded();
  await system.advance(5 * HOUR_MS);
  await system.handset(first).expect("Open on Saturday.");
  expect(takenAt("Open on Saturday.")).toHaveLength(PEOPLE + 1);
  for (const number of numbers) expect(system.handset(number).inbox()).toHaveLength(1);
});
