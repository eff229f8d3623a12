// What is done to a line while its pace is measured: people write, the staff reply, campaigns are launched and stopped.
import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import { segments } from "#core/text";
import { organise } from "../e2e/organiser.ts";
import type { Line } from "../e2e/organiser.ts";
import { eventually } from "../system/eventually.ts";
import type { PaceSystem } from "./pace-system.ts";
import type { Taken } from "./windows.ts";

export const CAMPAIGNS = 3;
export const REPLIES = 60;
/** Two messages to one person keep five seconds apart; a reply each so often lets twenty people take turns. */
const REPLIERS = 20;
const REPLY_EVERY_MS = 300;
export const APART_MS = 5_500;
/** What a pause promises. */
export const STOPPED_WITHIN_MS = 3_000;

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

/** Everybody begins a conversation; resolves with the conversations' ids. */
export async function converse(system: PaceSystem, line: Line): Promise<readonly string[]> {
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
export async function reply(
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

/** Segments of each campaign's text: short, long and as long as a text may be, since it is segments that are paced. */
const SEGMENTS = [2, 5, 10] as const;
export const LARGEST = Math.max(...SEGMENTS);
/** A long SMS carries so many GSM-7 characters a segment. */
const CHARACTERS_PER_SEGMENT = 153;

function textOf(group: number): string {
  const end = ` Open on Saturday, group ${group}.`;
  return (
    "Come in. "
      .repeat(CHARACTERS_PER_SEGMENT)
      .slice(0, CHARACTERS_PER_SEGMENT * (SEGMENTS[group] ?? 1) - end.length) + end
  );
}

export async function launch(system: PaceSystem, line: Line): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let group = 0; group < CAMPAIGNS; group += 1) {
    const config = {
      name: `Pace ${group}`,
      lineId: line.id,
      variants: [{ name: "words", content: { kind: "text", text: { en: textOf(group) } } }],
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
export async function stopAll(system: PaceSystem, campaigns: readonly string[]): Promise<readonly number[]> {
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

/** Everything the carrier took of us, with the segments it counts. */
export function takenBy(system: PaceSystem): readonly Taken[] {
  return system.carrier.log.entries.flatMap((entry) =>
    entry.kind === "accepted" ? [{ at: entry.at, segments: segments(entry.body).count }] : [],
  );
}
