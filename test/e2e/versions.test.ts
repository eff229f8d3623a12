// A flow is changed while people are in the middle of it: each conversation ends as it began.
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { startSystem, type TestSystem } from "./harness.ts";
import { type Line, organise, type Organiser } from "./organiser.ts";

const HOUR_MS = 3_600_000;

/** The same two questions, worded by edition. */
const edition = (name: string) => ({
  schema: 1,
  languages: ["en"],
  nodes: [
    { id: "day", kind: "ask", text: { en: `${name}: which day suits you?` }, answer: { kind: "text" } },
    {
      id: "wish",
      kind: "ask",
      text: { en: `${name}: any wishes for {{ day }}?` },
      answer: { kind: "text" },
      reminders: [{ afterMinutes: 120, text: { en: `${name}: no wishes at all?` } }],
    },
    { id: "bye", kind: "end", text: { en: `${name}: see you on {{ day }}!` } },
  ],
});

let system: TestSystem;
let organiser: Organiser;
let line: Line;

beforeAll(async () => {
  system = await startSystem();
  organiser = organise(system);
  line = await organiser.addLine({ address: "+447700900100" });
  await organiser.publish("visits", edition("First"));
  await organiser.startWith(line, "visits", "visit");
});

afterAll(() => system.stop());

const Saved = z.object({ revision: z.number() });
const Versions = z.object({ data: z.array(z.object({ number: z.number() })) });

/** Publishes the edition; returns its number. */
async function publish(name: string): Promise<number> {
  const { api } = system;
  const { revision } = await api.get("/api/v1/flows/visits", Saved);
  await api.send("PUT", "/api/v1/flows/visits/draft", { revision, draft: edition(name) }, Saved);
  const Published = z.object({ version: z.object({ number: z.number() }) });
  return (await api.send("POST", "/api/v1/flows/visits/publish", {}, Published)).version.number;
}

const remove = (version: number) =>
  system.api.send("DELETE", `/api/v1/flows/visits/versions/${version}`, undefined, z.null());
const numbers = async () =>
  (await system.api.get("/api/v1/flows/visits/versions", Versions)).data.map(({ number }) => number);

test("who is in a conversation ends on its version, reminders and all; who comes later gets the new one", async () => {
  const early = system.handset("+447700900301");
  await early.text(line.address, "VISIT");
  await early.expect("First: which day suits you?");

  expect(await publish("Second")).toBe(2);
  const late = system.handset("+447700900302");
  await late.text(line.address, "VISIT");
  await late.expect("Second: which day suits you?");

  await early.text(line.address, "Friday");
  await early.expect("First: any wishes for Friday?");
  await system.evict(early.number);
  await system.advance(2 * HOUR_MS);
  await early.expect("First: no wishes at all?", { withinMs: 10_000 });

  await system.recorded();
  await expect(remove(1)).rejects.toMatchObject({
    status: 409,
    code: "conflict",
    message: expect.stringContaining(
      "Version 1 is in use: it is the published one, or a conversation still runs on it.",
    ),
  });
  await expect(remove(2)).rejects.toMatchObject({ status: 409, code: "conflict" });

  await system.evict(early.number);
  await early.text(line.address, "Tea");
  await early.expect("First: see you on Friday!");
  expect((await organiser.responseOf(early.number, "visits")).answers).toMatchObject({
    day: { label: "Friday" },
  });
  await late.text(line.address, "Monday");
  await late.expect("Second: any wishes for Monday?");
  expect([early.unclaimed(), late.unclaimed()]).toEqual([[], []]);
});

test("a version nobody needs any more can go; what was answered to it stays", async () => {
  await system.recorded();
  await remove(1);
  expect(await numbers()).toEqual([2]);
  expect((await organiser.responseOf("+447700900301", "visits")).disposition).toBe("completed");
  await expect(remove(1)).rejects.toMatchObject({ status: 404, code: "not_found" });
});

test("going back: the next person gets the earlier version again, and nobody is moved in between", async () => {
  expect(await publish("Third")).toBe(3);
  const third = system.handset("+447700900303");
  await third.text(line.address, "visit");
  await third.expect("Third: which day suits you?");

  await system.api.send("POST", "/api/v1/flows/visits/versions/2/publish", {}, z.unknown());
  const fourth = system.handset("+447700900304");
  await fourth.text(line.address, "visit");
  await fourth.expect("Second: which day suits you?");
  await third.text(line.address, "Sunday");
  await third.expect("Third: any wishes for Sunday?");

  const flow = await system.api.get(
    "/api/v1/flows/visits",
    z.object({ published: z.object({ number: z.number() }), draft: z.unknown() }),
  );
  expect(flow.published.number).toBe(2);
  // Going back is about what people are asked; the draft is still what its author was working on.
  expect(flow.draft).toEqual(edition("Third"));
  const gone = system.api.send("POST", "/api/v1/flows/visits/versions/1/publish", {}, z.unknown());
  await expect(gone).rejects.toMatchObject({ status: 404 });
});
