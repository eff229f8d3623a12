// The pace at the carrier: three campaigns at once with a hundred thousand queued, and the staff's replies between them.
import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import { organise } from "../e2e/organiser.ts";
import type { Line } from "../e2e/organiser.ts";
import { eventually } from "../system/eventually.ts";
import { at } from "./load.ts";
import { startPaceSystem } from "./pace-system.ts";
import type { PaceSystem } from "./pace-system.ts";
import type { Part, Row } from "./row.ts";
import { meanRate, mostOver } from "./windows.ts";
import type { Taken } from "./windows.ts";

const RATES = [20, 100] as const;
const CAMPAIGNS = 3;
const QUEUED = 100_000;
const WARM_UP_MS = 5_000;
const MEASURED_MS = 60_000;
const REPLIES = 60;
/** Two messages to one person keep five seconds apart; a reply each so often lets twenty people take turns. */
const REPLIERS = 20;
const REPLY_EVERY_MS = 300;
const APART_MS = 5_500;
const STOPPED_WITHIN_MS = 3_000;

const Made = z.object({ id: z.string() });
const Figures = z.object({ isFrozen: z.boolean() });
const Conversations = z.object({ data: z.array(Made) });

const LOOP = {
  schema: 1,
  languages: ["en"],
  nodes: [
    { id: "word", kind: "ask", text: { en: "Tell me a word." }, answer: { kind: "text" }, next: "word" },
  ],
};

export async function measurePace(): Promise<Part> {
  const parts: Part[] = [];
  for (const rate of RATES) parts.push(await measureAt(rate));
  return { rows: parts.flatMap(({ rows }) => rows), broken: parts.flatMap(({ broken = [] }) => broken) };
}

async function measureAt(rate: number): Promise<Part> {
  const system = await startPaceSystem(QUEUED, CAMPAIGNS);
  try {
    const line = await organise(system).addLine({
      address: "24365",
      sender: "short-code",
      segmentsPerSecond: rate,
    });
    const conversations = await converse(system, line);
    // Their greeting was just handed over: the next message keeps five seconds apart from it.
    await pause(APART_MS);
    const idle = await reply(system, conversations, "idle");
    const campaigns = await launch(system, line);
    await pause(WARM_UP_MS);
    const from = Date.now();
    const [busy] = await Promise.all([reply(system, conversations, "busy"), pause(MEASURED_MS)]);
    const to = Date.now();
    const stopped = await stopAll(system, campaigns);
    return toPart(rate, {
      taken: takenBy(system).filter((one) => one.at >= from && one.at < to),
      from,
      to,
      idle,
      busy,
      stopped,
    });
  } finally {
    await system.stop();
  }
}

/** Everybody begins a conversation; resolves with the conversations' ids. */
async function converse(system: PaceSystem, line: Line): Promise<readonly string[]> {
  const organiser = organise(system);
  await organiser.publish("loop", LOOP);
  await organiser.startWith(line, "loop");
  for (let place = 0; place < REPLIERS; place += 1)
    await system.handset(`+1310555${String(1_000 + place)}`).text(line.address, "hello");
  const list = () => system.api.get(`/api/v1/conversations?limit=${REPLIERS}`, Conversations);
  const { data } = await eventually(async () => {
    const page = await list();
    return page.data.length === REPLIERS ? page : null;
  });
  return data.map(({ id }) => id);
}

/** The staff write, one message after the other; how long each took to the carrier, in milliseconds, sorted. */
async function reply(
  system: PaceSystem,
  conversations: readonly string[],
  name: string,
): Promise<readonly number[]> {
  const sent = new Map<string, number>();
  for (let serial = 0; serial < REPLIES; serial += 1) {
    const text = `${name} ${serial}`;
    sent.set(text, Date.now());
    await system.api.send(
      "POST",
      `/api/v1/conversations/${conversations[serial % REPLIERS]}/reply`,
      { text },
      z.unknown(),
    );
    await pause(REPLY_EVERY_MS);
  }
  await pause(STOPPED_WITHIN_MS);
  return system.carrier.log.entries
    .flatMap((entry) => {
      const begun = entry.kind === "accepted" ? sent.get(entry.body) : undefined;
      return begun === undefined ? [] : [entry.at - begun];
    })
    .toSorted((a, b) => a - b);
}

async function launch(system: PaceSystem, line: Line): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let group = 0; group < CAMPAIGNS; group += 1) {
    const config = {
      name: `Pace ${group}`,
      lineId: line.id,
      variants: [
        { name: "words", content: { kind: "text", text: { en: `Open on Saturday, group ${group}.` } } },
      ],
      audience: { kind: "filter", filter: { path: "attributes.group", op: "eq", value: group } },
    };
    const { id } = await system.api.send("POST", "/api/v1/campaigns", config, Made);
    ids.push(id);
    await system.api.send("POST", `/api/v1/campaigns/${id}/launch`, {}, z.unknown());
  }
  for (const id of ids)
    for (let isFrozen = false; !isFrozen; await pause(500))
      ({ isFrozen } = await system.api.get(`/api/v1/campaigns/${id}/figures`, Figures));
  return ids;
}

/** One is cancelled, the others are paused; how long after the answer the last of each was still handed over. */
async function stopAll(system: PaceSystem, campaigns: readonly string[]): Promise<readonly number[]> {
  const answered: number[] = [];
  for (const [group, id] of campaigns.entries()) {
    const how = group === 0 ? "cancel" : "pause";
    await system.api.send("POST", `/api/v1/campaigns/${id}/${how}`, {}, z.unknown());
    answered.push(Date.now());
  }
  await pause(2 * STOPPED_WITHIN_MS);
  return answered.map((answeredAt, group) => {
    const ours = system.carrier.log.entries.filter(
      (entry) => entry.kind === "accepted" && entry.body.endsWith(`group ${group}.`),
    );
    return (ours.at(-1)?.at ?? answeredAt) - answeredAt;
  });
}

/** Everything the carrier took of us: each text here is one segment. */
function takenBy(system: PaceSystem): readonly Taken[] {
  return system.carrier.log.entries.flatMap((entry) =>
    entry.kind === "accepted" ? [{ at: entry.at, segments: 1 }] : [],
  );
}

interface Measured {
  readonly taken: readonly Taken[];
  readonly from: number;
  readonly to: number;
  readonly idle: readonly number[];
  readonly busy: readonly number[];
  readonly stopped: readonly number[];
}

function toPart(rate: number, { taken, from, to, idle, busy, stopped }: Measured): Part {
  const over = mostOver(taken, rate);
  const mean = meanRate(taken, from, to);
  const [idleP95, busyP95] = [at(idle, 0.95), at(busy, 0.95)];
  const latest = Math.max(...stopped);
  const setting = `${CAMPAIGNS} campaigns and replies, ${QUEUED.toLocaleString("en")} queued`;
  const rows: readonly Row[] = [
    [
      `pace at ${rate}/s: most over rate x window (>= 1 s)`,
      `${over.toFixed(2)} segments`,
      `at most one message; ${setting}`,
    ],
    [
      `pace at ${rate}/s: mean over a minute`,
      `${((mean / rate) * 100).toFixed(1)}%`,
      `${mean.toFixed(2)} segments/s; within 3%`,
    ],
    [
      `replies at ${rate}/s: p95 busy / idle`,
      `${(busyP95 / idleP95).toFixed(2)} x`,
      `${busyP95} ms, ${idleP95} ms; ${busy.length} of ${REPLIES} replies; at most 1.25 x`,
    ],
    [`last message after pause or cancel at ${rate}/s`, `${latest} ms`, "after the answer; at most 3,000 ms"],
  ];
  const broken = [
    ...(over > 1 ? [`at ${rate}/s a window holds ${over.toFixed(2)} segments more than its share`] : []),
    ...(Math.abs(mean / rate - 1) > 0.03 ? [`at ${rate}/s the mean is ${mean.toFixed(2)}`] : []),
    ...(busyP95 > 1.25 * idleP95
      ? [`at ${rate}/s replies take ${(busyP95 / idleP95).toFixed(2)} x as long as idle`]
      : []),
    ...(latest > STOPPED_WITHIN_MS ? [`at ${rate}/s a message left ${latest} ms after it was stopped`] : []),
  ];
  return { rows, broken };
}
