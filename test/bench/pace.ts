// The pace at the carrier: three campaigns at once with a hundred thousand queued, and the staff's replies between them.
import { setTimeout as pause } from "node:timers/promises";
import { organise } from "../e2e/organiser.ts";
import { at } from "./load.ts";
import {
  APART_MS,
  CAMPAIGNS,
  converse,
  LARGEST,
  launch,
  REPLIES,
  reply,
  stopAll,
  STOPPED_WITHIN_MS,
  takenBy,
} from "./pace-acts.ts";
import { startPaceSystem } from "./pace-system.ts";
import type { Part, Row } from "./row.ts";
import { meanRate, mostOver } from "./windows.ts";
import type { Taken } from "./windows.ts";

const RATES = [20, 100] as const;
const QUEUED = 100_000;
const WARM_UP_MS = 5_000;
const MEASURED_MS = 60_000;
/** More than any machine hands over: what comes through is the ceiling. */
const UNBOUNDED_PER_SECOND = 1_000;
const CEILING_QUEUED = 6_000;
const CEILING_MS = 15_000;

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

/** How many messages a second this machine hands over when no rate holds it back. */
export async function measureCeiling(): Promise<Part> {
  const system = await startPaceSystem(CEILING_QUEUED, CAMPAIGNS);
  try {
    const line = await organise(system).addLine({
      address: "24365",
      sender: "short-code",
      segmentsPerSecond: UNBOUNDED_PER_SECOND,
    });
    await launch(system, line);
    const from = Date.now();
    await pause(CEILING_MS);
    const mean = meanRate(takenBy(system), from, Date.now());
    return {
      rows: [
        [
          "fan-out ceiling",
          `${mean.toFixed(0)} messages/s`,
          "three campaigns on one line, carrier and product on this machine",
        ],
      ],
    };
  } finally {
    await system.stop();
  }
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
      `at most ${LARGEST}, the largest message; ${setting}`,
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
    ...(over > LARGEST
      ? [`at ${rate}/s a window holds ${over.toFixed(2)} segments more than its share`]
      : []),
    ...(Math.abs(mean / rate - 1) > 0.03 ? [`at ${rate}/s the mean is ${mean.toFixed(2)}`] : []),
    ...(busyP95 > 1.25 * idleP95
      ? [`at ${rate}/s replies take ${(busyP95 / idleP95).toFixed(2)} x as long as idle`]
      : []),
    ...(latest > STOPPED_WITHIN_MS ? [`at ${rate}/s a message left ${latest} ms after it was stopped`] : []),
  ];
  return { rows, broken };
}
