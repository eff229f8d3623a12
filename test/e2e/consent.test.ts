// STOP, START, HELP and YES on every kind of line: what a person reads, who says it, and what is kept of it.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import type { Handset } from "../carrier/carrier.ts";
import { eventually } from "../system/eventually.ts";
import { startSystem, type TestSystem } from "./harness.ts";
import { type Line, organise, type Organiser } from "./organiser.ts";

const FAIR = {
  schema: 1,
  languages: ["en"],
  nodes: [
    {
      id: "coming",
      kind: "ask",
      text: { en: "Are you coming to the fair?" },
      answer: { kind: "yes-no" },
      reminders: [{ afterMinutes: 60 }],
    },
    { id: "wish", kind: "ask", text: { en: "What should we improve?" }, answer: { kind: "text" } },
    { id: "noted", kind: "end", text: { en: "Noted, thank you." } },
  ],
};

type Party = "carrier" | "product";

interface Sort {
  readonly name: string;
  readonly config: Parameters<Organiser["addLine"]>;
  /** Who answers the opt-out words, and who HELP. */
  readonly stop: Party;
  readonly help: Party;
}

const SERVICE = `MG${"0".repeat(31)}`;
const SORTS: readonly Sort[] = [
  {
    name: "a long code",
    config: [{ name: "Long code", sender: "long-code", address: "+12125550100" }],
    stop: "carrier",
    help: "carrier",
  },
  {
    name: "a toll-free number",
    config: [{ name: "Toll-free", sender: "toll-free", address: "+18885550100" }],
    stop: "carrier",
    help: "product",
  },
  {
    name: "a short code",
    config: [{ name: "Short code", sender: "short-code", address: "24365" }],
    stop: "product",
    help: "product",
  },
  {
    name: "a messaging service",
    config: [
      { name: "Service", sender: "messaging-service", address: `${SERVICE}1` },
      { address: "+13125550100" },
    ],
    stop: "carrier",
    help: "carrier",
  },
  {
    name: "a messaging service with Advanced Opt-Out",
    config: [
      { name: "Advanced", sender: "messaging-service", address: `${SERVICE}2` },
      { address: "+13125550101", advancedOptOut: true },
    ],
    stop: "carrier",
    help: "carrier",
  },
  {
    name: "WhatsApp",
    config: [{ name: "WhatsApp", channel: "whatsapp", sender: "whatsapp", address: "+442079460100" }],
    stop: "product",
    help: "product",
  },
];

/** What should not come would have come by now. */
const QUIET_MS = 1_500;

let system: TestSystem;
let organiser: Organiser;
const lines = new Map<string, Line>();

beforeAll(async () => {
  system = await startSystem();
  organiser = organise(system);
  for (const { name, config } of SORTS) lines.set(name, await organiser.addLine(...config));
  await organiser.publish("fair", FAIR);
  for (const line of lines.values()) await organiser.startWith(line, "fair", "fair");
});

afterAll(() => system.stop());

let people = 0;

/** Somebody nobody has heard of. */
function somebody(): Handset {
  people += 1;
  return system.handset(`+1206555${String(100 + people).padStart(4, "0")}`);
}

function lineOf(name: string): Line {
  const line = lines.get(name);
  if (line === undefined) throw new Error(`no line "${name}"`);
  return line;
}

/** Texts the words and tells who answered, once everything has arrived that was going to. */
async function answersTo(handset: Handset, line: Line, words: string): Promise<readonly string[]> {
  const before = handset.inbox().length;
  await handset.text(line.address, words);
  await system.carrier.settled();
  return handset
    .inbox()
    .slice(before)
    .map(({ by, body }) => `${by}: ${body}`);
}

/** Lets them be asked whether they come to the fair. */
async function beAsked(handset: Handset, line: Line): Promise<void> {
  await handset.text(line.address, "fair");
  await handset.expect("Are you coming to the fair?", { withinMs: 5_000 });
}

describe("on every kind of line", () => {
  test.concurrent.each(SORTS)(
    "on $name, each word is answered once, by one party; after STOP there is silence until START",
    async ({ name, stop, help }) => {
      const line = lineOf(name);
      const ann = somebody();
      await beAsked(ann, line);
      expect(await answersTo(ann, line, "Stop")).toEqual([
        expect.stringMatching(`^${stop}: .*(START|unstop)`),
      ]);
      expect(await answersTo(ann, line, "STOP")).toEqual([]);
      expect(await answersTo(ann, line, "fair")).toEqual([]);
      expect(await answersTo(ann, line, "is anybody there?")).toEqual([]);
      expect(await answersTo(ann, line, "START")).toEqual([expect.stringMatching(`^${stop}: `)]);
      expect(await answersTo(ann, line, "help")).toEqual([expect.stringMatching(`^${help}: .*STOP`)]);
      await beAsked(ann, line);

      await system.recorded();
      expect(await organiser.consentsOf(ann.number)).toEqual([
        { kind: "opt-out", source: "person", words: "Stop" },
        { kind: "opt-out", source: "person", words: "STOP" },
        { kind: "opt-in", source: "person", words: "START" },
      ]);
      expect(await organiser.noticesOf(ann.number)).toEqual([
        { kind: "opted-out-text", text: "fair" },
        { kind: "opted-out-text", text: "is anybody there?" },
      ]);
    },
  );

  test.concurrent.each(SORTS)(
    "on $name, YES is an answer from everybody who has not opted out",
    async ({ name }) => {
      const line = lineOf(name);
      const ben = somebody();
      await beAsked(ben, line);
      expect(await answersTo(ben, line, "YES")).toEqual(["product: What should we improve?"]);
      await system.recorded();
      expect(await organiser.consentsOf(ben.number)).toEqual([]);
    },
  );

  test.concurrent.each(SORTS)(
    "on $name, a sentence that leaves no doubt opts out as well, and is ours to confirm",
    async ({ name }) => {
      const line = lineOf(name);
      const cleo = somebody();
      await beAsked(cleo, line);
      expect(await answersTo(cleo, line, "please stop texting me")).toEqual([
        "product: Riverside Centre: You are unsubscribed and will get no more messages from us. Reply START to get them again.",
      ]);
      expect(await answersTo(cleo, line, "Please stop texting me!")).toEqual([]);
      await system.recorded();
      const history = await organiser.consentsOf(cleo.number);
      expect(history.map(({ words }) => words)).toEqual([
        "please stop texting me",
        "Please stop texting me!",
      ]);
    },
  );

  test.concurrent.each(SORTS)(
    'on $name, "stop the bill" is an answer, and waits for a person to look at it',
    async ({ name }) => {
      const line = lineOf(name);
      const dan = somebody();
      await beAsked(dan, line);
      await answersTo(dan, line, "no");
      expect(await answersTo(dan, line, "Stop the bill you keep sending me")).toEqual([
        "product: Noted, thank you.",
      ]);
      await system.recorded();
      expect(await organiser.noticesOf(dan.number)).toEqual([
        { kind: "doubtful", text: "Stop the bill you keep sending me" },
      ]);
      expect(await organiser.consentsOf(dan.number)).toEqual([]);
    },
  );
});

describe("after STOP", () => {
  test.concurrent.each(SORTS.filter(({ name }) => name !== "a toll-free number"))(
    "on $name, YES opts in again, confirmed once",
    async ({ name, stop }) => {
      const line = lineOf(name);
      const eve = somebody();
      await beAsked(eve, line);
      await answersTo(eve, line, "STOP");
      expect(await answersTo(eve, line, "Yes")).toEqual([expect.stringMatching(`^${stop}: `)]);
      await system.recorded();
      const history = await organiser.consentsOf(eve.number);
      expect(history.at(-1)).toEqual({ kind: "opt-in", source: "person", words: "Yes" });
    },
  );

  test("what was planned before STOP does not come after it, on any line", async () => {
    const stopped = await Promise.all(
      [...lines.values()].map(async (line) => {
        const fay = somebody();
        await beAsked(fay, line);
        await answersTo(fay, line, "STOP");
        for (const { body } of fay.unclaimed()) await fay.expect(body);
        return fay;
      }),
    );
    await system.advance(2 * 3_600_000);
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    expect(stopped.flatMap((fay) => fay.unclaimed())).toEqual([]);
  });

  test("STOP on one line is STOP on all of them, for the staff as well", async () => {
    const [texts, whatsapp] = [lineOf("a long code"), lineOf("WhatsApp")];
    const gus = somebody();
    await beAsked(gus, whatsapp);
    expect(await answersTo(gus, whatsapp, "STOP")).toHaveLength(1);
    expect(await answersTo(gus, texts, "fair")).toEqual([]);
    for (const line of [texts, whatsapp]) {
      const start = system.api.send(
        "POST",
        "/api/v1/flows/fair/start",
        { lineId: line.id, to: gus.number },
        z.unknown(),
      );
      await expect(start).rejects.toMatchObject({ status: 409, code: "conflict" });
    }
  });

  test("the toll-free network knows no YES: the person stays blocked, and we learn it from the carrier", async () => {
    const line = lineOf("a toll-free number");
    const ida = somebody();
    await beAsked(ida, line);
    await answersTo(ida, line, "STOP");
    expect(await answersTo(ida, line, "Yes")).toEqual([]);
    await system.advance(3 * 60_000);
    const last = await eventually(async () => (await organiser.consentsOf(ida.number))[2]);
    expect(last).toEqual({ kind: "opt-out", source: "carrier", words: "carrier error 21610" });
    expect(await answersTo(ida, line, "fair")).toEqual([]);
  });
});
